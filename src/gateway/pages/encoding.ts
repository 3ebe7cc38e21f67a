/**
 * The best of our content codings that an Accept-Encoding header takes (RFC 9110, 12.5.3):
 * `br` before `gzip`, null for neither. A weight of 0 forbids; `*` stands for what is not named.
 */
export function bestEncoding(accept: string): 'br' | 'gzip' | null {
  const weights = new Map<string, boolean>();
  for (const part of accept.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    weights.set(coding, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  }
  const takes = (coding: string) => weights.get(coding) ?? weights.get('*') ?? false;
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}
