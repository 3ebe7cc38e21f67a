import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, FIELDS, fieldOf, nearestField } from './fields.ts';

describe('the fields of the filter language', () => {
  it('are all named in their order', () => {
    expect(FIELD_NAMES).toEqual(Object.keys(FIELDS));
    for (const name of FIELD_NAMES) expect(fieldOf(name.toUpperCase())).toBe(name);
  });

  it('are found by other names, and only by their own', () => {
    expect(fieldOf('type')).toBe('artifact');
    for (const name of ['', 'http', '__proto__', 'constructor', 'q']) {
      expect(fieldOf(name)).toBeNull();
    }
  });

  it('are not mistaken for the names of well-known images', () => {
    const images = ['node', 'redis', 'nginx', 'mysql', 'rust', 'caddy', 'ubuntu', 'debian', 'php'];
    const more = ['postgres', 'httpd', 'python', 'golang', 'alpine', 'busybox', 'crate', 'ruby'];
    for (const name of [...images, ...more])
      expect([name, nearestField(name)]).toEqual([name, null]);
  });
});
