/** Lets tests wait until something is true; it is checked again whenever the stand-in has changed. */
export class Waiting {
  readonly #patienceMs: number;
  readonly #looks = new Set<() => void>();
  #closed = false;

  constructor(patienceMs: number) {
    this.#patienceMs = patienceMs;
  }

  /** Makes everyone who waits look again. */
  changed(): void {
    for (const look of [...this.#looks]) look();
  }

  /** Rejects every wait that is still open, so that no test outlives its stand-in. */
  close(): void {
    this.#closed = true;
    this.changed();
  }

  /** The first answer of `probe` that is not undefined; rejects, saying `what` never came, when patience ends. */
  until<T>(probe: () => T | undefined, what: () => string): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = (end: () => void) => {
        clearTimeout(timer);
        this.#looks.delete(look);
        end();
      };
      const look = () => {
        const found = probe();
        if (found !== undefined) finish(() => resolve(found));
        else if (this.#closed)
          finish(() => reject(new Error(`The stand-in closed while waiting for ${what()}`)));
      };
      const timer = setTimeout(
        () => finish(() => reject(new Error(`Waited ${this.#patienceMs} ms in vain for ${what()}`))),
        this.#patienceMs,
      );
      this.#looks.add(look);
      look();
    });
  }
}
