import type { Interaction } from 'discord.js';
import { rateLimit } from '../core/rate-limit.ts';
import { failure } from '../reply/reply.ts';
import { respond } from './respond.ts';

/** How many unanswered interactions one person may have: what others wait behind is less than a tenth of a second. */
export const MOST_AT_ONCE = 20;
/**
 * How many interactions one person may have within ten seconds, while anybody else has one: what one person can take is
 * about a tenth of a processor core. Nobody clicks or types so fast; a script may, as long as it is alone.
 */
export const MOST_USES = 300;
const PERIOD_MS = 10_000;
/** What a person is asked to wait who has too many unanswered ones. */
const SHORT_WAIT_MS = 1000;

/** Keeps a person who floods from taking the time that the others need. */
export interface FloodGuard {
  /**
   * Counts an interaction, or answers one that is one too many without looking anything up.
   * @returns what to call when the interaction is answered; null where it has been, with a request to wait
   */
  admit(interaction: Interaction): Promise<(() => void) | null>;
}

/** @param now milliseconds of a clock that nobody sets */
export function floodGuard(now = () => performance.now()): FloodGuard {
  const uses = rateLimit(MOST_USES, PERIOD_MS);
  const unanswered = new Map<string, number>();
  const count = (person: string, change: 1 | -1) => {
    const counted = (unanswered.get(person) ?? 0) + change;
    if (counted > 0) unanswered.set(person, counted);
    else unanswered.delete(person);
  };
  const waitOf = (person: string, at: number) => {
    if ((unanswered.get(person) ?? 0) >= MOST_AT_ONCE) return SHORT_WAIT_MS;
    return uses.activePeople() > 1 ? uses.waitOf(person, at) : 0;
  };
  return {
    admit: async (interaction) => {
      // A form belongs to a button that was counted, and what was written into it must not be lost.
      if (interaction.isModalSubmit()) return () => undefined;
      const [person, at] = [interaction.user.id, now()];
      const wait = waitOf(person, at);
      if (wait > 0) {
        await askToWait(interaction, wait);
        return null;
      }
      uses.spend(person, at);
      count(person, 1);
      return () => count(person, -1);
    },
  };
}

async function askToWait(interaction: Interaction, wait: number): Promise<void> {
  if (interaction.isAutocomplete()) await interaction.respond([]);
  else if (interaction.isRepliable())
    await respond(
      interaction,
      failure({ key: 'failure.too-fast', values: { seconds: Math.ceil(wait / 1000) } }),
      false,
    );
}
