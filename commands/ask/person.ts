import { excerptSteps } from '../../src/core/answer/speaker-profile.ts';
import type { PersonFound } from '../../src/core/answer/who-is.ts';
import type { Library } from '../../src/core/library.ts';
import type { Excerpt } from '../../src/core/passages/excerpt.ts';
import { passageLists } from '../../src/core/passages/lists.ts';
import type { Steps } from '../../src/core/steps.ts';
import { newestFirst } from '../../src/core/transcript/order.ts';
import { inEachLanguage, type Message, someOf } from '../../src/messages/message.ts';
import { personLine, seminarNamed } from '../../src/reply/front-matter.ts';
import { type Block, quotedInShort, type Reply, text } from '../../src/reply/reply.ts';
import { pageActions, referencesOf } from '../buttons/answer.ts';

/** So many people are described; a role that more people have says little. */
const DESCRIBED = 5;
/** So many excerpts show what they speak about. */
const EXCERPTS = 2;

/** Says who somebody is, as the front matter has it, and quotes something typical of them. */
export function* personReply(
  question: string,
  people: readonly PersonFound[],
  library: Library,
): Steps<Reply> {
  const shown = people.slice(0, DESCRIBED);
  const excerpts = (yield* typicalOf(shown, library)).slice(0, EXCERPTS);
  const ranked = referencesOf(excerpts);
  const further = people.length - shown.length;
  const blocks: Block[] = [
    ...shown.flatMap((person) => [...roleLines(person), ...seminarsOf(person)]).map(text),
    ...(further > 0 ? [text({ key: 'speakers.more', values: { count: further } })] : []),
    ...(excerpts.length > 0 ? [text({ key: 'person.excerpts' })] : []),
    ...quotedInShort(excerpts, library),
  ];
  return { outcome: 'answered', question, blocks, actions: pageActions({ ranked, from: 0 }) };
}

/** A person's role in each seminar, or once if it is the same in all of them. */
function roleLines({ speaker, transcripts }: PersonFound): Message[] {
  const roles = [...transcripts].sort(newestFirst).flatMap((transcript) => {
    const there = transcript.speakers.find(({ id }) => id === speaker.id);
    return there ? [{ seminar: seminarNamed(transcript), there }] : [];
  });
  const isSame = new Set(roles.map(({ there }) => there.role?.en ?? null)).size === 1;
  return (isSame ? roles.slice(0, 1) : roles.slice(0, DESCRIBED)).map(({ seminar, there }): Message => {
    const person = personLine(there);
    return isSame ? person : { key: 'person.in-seminar', values: { person, seminar } };
  });
}

/** Where somebody speaks of whom nothing else is known. */
function seminarsOf({ speaker, transcripts }: PersonFound): Message[] {
  const there = transcripts.flatMap(({ speakers }) => speakers.filter(({ id }) => id === speaker.id));
  if (there.some(({ role, moderator }) => role !== null || moderator)) return [];
  const names = [...transcripts].sort(newestFirst).map((each) => inEachLanguage(seminarNamed(each)));
  return [{ key: 'person.speaks-in', values: { seminars: someOf(names, DESCRIBED, 'some.seminars') } }];
}

function* typicalOf(people: readonly PersonFound[], { passages }: Library): Steps<Excerpt[]> {
  const each = Math.max(1, Math.floor(EXCERPTS / people.length));
  const { all, ofTranscript } = yield* passageLists.steps(passages);
  const excerpts: Excerpt[] = [];
  for (const { speaker, transcripts } of people) {
    const there = transcripts.flatMap((transcript) => ofTranscript.get(transcript) ?? []);
    // What has been counted of all passages is known already.
    const among = there.length === all.length ? all : there;
    excerpts.push(...(yield* excerptSteps(among, speaker, each)));
  }
  return excerpts;
}
