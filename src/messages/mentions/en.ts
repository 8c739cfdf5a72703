import type { Text } from '../text.ts';

/** What is said to people who write to the bot as to a member of the chat. */
export const mentionsEn = {
  'help.mention':
    'Or mention me with your question, or write to me directly. To go on, reply to an answer, with "anyone else?", "longer" or "source?" for example.',
  'mention.help': 'Ask a question ({/help} says how), for example: {example}',
  'mention.busy': 'Many answers here just now.',
  'mention.answer-privately': 'Answer privately',
  'mention.gone': 'That question is gone. Ask it with {/ask} instead.',
  'mention.for-asker-alone': 'Only you may see this answer. Ask for it with a command; {/help} lists them.',
} as const satisfies Readonly<Record<string, Text>>;
