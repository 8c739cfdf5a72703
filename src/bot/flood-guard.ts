import type { Interaction } from 'discord.js';
import { rateLimit } from '../core/rate-limit.ts';
import { failure } from '../reply/reply.ts';
import { respond } from './respond.ts';

/** How many unanswered interactions one person may have: others then wait less than a tenth of a second for them. */
export const MOST_AT_ONCE = 20;
/**
 * How many interactions one person may have within ten seconds while anybody else has one: about a tenth of a processor
 * core. Nobody clicks or types so fast; a script does, and may as long as it is alone.
 */
export const MOST_USES = 300;
const PERIOD_MS = 10_000;
/** How long a person with too many unanswered interactions is asked to wait. */
const SHORT_WAIT_MS = 1000;

/** Keeps a person who floods the bot from taking the time that others need. */
export interface FloodGuard {
  /**
   * Counts an interaction; if it is one too many, asks the person to wait, without looking anything up.
   * @returns what to call when the interaction is answered; null if the person was asked to wait
   */
  admit(interaction: Interaction): Promise<(() => void) | null>;
}

/**
 * @param now milliseconds of a clock that nobody sets
 * @param mostUses how many interactions one person may have within ten seconds
 */
export function floodGuard(now = () => performance.now(), mostUses = MOST_USES): FloodGuard {
  const uses = rateLimit(mostUses, PERIOD_MS);
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
      // A form belongs to a button that was counted already, and what somebody wrote into it must not be lost.
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
