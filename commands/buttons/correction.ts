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
import { type Action, type Form, failure, type Reply } from '../../src/reply/reply.ts';
import type { ActionHandler, Context, Corrections } from '../command.ts';

/** Reports that one person may send in an hour: a careful reader finds one or two. */
export const REPORTS_AN_HOUR = 5;
const HOUR_MS = 60 * 60 * 1000;

/** What the form asks. */
const FORM: Form = {
  title: 'correction.title',
  fields: [
    {
      name: 'speaker',
      label: 'correction.speaker',
      hint: 'correction.speaker-hint',
      maxLength: PROPOSAL_LENGTH,
      lines: 'one',
      required: false,
    },
    {
      name: 'reason',
      label: 'correction.reason',
      hint: 'correction.reason-hint',
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

/** The button that reports a passage's speaker as wrong; none where reports cannot be stored. */
export function correctionButtons(reference: PassageReference, { corrections }: Context): Action[] {
  if (!corrections) return [];
  // With the revision: a report must be about the attribution that its writer saw.
  const args = [writeReferences([reference]), revisionOf(reference.passage.transcript)];
  return [{ name: 'correct', label: { key: 'button.correct' }, args }];
}

/** Opens the form, and stores what was sent with it. Nothing is changed by a report: a person decides. */
export const correctionAction: ActionHandler = {
  pressedBy: 'anyone',
  shown: 'private',
  run: (args, { library, corrections }, { id }) => {
    if (!corrections) return failure({ key: 'failure.button-outdated' });
    if (!passageOf(args, library)) return failure({ key: 'failure.passage-changed' });
    // Told before anything is written, not after.
    return limitOf(corrections).waitOf(id, corrections.now().getTime()) > 0 ? tooMany() : FORM;
  },
  submitted: async ({ speaker = '', reason = '' }, args, { library, corrections }, { id }) => {
    if (!corrections) return failure({ key: 'failure.button-outdated' });
    const passage = passageOf(args, library);
    if (!passage) return failure({ key: 'failure.passage-changed' });
    const now = corrections.now();
    const correction = correctionOf(passage, { speaker, reason }, now);
    if (typeof correction === 'string') return failure(FAULTS[correction]);
    const limit = limitOf(corrections);
    if (limit.waitOf(id, now.getTime()) > 0) return tooMany();
    // Counted before it is stored: a full disk must not let one person fill the log.
    limit.spend(id, now.getTime());
    await corrections.add(correction);
    return thanks(correction);
  },
};

function thanks({ line }: Correction): Reply {
  return {
    outcome: 'shown',
    blocks: [
      { kind: 'text', message: { key: 'correction.thanks', values: { line } } },
      { kind: 'text', message: { key: 'correction.next' } },
    ],
  };
}

function tooMany(): Reply {
  return failure({ key: 'failure.report-too-many', values: { count: REPORTS_AN_HOUR } });
}

/** The passage that a button is about; null where its transcript is no longer as it was shown. */
function passageOf([written = '', revision = '']: readonly string[], library: Library): Passage | null {
  const [reference, ...others] = readReferences(written, library) ?? [];
  if (!reference || others.length > 0) return null;
  return revisionOf(reference.passage.transcript) === revision ? reference.passage : null;
}

const limits = new WeakMap<Corrections, RateLimit>();

/** How often each person may report: kept beside the reports, in memory, for as long as the process runs. */
function limitOf(corrections: Corrections): RateLimit {
  const known = limits.get(corrections);
  if (known) return known;
  const made = rateLimit(REPORTS_AN_HOUR, HOUR_MS);
  limits.set(corrections, made);
  return made;
}
