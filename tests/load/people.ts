import { callbackTypes } from '../discord/callback-rules.ts';
import { everyComponent } from '../discord/components.ts';
import type { Conversation, Guild, Message, StandIn, User } from '../discord/stand-in.ts';

/** A member of a server, with the last answer that they got and did not remove. */
export interface Person {
  user: User;
  guild: Guild;
  answer: Message | null;
}

const QUESTIONS = [
  'How long did it take the US to build its chip industry?',
  '“小院高墙”是基于哪两个误解?',
  '中國的AI晶片企業為什麼很難出口晶片?',
  'What does Miller think about inference?',
  'export controls on AI chips to China',
  'Who won the Oscar for best picture?',
];
const TYPED = ['', 'a', 'Estevez', '芯片', 'export controls'];

/** What people do, one after the other: most type and are offered completions, ask, or press a button. */
const DOINGS = [
  'ask',
  'type a speaker',
  'context',
  'ask',
  'type a passage',
  'more',
  'type a speaker',
  'type a speaker',
  'words',
  'ask',
  'type a passage',
  'context',
  'quote',
  'type a speaker',
  'speakers',
  'ask',
  'type a passage',
  'share or remove',
  'read or compare',
  'help',
] as const;

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** What came of something that a person did. */
export interface Outcome {
  /** From the doing to the bot's first word, in milliseconds. */
  ms: number;
  /** Null for completions, and if a message was removed. */
  message: Message | null;
}

/**
 * Has a person do the next thing.
 * @param at how many things were done before, by all
 * @throws if the bot says nothing in time, or Discord refuses what it says
 */
export async function act(standIn: StandIn, person: Person, at: number): Promise<Outcome> {
  const { user, guild } = person;
  const round = Math.floor(at / DOINGS.length);
  const invoke = (command: string, options: Record<string, string | boolean> = {}) =>
    outcomeOf(standIn.invoke({ command, options, user, guild }));
  const type = async (command: string, option: string) => {
    const start = performance.now();
    await standIn.autocomplete({ command, option, value: pick(TYPED, round), user, guild });
    return { ms: performance.now() - start, message: null };
  };
  const ask = async () => {
    const outcome = await invoke('ask', { question: pick(QUESTIONS, at + round), private: round % 5 === 0 });
    person.answer = outcome.message;
    return outcome;
  };
  const doing = pick(DOINGS, at);
  switch (doing) {
    case 'ask':
      return ask();
    case 'type a speaker':
      return type('ask', 'speaker');
    case 'type a passage':
      return type('quote', 'passage');
    case 'quote':
      return invoke('quote', { passage: `p${4 + (round % 50)}` });
    case 'speakers':
      return invoke('speakers', round % 2 === 0 ? {} : { speaker: 'Nazak' });
    case 'read or compare':
      return round % 2 === 0
        ? invoke('transcript', { from: String(1 + (round % 53)) })
        : invoke('compare', { question: pick(QUESTIONS, round) });
    case 'help':
      return invoke(pick(['help', 'about'], round));
    default: {
      const { answer } = person;
      const ids = everyComponent(answer?.components ?? []).flatMap(
        ({ component }) => component.custom_id ?? [],
      );
      const names = doing === 'share or remove' ? ['share', 'remove'] : [doing];
      const customId = ids.find((id) => names.includes(id.split(':')[0] ?? ''));
      // Who has no answer with such a button asks for one.
      if (!answer || answer.deleted || customId === undefined) return ask();
      if (doing === 'share or remove') person.answer = null;
      return outcomeOf(standIn.click({ message: answer, customId, user, guild }));
    }
  }
}

async function outcomeOf(conversation: Conversation): Promise<Outcome> {
  const { type, ms } = await conversation.acknowledged();
  const message = type === callbackTypes.deferredUpdate ? null : await conversation.reply();
  if (conversation.errors.length > 0) throw new Error(JSON.stringify(conversation.errors));
  return { ms, message };
}
