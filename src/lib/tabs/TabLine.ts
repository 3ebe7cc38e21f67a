/** A line to the other tabs of this origin that know its name. */
export interface TabLine {
  post(message: unknown): void;
  /** Calls the listener with each message of another tab; the result ends the line. */
  listen(listener: (message: unknown) => void): () => void;
}

/** Opens a line; null where the browser has none. */
export function openTabLine(name: string): TabLine | null {
  try {
    const channel = new BroadcastChannel(name);
    return {
      post: (message) => channel.postMessage(message),
      listen: (listener) => {
        channel.addEventListener('message', (event) => listener(event.data));
        return () => channel.close();
      },
    };
  } catch {
    return null;
  }
}
