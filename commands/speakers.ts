import { distinctiveTermSteps } from '../src/core/answer/characteristic-terms.ts';
import { countBases, excerptSteps, type SpeakerShare, sharesOf } from '../src/core/answer/speaker-profile.ts';
import { passageLists } from '../src/core/passages/lists.ts';
import { passagesIn } from '../src/core/passages/pages.ts';
import type { Passage } from '../src/core/passages/passages.ts';
import { runYielding, type Steps } from '../src/core/steps.ts';
import { isPerson, mayBeSeveral } from '../src/core/transcript/anonymous.ts';
import { newestFirst } from '../src/core/transcript/order.ts';
import { displayName } from '../src/core/transcript/speakers.ts';
import type { Speaker, Transcript } from '../src/core/transcript/transcript.ts';
import { joined, type Message } from '../src/messages/message.ts';
import { personLine, titleOf } from '../src/reply/front-matter.ts';
import { type Block, note, quotedInShort, type Reply, text } from '../src/reply/reply.ts';
import { referencesOf, shownActions } from './buttons/answer.ts';
import type { Context } from './command.ts';
import { speakerSteps } from './shared/choose.ts';
import { PRIVATE, SPEAKER } from './shared/options.ts';
import { slashCommand } from './shared/slash-command.ts';

/** So many of each fit one message with its headings. */
const SHOWN_SPEAKERS = 10;
const SHOWN_SEMINARS = 2;
const SHOWN_TERMS = 8;
const SHOWN_EXCERPTS = 3;
const BAR_SQUARES = 10;
const NAMED_BASES = ['labelled', 'continued', 'reported', 'inferred'] as const;

export default slashCommand({
  name: 'speakers',
  localName: 'command.speakers.name',
  description: 'command.speakers.description',
  options: [{ ...SPEAKER, description: 'command.speakers.speaker' }, PRIVATE],
  run: ({ speaker }, context) => runYielding(speakersReply(speaker, context)),
});

/**
 * Shows who spoke and how much, or what sets one speaker apart.
 * @param name any form of the speaker's name
 */
export function* speakersReply(name: string | undefined, context: Context): Steps<Reply> {
  yield* passageLists.steps(context.library.passages);
  if (name === undefined) return everybody(context);
  const found = yield* speakerSteps(name, context.library);
  return 'outcome' in found ? found : yield* oneSpeaker(found, context);
}

function everybody({ library }: Context): Reply {
  const shown = [...library.transcripts].sort(newestFirst).slice(0, SHOWN_SEMINARS);
  const blocks = shown.flatMap((transcript) => seminar(transcript, passagesIn(library, transcript)));
  const count = library.transcripts.length - shown.length;
  if (count > 0) blocks.push(text({ key: 'speakers.more-seminars', values: { count } }));
  return { outcome: 'shown', blocks: [...blocks, note({ key: 'speakers.nobody' })] };
}

function seminar(transcript: Transcript, passages: readonly Passage[]): Block[] {
  const { speakers } = transcript;
  const shares = sharesOf(passages, speakers);
  const items = shares.slice(0, SHOWN_SPEAKERS).map(shareItem);
  const count = shares.length - items.length;
  if (count > 0) items.push({ key: 'speakers.more', values: { count } });
  const anonymous = passages.filter(({ speaker }) => speaker !== null && !isPerson(speaker));
  const { labelled, continued, reported, ...rest } = countBases(
    passages.filter(({ speaker }) => speaker === null || isPerson(speaker)),
  );
  const values = {
    ...rest,
    total: passages.length,
    named: labelled + continued + reported,
    unknown: rest.unknown + anonymous.length,
  };
  return [
    ...(items.length > 0
      ? [text({ key: 'speakers.heading', values: titleOf(transcript) }), { kind: 'list', items } as const]
      : [text({ key: 'seminar.nobody-named', values: titleOf(transcript) })]),
    text({ key: 'speakers.counts', values }),
  ];
}

function shareItem({ speaker, counts, passages, share }: SpeakerShare): Message {
  const values = {
    person: personLine(speaker),
    bar: bar(share),
    percent: Math.round(share * 100),
    passages,
    inferred: counts.inferred,
  };
  return { key: counts.inferred > 0 ? 'speakers.share.likely' : 'speakers.share', values };
}

/** A share as squares, at least one if there is anything to share. */
function bar(share: number): string {
  const full = share > 0 ? Math.max(1, Math.round(share * BAR_SQUARES)) : 0;
  return '█'.repeat(full) + '░'.repeat(BAR_SQUARES - full);
}

function* oneSpeaker(speaker: Speaker, { library }: Context): Steps<Reply> {
  const { all, ofSpeaker } = passageLists.now(library.passages);
  const own = ofSpeaker.get(speaker.id) ?? [];
  const values = { speaker: displayName(speaker) };
  if (own.length === 0) return { outcome: 'shown', blocks: [text({ key: 'speakers.none', values })] };
  const attended = library.transcripts.filter(({ speakers }) => speakers.some(({ id }) => id === speaker.id));
  const saidThere = attended.flatMap((transcript) => passagesIn(library, transcript));
  const share = sharesOf(saidThere, [speaker]).map(shareItem);
  yield;
  if (mayBeSeveral(speaker))
    return { outcome: 'shown', blocks: [...share.map(text), note({ key: 'speakers.several' })] };
  const known: Block[] = isPerson(speaker)
    ? [text({ key: 'speakers.basis' }), { kind: 'list', items: basisItems(own) }]
    : [note({ key: 'speakers.label' })];
  const distinctive = yield* distinctiveTermSteps(all, speaker);
  const terms = distinctive.slice(0, SHOWN_TERMS).map(({ shown }) => shown);
  const excerpts = yield* excerptSteps(all, speaker, SHOWN_EXCERPTS);
  const blocks: Block[] = [
    ...share.map(text),
    ...known,
    ...(terms.length > 0 ? [text({ key: 'speakers.terms', values: { terms: joined(terms) } })] : []),
    text(excerpts.length > 0 ? { key: 'speakers.excerpts' } : { key: 'speakers.only-questions', values }),
    ...quotedInShort(excerpts, library),
  ];
  return { outcome: 'shown', blocks, actions: shownActions(referencesOf(excerpts)) };
}

function basisItems(own: readonly Passage[]): Message[] {
  const counts = countBases(own);
  return NAMED_BASES.filter((basis) => counts[basis] > 0).map((basis) => ({
    key: `speakers.basis.${basis}`,
    values: { count: counts[basis] },
  }));
}
