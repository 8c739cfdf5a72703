/** How many of one person's questions may wait while one is being answered: nobody reads so many answers at once. */
export const MOST_WAITING = 5;

/**
 * Does one thing at a time for each person, in the order in which they asked.
 * @returns takes work that never throws; false if too much of the person's waits already, and this is dropped
 */
export function turnsOfPeople(): (person: string, work: () => Promise<void>) => boolean {
  const waiting = new Map<string, (() => Promise<void>)[]>();
  const doAll = async (person: string, first: () => Promise<void>) => {
    const next: (() => Promise<void>)[] = [];
    waiting.set(person, next);
    for (let work: typeof first | undefined = first; work; work = next.shift()) await work();
    waiting.delete(person);
  };
  return (person, work) => {
    const others = waiting.get(person);
    if (!others) void doAll(person, work);
    else if (others.length < MOST_WAITING) others.push(work);
    else return false;
    return true;
  };
}
