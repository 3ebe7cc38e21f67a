// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ViewTab } from './ViewTab.tsx';

afterEach(cleanup);

it.each([
  [true, 'Nightly, 3 builds, new since you last opened it', 'Nightly: Tag is nightly.\nThe dot: '],
  [false, 'Nightly, 3 builds', 'Nightly: Tag is nightly.'],
])('says what its dot means: %s', (isNew, name, title) => {
  render(
    <ViewTab
      name="Nightly"
      href="/?tag=nightly"
      about="Tag is nightly."
      count={3}
      isNew={isNew}
      isCurrent={false}
      onOpen={() => {}}
    />,
  );
  const tab = screen.getByRole('link', { name });
  expect(tab.title.startsWith(title)).toBe(true);
  expect(tab.title.includes('dot')).toBe(isNew);
});
