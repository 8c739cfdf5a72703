import { passagesIn, startingAt } from '../src/core/passages/pages.ts';
import type { Transcript } from '../src/core/transcript/transcript.ts';
import { joined } from '../src/messages/message.ts';
import { failure, type Reply } from '../src/reply/reply.ts';
import { contentsAt, pageAt, transcriptActions } from './buttons/transcript.ts';
import type { Context } from './command.ts';
import { seminarCalled } from './shared/choose.ts';
import { PRIVATE, SEMINAR } from './shared/options.ts';
import { slashCommand } from './shared/slash-command.ts';

export default slashCommand({
  name: 'transcript',
  localName: 'command.transcript.name',
  description: 'command.transcript.description',
  options: [
    { ...SEMINAR, description: 'command.transcript.seminar' },
    {
      name: 'from',
      localName: 'option.from.name',
      description: 'command.transcript.from',
      type: 'string',
      maxLength: 80,
    },
    PRIVATE,
  ],
  run: transcript,
  actions: transcriptActions,
});

export interface TranscriptInput {
  /** A seminar's id. */
  seminar?: string | undefined;
  /** A source line, or the id of a segment or passage. */
  from?: string | undefined;
}

/** Shows a seminar's table of contents, or its text from some place on; or says what is wrong with the request. */
export function transcript(input: TranscriptInput, { library }: Context): Reply {
  const chosen = choose(input, library.transcripts);
  if ('outcome' in chosen) return chosen;
  const passages = passagesIn(library, chosen);
  const [first] = passages;
  const last = passages.at(-1);
  if (!first || !last) return failure({ key: 'failure.unexpected' });
  if (input.from === undefined) return contentsAt(first, library);
  const start = startingAt(passages, input.from);
  if (start) return pageAt(start, library);
  const values = { from: input.from, first: first.line, last: last.line, segment: first.segment.id };
  return failure({ key: 'failure.place-unknown', values });
}

/** The seminar that is meant: the one that was named, if only in the passage's id, or the only one there is. */
function choose({ seminar, from }: TranscriptInput, all: readonly Transcript[]): Transcript | Reply {
  const named = seminar ?? /^\s*([^/\s]+)\//.exec(from ?? '')?.[1];
  if (named !== undefined) return seminarCalled(named, all);
  const [only, ...others] = all;
  if (only && others.length === 0) return only;
  return failure({ key: 'failure.seminar-missing', values: { seminars: joined(all.map(({ id }) => id)) } });
}
