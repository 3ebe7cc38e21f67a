/** The rooms that decide: their code is broken to see whether a test notices. */
export const ROOMS = ['src/contract', 'src/session', 'src/replica', 'src/views', 'src/gateway'];
