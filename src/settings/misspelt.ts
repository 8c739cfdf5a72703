/** Where a key was found. Whoever writes one into `.env` means it for us; the environment is full of others' keys. */
export type Place = '.env' | 'the environment';

/** A key that is none of ours, and the one that it probably means. */
export interface Misspelt {
  written: string;
  meant: string;
}

/** What other bots call the same things, without `_`. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  TOKEN: 'DISCORD_TOKEN',
  BOTTOKEN: 'DISCORD_TOKEN',
  DISCORDBOTTOKEN: 'DISCORD_TOKEN',
  DISCORDKEY: 'DISCORD_TOKEN',
  CLIENTID: 'DISCORD_APPLICATION_ID',
  DISCORDCLIENTID: 'DISCORD_APPLICATION_ID',
  DISCORDAPPID: 'DISCORD_APPLICATION_ID',
  APPLICATIONID: 'DISCORD_APPLICATION_ID',
  GUILDID: 'DISCORD_GUILD_ID',
  SERVERID: 'DISCORD_GUILD_ID',
  DISCORDSERVERID: 'DISCORD_GUILD_ID',
  CORPUS: 'CORPUS_DIR',
};

/**
 * The keys that are nearly one of ours. A key of which ours is set is left out, since nothing is missing then.
 * @param written the keys that are set to something
 * @param ours the keys that there are
 */
export function misspelt(written: readonly string[], ours: readonly string[], place: Place): Misspelt[] {
  const isSet = new Set(written);
  return written
    .filter((key) => !ours.includes(key))
    .flatMap((key) => {
      const meant = ours.find((own) => !isSet.has(own) && isNearly(key, own, place));
      return meant === undefined ? [] : [{ written: key, meant }];
    });
}

/**
 * Those of our keys that lines of `.env` mean which say nothing.
 * @param unread what stands where a key should in these lines
 * @param ours the keys that there are and that nothing sets
 */
export function misread(unread: readonly string[], ours: readonly string[]): string[] {
  return ours.filter((own) => unread.some((written) => isNearly(written, own, '.env')));
}

function isNearly(written: string, ours: string, place: Place): boolean {
  const [a, b] = [lettersOf(written), lettersOf(ours)];
  if (a === b) return true;
  if (place === '.env') return OTHER_NAMES[a] === ours || areMistakes(a, b);
  // Nobody but a bot for Discord calls a key like this; `SHARD` or `DATA_DIRS` can be anybody's.
  return a.startsWith('DISCORD') && areMistakes(a, b);
}

function lettersOf(key: string): string {
  return key.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** Whether one of two keys becomes the other by one mistake in typing, in a long one by two. */
function areMistakes(a: string, b: string): boolean {
  const most = b.length < 8 ? 1 : 2;
  return Math.abs(a.length - b.length) <= most && mistakesBetween(a, b) <= most;
}

/** How many letters were left out, added, replaced or swapped with the next (the optimal string alignment distance). */
function mistakesBetween(a: string, b: string): number {
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const ways = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1)];
      if (isSwapped) ways.push((older[j - 2] ?? 0) + 1);
      row.push(Math.min(...ways));
    }
    older = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
