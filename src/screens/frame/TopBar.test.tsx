// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { GatewayInfo } from '../../contract/gatewayInfo.ts';
import { TopBar } from './TopBar.tsx';

afterEach(cleanup);

const open = (info: GatewayInfo | null) =>
  render(<TopBar info={info} team={null} onSignOut={() => {}} />);

it('names the API whose builds these are, or the demo data', () => {
  open({ upstream: 'api.example', tokensUrl: null, demoAccounts: [] });
  expect(screen.getByText('api.example').title).toBe('Builds of api.example');
  cleanup();
  open({ upstream: null, tokensUrl: null, demoAccounts: [{ token: 'demo', summary: '' }] });
  expect(screen.getByText('Demo data')).toBeTruthy();
});

it('does not call builds demo data where nobody says what stands behind the page', () => {
  const { container } = open(null);
  expect(container.textContent).not.toMatch(/demo/i);
});
