import type { Text } from '../text.ts';

/**
 * How a follow-up was understood, which stands above the reply and is read again if somebody goes on from there:
 * src/core/language/follow-up-topic.ts knows these forms. And what a reply says besides.
 */
export const followUpsEn = {
  'follow-up.about': '{speaker} on {topic}',
  'follow-up.about.question': '{speaker} on: {topic}',
  'follow-up.others': 'Others on {topic} (not {speaker})',
  'follow-up.others.question': 'Others (not {speaker}) on: {topic}',
  'follow-up.everybody': 'All speakers on {topic}',
  'follow-up.everybody.question': 'All speakers on: {topic}',
  'follow-up.together': '{words} and {topic}',
  'follow-up.together.question': '{words}: {topic}',
  'follow-up.judge': 'These are words on the same topic. Whether the speakers agree is for you to judge.',
  'follow-up.judge.quoted': 'Whether those quoted so far agree is for you to judge.',
  'follow-up.nobody-else': 'Found nothing by any other speaker on this.',
  'follow-up.no-more':
    'Those were all the excerpts. To go on, ask in other words, or name another speaker or topic.',
  'follow-up.turn-page': 'To turn the page, press the buttons under that message.',
  'follow-up.nothing-shown':
    'There are no excerpts in that answer. To go on, ask in other words, or name another speaker or topic.',
  'follow-up.original': 'These excerpts are in the words of the source:',
  'follow-up.same': 'The same excerpts:',
  'follow-up.stays': 'The source has these words in {language} only, so they stay as they are.',
  'follow-up.languages': 'Excerpts can be shown in English, Simplified or Traditional Chinese only.',
  'follow-up.sources': 'Where the excerpts are from:',
} as const satisfies Readonly<Record<string, Text>>;
