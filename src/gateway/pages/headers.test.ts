import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DATA_HEADERS, PAGE_HEADERS } from './headers.ts';

const CONF = readFileSync(
  join(import.meta.dirname, '../hosting/static.conf'),
  'utf8',
).toLowerCase();

it.each([...Object.entries(PAGE_HEADERS), ...Object.entries(DATA_HEADERS)])(
  'stands in the configuration for nginx as it is sent here: %s',
  (name, value) => {
    expect(CONF).toContain(`add_header ${name} "${value.toLowerCase()}" always;`);
  },
);
