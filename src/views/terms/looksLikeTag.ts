/** True for a version, a digest or one of the tags that everybody uses. */
export function looksLikeTag(value: string): boolean {
  if (value.length > 128 || /^\d{4}-\d/.test(value)) return false;
  return TAG.test(value);
}

const TAG = /^(?:v?\d[\w.-]*|latest|main|master|stable|nightly|edge|dev|[a-f\d]{12,64})$/i;
