/**
 * The longest token in characters: the gateway passes an Authorization header of 4 KB at most,
 * `Bearer ` included.
 */
export const MAX_TOKEN_LENGTH = 4096 - 'Bearer '.length;

/** True for text that can be sent as a token exactly as it stands. */
export function isToken(value: unknown): value is string {
  return (
    typeof value === 'string' && value.length <= MAX_TOKEN_LENGTH && /^[\x21-\x7e]+$/.test(value)
  );
}
