import type { Interaction } from 'discord.js';
import { rateLimit } from '../core/rate-limit.ts';
import { LOCALES, type Localised } from '../core/transcript.ts';
import { failure } from '../render/reply.ts';
import { respond } from './respond.ts';
import { tooLate } from './too-late.ts';

/**
 * What one person may do within ten seconds. Commands and buttons: who reads but a line of each answer does three or
 * four, and leafs through a transcript at one a second. Completions: Discord asks for some at each pause in typing,
 * which is up to three a second.
 */
export const MOST_USES = 20;
export const MOST_COMPLETIONS = 50;
const PERIOD_MS = 10_000;

/** Keeps a person who floods, and what is too late anyway, from the time that the others need. */
export interface FloodGuard {
  /**
   * Answers an interaction that is one too many, without looking anything up, and passes over one that Discord takes
   * no answer to any more.
   * @returns what became of it; null where it is to be answered, and is counted
   */
  turnedAway(interaction: Interaction): Promise<'slowed' | 'too-late' | null>;
}

/** @param now milliseconds of a clock that nobody sets */
export function floodGuard(now = () => performance.now(), isTooLate = tooLate()): FloodGuard {
  const uses = rateLimit(MOST_USES, PERIOD_MS);
  const completions = rateLimit(MOST_COMPLETIONS, PERIOD_MS);
  return {
    turnedAway: async (interaction) => {
      if (isTooLate(interaction.createdTimestamp)) return 'too-late';
      // A form belongs to a button that was counted, and what was written into it must not be lost.
      if (interaction.isModalSubmit()) return null;
      const limit = interaction.isAutocomplete() ? completions : uses;
      const [person, at] = [interaction.user.id, now()];
      const wait = limit.waitOf(person, at);
      if (wait === 0) limit.spend(person, at);
      else if (interaction.isAutocomplete()) await interaction.respond([]);
      else if (interaction.isRepliable())
        await respond(
          interaction,
          failure({ key: 'failure.too-fast', values: { wait: seconds(wait) } }),
          false,
        );
      return wait > 0 ? 'slowed' : null;
    },
  };
}

/** Made once: making one takes longer than all the rest of a refusal. */
const SECONDS = LOCALES.map(
  (locale) =>
    [locale, new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long' })] as const,
);

/** "1 second", "7 seconds", in each language, rounded up. */
function seconds(milliseconds: number): Localised {
  const count = Math.ceil(milliseconds / 1000);
  return Object.fromEntries(SECONDS.map(([locale, format]) => [locale, format.format(count)])) as Localised;
}
