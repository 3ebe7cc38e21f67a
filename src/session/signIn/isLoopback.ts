/**
 * True for an address that only this machine answers, such as `127.0.0.1:4400`. Storage belongs
 * to host and port there: whatever program listens next has what a page stored before.
 */
export function isLoopback(host: string): boolean {
  return /^(?:(?:[^:]+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
}
