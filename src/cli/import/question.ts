import { ask } from '../../../commands/ask.ts';
import { commands } from '../../../commands/index.ts';
import { readVersion } from '../../config.ts';
import { hasHan, isStopWord, normalise, stemOf, words } from '../../core/language/text.ts';
import { visible } from '../../core/language/visible.ts';
import { librarySteps } from '../../core/library.ts';
import { runYielding } from '../../core/steps.ts';
import { readDictionary } from '../../corpus/dictionary.ts';
import { readCorpus } from '../../corpus/read.ts';
import type { Draft } from '../../importing/draft.ts';
import { sharesOf } from '../../importing/shares.ts';

/** In a longer seminar, building its index for one example takes longer than a person waits. */
const MOST_SEGMENTS = 5000;
const TRIED = 6;
const SAID = 400;
/** Letters of a word that is long. */
const LONG = 9;

/**
 * A question about an imported seminar that it answers, tried out.
 * @returns null if there is none to be found quickly
 */
export async function workingQuestion(directory: string, id: string, draft: Draft): Promise<string | null> {
  if (draft.segments.length > MOST_SEGMENTS) return null;
  const { transcripts } = await readCorpus(directory, id);
  if (transcripts.length === 0) return null;
  const library = await runYielding(librarySteps(transcripts, readDictionary));
  const versions = { rostrum: readVersion(), node: process.version };
  const context = { library, commands, versions };
  for (const question of candidates(draft, transcripts[0]?.language === 'zh-TW')) {
    if ((await ask({ question }, context)).outcome === 'answered') return question;
  }
  return null;
}

/** What whoever wrote it down remarks, such as [inaudible], is no subject. */
const BRACKETS =
  /\[[^[\]\n]{0,60}\]|\([^()\n]{0,60}\)|[\uFF08\u3010][^\uFF08\uFF09\u3010\u3011\n]{0,60}[\uFF09\u3011]/gu;

/**
 * Questions about what is often said, by whoever says most.
 * @param isTraditional in which script they are, if they are Chinese
 */
function candidates(draft: Draft, isTraditional: boolean): string[] {
  const named = new Map(draft.speakers.map(({ name, anonymous }) => [name, anonymous === null]));
  const most = sharesOf(draft).shares.find(({ name }) => named.get(name))?.name ?? null;
  const spoken = draft.segments.filter(({ speaker, basis }) => basis !== 'editorial' && speaker === most);
  const said = (spoken.length > 0 ? spoken : draft.segments)
    .slice(0, SAID)
    .map(({ text }) => text.replace(BRACKETS, ' '));
  const isChinese = hasHan(said.slice(0, 5).join(''));
  const own = new Set(words(normalise(most ?? '')));
  return frequentWords(said, isChinese, (word) => own.has(normalise(word))).map((word) => {
    const name = most === null ? null : visible(most).replaceAll('"', '');
    if (isChinese && isTraditional) return name === null ? `關於${word}說了什麼？` : `${name}怎麼說${word}？`;
    if (isChinese) return name === null ? `关于${word}说了什么？` : `${name}怎么说${word}？`;
    return name === null ? `What is said about ${word}?` : `What did ${name} say about ${word}?`;
  });
}

/** Words that end so say rarely what a talk is about. */
const NO_SUBJECT = /(?:ing|ly|ed)$|^(?:every|some|any|thank|think|would|could|should)/;

/** The words that most of the texts have, as they are written there, the longer ones first among about as frequent ones. */
function frequentWords(
  texts: readonly string[],
  isChinese: boolean,
  isOut: (word: string) => boolean,
): string[] {
  const counts = new Map<string, number>();
  const all = texts.join('\n');
  const small = new Set(all.match(/(?<![A-Za-z])[a-z]{5,}/g));
  // A word with a capital letter everywhere is a name.
  const asWritten = (word: string) => (small.has(word.toLowerCase()) ? word.toLowerCase() : word);
  for (const text of texts) {
    const found = isChinese
      ? words(normalise(text)).filter((word) => /^\p{Script=Han}{2,}$/u.test(word) && text.includes(word))
      : (text.match(/[A-Za-z]{5,}/g) ?? []).map(asWritten).filter((word) => !NO_SUBJECT.test(word));
    for (const word of new Set(found)) {
      const plain = word.toLowerCase();
      if (!isOut(word) && !isStopWord(plain) && !isStopWord(stemOf(plain)))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([one, a], [other, b]) => b * weight(other) - a * weight(one))
    .slice(0, TRIED)
    .map(([word]) => word);
}

/** A long word says more of what a talk is about than a short one. */
function weight({ length }: string): number {
  return Math.min(length, LONG) - 2;
}
