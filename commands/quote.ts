import { rankFor } from '../src/core/answer/ranking.ts';
import type { Locale } from '../src/core/language/locale.ts';
import { hasWords, normalise } from '../src/core/language/text.ts';
import type { Library } from '../src/core/library.ts';
import { excerptOf } from '../src/core/passages/excerpt.ts';
import { type Passage, sentencesOf } from '../src/core/passages/passages.ts';
import { writeReferences } from '../src/core/passages/references.ts';
import { nameForms } from '../src/core/transcript/speakers.ts';
import { format, joined } from '../src/messages/message.ts';
import { attributionOf } from '../src/reply/attribution.ts';
import { failure, type Reply } from '../src/reply/reply.ts';
import type { Context, Suggestion } from './command.ts';
import { containing } from './shared/choose.ts';
import { PRIVATE } from './shared/options.ts';
import { slashCommand } from './shared/slash-command.ts';

/** A failure names a few of the passages that may be meant, not the whole transcript. */
const PASSAGES_NAMED = 5;
const NUMBERS = /^(\d{1,4})(?:\s*[-–—~]\s*(\d{1,4}))?$/u;

export default slashCommand({
  name: 'quote',
  localName: 'command.quote.name',
  description: 'command.quote.description',
  options: [
    {
      name: 'passage',
      localName: 'option.passage.name',
      description: 'command.quote.passage',
      type: 'string',
      required: true,
      maxLength: 100,
      suggest: suggestPassages,
    },
    {
      name: 'sentences',
      localName: 'option.sentences.name',
      description: 'command.quote.sentences',
      type: 'string',
      maxLength: 20,
    },
    PRIVATE,
  ],
  run: quote,
});

interface QuoteInput {
  /** A passage's id, with or without its seminar's; or its line in the source, if no other passage is on that line. */
  passage: string;
  /** A sentence's number, from 1, or the first and the last of several: `2`, `1-2`. */
  sentences?: string | undefined;
}

/** Quotes a passage or some of its sentences, or says what is wrong with the choice. */
export function quote({ passage: wanted, sentences }: QuoteInput, { library }: Context): Reply {
  const [passage, ...others] = passagesMeant(wanted, library);
  if (!passage) {
    const example = library.passages.keys().next().value ?? '';
    return failure({ key: 'failure.passage-unknown', values: { passage: wanted, example } });
  }
  if (others.length > 0) {
    const passages = joined([passage, ...others].slice(0, PASSAGES_NAMED).map(({ id }) => id));
    return failure({ key: 'failure.passage-ambiguous', values: { passage: wanted, passages } });
  }
  const count = passage.sentences.length;
  const numbers = NUMBERS.exec(sentences?.normalize('NFKC').trim() ?? `1-${count}`);
  const [first, last] = [Number(numbers?.[1]), Number(numbers?.[2] ?? numbers?.[1])];
  if (!numbers || last < first) {
    return failure({ key: 'failure.sentences', values: { value: sentences ?? '' } });
  }
  if (first < 1 || last > count) {
    const values = { passage: passage.id, value: sentences ?? '', count };
    return failure({ key: 'failure.sentence-unknown', values });
  }
  const excerpt = excerptOf(sentencesOf(passage, first - 1, last - 1), null, 1);
  const reference = writeReferences([{ passage, sentence: first - 1 }]);
  return {
    outcome: 'shown',
    blocks: [{ kind: 'excerpt', excerpt, alone: true }],
    actions: [{ name: 'context', label: { key: 'button.context' }, args: [reference] }],
  };
}

/** The passages that a person may mean: by the id, by the part of it after the seminar's id, or by the line. */
function passagesMeant(typed: string, { passages }: Library): Passage[] {
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  const all = [...passages.values()];
  const forms = ({ id, transcript }: Passage) => [id, id.slice(transcript.id.length + 1)].map(lowerCase);
  const exact = all.filter((passage) => forms(passage).includes(wanted));
  if (exact.length > 0) return exact;
  // A long segment is cut into several passages: p8 into p8.1 and p8.2.
  const parts = all.filter((passage) => forms(passage).some((form) => form.startsWith(`${wanted}.`)));
  return parts.length > 0 ? parts : all.filter(({ line }) => String(line) === wanted);
}

/** Suggests passages by line, id, speaker and words. If nothing was typed, it suggests all, in the order of the corpus. */
function suggestPassages(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  const found = hasWords(typed) ? passagesFor(typed, library) : [...library.passages.values()];
  return found.map((passage) => {
    const words = locale === 'en' ? (passage.translation ?? passage.text) : passage.text;
    return { name: `${format(attributionOf(passage).speaker, locale)} · ${words}`, value: passage.id };
  });
}

function passagesFor(typed: string, library: Library): Passage[] {
  const all = [...library.passages.values()];
  const wanted = typed.normalize('NFKC').trim().toLowerCase();
  const { names, withoutNames } = library.findNames(typed);
  const speakers = names[0]?.speakers.map(({ id }) => id);
  const hits = rankFor(library, { question: hasWords(withoutNames) ? withoutNames : typed, speakers }).hits;
  const contains = (text: string | null) => text !== null && normalise(text).includes(normalise(wanted));
  const groups = [
    passagesMeant(typed, library),
    all.filter(({ line }) => String(line).startsWith(wanted)),
    // Never for passages without a named speaker.
    all.filter(({ speaker }) => speaker && nameForms(speaker).some(containing(typed))),
    hits.flatMap(({ document }) => library.passages.get(document.id) ?? []),
    // Finds a word that is only half typed.
    all.filter(({ text, translation }) => contains(text) || contains(translation)),
  ];
  return [...new Set(groups.flat())];
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
