/**
 * Every value of a header in the order it came, from `IncomingMessage.rawHeaders` (name and value
 * in turn). The merged `headers` object silently keeps the first of two Host or Authorization
 * lines, so it cannot tell an honest request from a smuggled one.
 */
export function headerValues(rawHeaders: readonly string[], name: string): readonly string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name);
}

/** The value of a header that came exactly once, else null. */
export function onlyValue(rawHeaders: readonly string[], name: string): string | null {
  const values = headerValues(rawHeaders, name);
  return values.length === 1 ? (values[0] ?? null) : null;
}
