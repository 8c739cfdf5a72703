import type { Library } from '../../src/core/library.ts';
import {
  type Correction,
  type CorrectionFault,
  correctionOf,
  PROPOSAL_LENGTH,
  REASON_LENGTH,
  revisionOf,
} from '../../src/core/passages/correction.ts';
import type { Passage } from '../../src/core/passages/passages.ts';
import {
  type PassageReference,
  readReferences,
  writeReferences,
} from '../../src/core/passages/references.ts';
import { type RateLimit, rateLimit } from '../../src/core/rate-limit.ts';
import type { Message } from '../../src/messages/message.ts';
import { placeInShort } from '../../src/reply/place.ts';
import { type Action, type Form, failure, type Reply, text } from '../../src/reply/reply.ts';
import type { ActionHandler, Context, Corrections, Presser } from '../command.ts';

/** The most reports that one person may send in an hour. A careful reader finds one or two. */
export const REPORTS_AN_HOUR = 5;
const HOUR_MS = 60 * 60 * 1000;

/** What the form asks. */
const FORM: Form = {
  title: { key: 'correction.title' },
  fields: [
    {
      name: 'speaker',
      label: 'correction.speaker',
      hint: { key: 'correction.speaker-hint' },
      maxLength: PROPOSAL_LENGTH,
      lines: 'one',
      required: false,
    },
    {
      name: 'reason',
      label: 'correction.reason',
      hint: { key: 'correction.reason-hint' },
      maxLength: REASON_LENGTH,
      lines: 'several',
      required: true,
    },
  ],
};

const FAULTS: Readonly<Record<CorrectionFault, Message>> = {
  'speaker-long': { key: 'failure.report-speaker-long', values: { count: PROPOSAL_LENGTH } },
  'reason-missing': { key: 'failure.report-reason-missing' },
  'reason-long': { key: 'failure.report-reason-long', values: { count: REASON_LENGTH } },
  signs: { key: 'failure.report-signs' },
};

/** The button that reports a passage's speaker as wrong, if reports can be stored. */
export function correctionButtons(reference: PassageReference, { corrections }: Context): Action[] {
  if (!corrections) return [];
  // The revision makes sure that a report is about the attribution that its writer saw.
  const args = [writeReferences([reference]), revisionOf(reference.passage.transcript)];
  return [{ name: 'correct', label: { key: 'button.correct' }, args }];
}

/** Opens the form, and stores the report that was sent with it. A report by itself changes nothing: a person decides. */
export const correctionAction: ActionHandler = {
  pressedBy: 'anyone',
  shown: 'private',
  run: (args, { library, corrections }, { id }) => {
    if (!corrections) return failure({ key: 'failure.button-outdated' });
    if (!passageOf(args, library)) return failure({ key: 'failure.passage-changed' });
    // People should learn this before they fill in the form, not after.
    return countsOf(corrections).limit.waitOf(id, corrections.now().getTime()) > 0 ? tooMany() : FORM;
  },
  submitted: async ({ speaker = '', reason = '' }, args, { library, corrections }, presser) => {
    if (!corrections) return failure({ key: 'failure.button-outdated' });
    const passage = passageOf(args, library);
    if (!passage) return failure({ key: 'failure.passage-changed' });
    const correction = correctionOf(passage, { speaker, reason }, corrections.now());
    if (typeof correction === 'string') return failure(FAULTS[correction]);
    return storedOnce(correction, placeInShort(passage), corrections, presser);
  },
};

/** Stores a report. A form that is sent twice counts once, against the limit too, and gets the same thanks. */
function storedOnce(
  correction: Correction,
  place: Message,
  corrections: Corrections,
  presser: Presser,
): Promise<Reply> {
  const { request } = presser;
  const { underWay } = countsOf(corrections);
  const known = underWay.get(request);
  if (known) return known;
  const storing = stored(correction, place, corrections, presser).finally(() => underWay.delete(request));
  underWay.set(request, storing);
  return storing;
}

async function stored(
  correction: Correction,
  place: Message,
  corrections: Corrections,
  { id, request }: Presser,
): Promise<Reply> {
  if (await corrections.isTaken(request)) return thanks(place);
  const { limit } = countsOf(corrections);
  const now = corrections.now().getTime();
  if (limit.waitOf(id, now) > 0) return tooMany();
  // Counts even if storing fails: when the disk is full, one person must not fill the log with errors.
  limit.spend(id, now);
  await corrections.add(correction, request);
  return thanks(place);
}

function thanks(place: Message): Reply {
  return {
    outcome: 'shown',
    blocks: [text({ key: 'correction.thanks', values: { place } }), text({ key: 'correction.next' })],
  };
}

function tooMany(): Reply {
  return failure({ key: 'failure.report-too-many', values: { count: REPORTS_AN_HOUR } });
}

/** The passage that a button is about, or null if its transcript has changed since it was shown. */
function passageOf([written = '', revision = '']: readonly string[], library: Library): Passage | null {
  const [reference, ...others] = readReferences(written, library) ?? [];
  if (!reference || others.length > 0) return null;
  return revisionOf(reference.passage.transcript) === revision ? reference.passage : null;
}

/** What is counted for each store of reports, in memory only, for as long as the process runs. */
interface Counts {
  limit: RateLimit;
  /** Reports that are being stored, by the presses that opened their forms. */
  underWay: Map<string, Promise<Reply>>;
}

const counts = new WeakMap<Corrections, Counts>();

function countsOf(corrections: Corrections): Counts {
  const known = counts.get(corrections);
  if (known) return known;
  const made = { limit: rateLimit(REPORTS_AN_HOUR, HOUR_MS), underWay: new Map() };
  counts.set(corrections, made);
  return made;
}
