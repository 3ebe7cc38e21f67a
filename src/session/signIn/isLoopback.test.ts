import { expect, it } from 'vitest';
import { isLoopback } from './isLoopback.ts';

it.each([
  'localhost',
  'localhost:4400',
  '127.0.0.1:4400',
  '127.9.9.9',
  '127.10.200.30:80',
  '[::1]:80',
  'app.localhost',
])('%s is this machine alone', (host) => expect(isLoopback(host)).toBe(true));

it.each([
  'builds.example',
  '127.0.0.1.example:4400',
  'localhost.example',
  '10.0.0.1:4400',
  '[::2]',
])('%s is not', (host) => expect(isLoopback(host)).toBe(false));
