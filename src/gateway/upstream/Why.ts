/**
 * Why a call to the API failed, for the log: words of ours, and codes of Node and OpenSSL.
 * Nothing that another machine wrote is repeated.
 */
export type Why =
  | 'refused'
  | 'dns'
  | 'not-private'
  | 'connect-timeout'
  | 'first-byte-timeout'
  | 'timeout'
  | 'reset'
  | 'broken-off'
  | 'too-large'
  | 'no-http'
  | `tls:${string}`
  | `network:${string}`
  | `proxy:${string}`;

/** Names what Node says of a connection that failed; `begun` once it was made. */
export function whyOf(error: unknown, begun: boolean): Why {
  const code = codeOf(error);
  if (code === 'ECONNREFUSED') return 'refused';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'dns';
  if (code === 'NOT_PRIVATE') return 'not-private';
  if (code === 'ETIMEDOUT') return 'connect-timeout';
  if (code.startsWith('HPE_')) return 'no-http';
  if (isTls(code)) return `tls:${code}`;
  if (code === 'ECONNRESET' || code === 'EPIPE') return begun ? 'broken-off' : 'reset';
  return `network:${code}`;
}

/** Those of Node's own checks, of OpenSSL's verification and of its protocol. */
function isTls(code: string): boolean {
  return /^(?:ERR_(?:TLS|SSL)_|EPROTO$|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA$|PATH_LENGTH|HOSTNAME_MISMATCH$|CRL_|ERROR_IN_)/.test(
    code,
  );
}

/** The first of several attempts where Node tried more than one address. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? code : 'UNKNOWN';
}
