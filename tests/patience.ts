/** How long a test waits for another process, or for what it has to load: far longer than that takes, in milliseconds. */
export const PATIENCE = { timeout: 30_000, interval: 10 };
