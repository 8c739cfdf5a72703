/** Loaded into the bot's process before the bot: sends its parent process the memory and processor time that it uses. */
process.on('message', ({ question, settled }: Asked) => {
  if (settled) globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ question, usage: { rss, heapUsed, cpuMs: (user + system) / 1000 } } satisfies Told);
});

/** `settled`: everything that nobody needs is thrown away first. */
export interface Asked {
  question: number;
  settled: boolean;
}

export interface Told {
  question: number;
  usage: Usage;
}

/** The memory of a process, in bytes, and the processor time that it has used. */
export interface Usage {
  rss: number;
  heapUsed: number;
  cpuMs: number;
}
