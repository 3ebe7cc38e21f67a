/** Lets the browser draw and answer the person, and goes on at once afterwards. */
export function breathe(): Promise<void> {
  // Not every browser has it, whatever the types say.
  const { scheduler }: { scheduler?: Partial<Scheduler> } = globalThis;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    // Timers are held to 4 ms when they follow each other; messages are not.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
