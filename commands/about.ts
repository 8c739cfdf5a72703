import { isSameLanguage, type Localised, languageName, localised } from '../src/core/language/locale.ts';
import { shorten } from '../src/core/language/text.ts';
import type { CorpusFault } from '../src/core/library.ts';
import { newestFirst } from '../src/core/transcript/order.ts';
import { BASES, type Transcript } from '../src/core/transcript/transcript.ts';
import type { Message } from '../src/messages/message.ts';
import { localisedProblem } from '../src/messages/problems/describe.ts';
import { titleOf } from '../src/reply/front-matter.ts';
import { type Block, note, text } from '../src/reply/reply.ts';
import type { Caller } from './command.ts';
import { slashCommand } from './shared/slash-command.ts';

/** How many seminars are described; the others are only counted. */
const SEMINARS = 5;
/** How many problems of the corpus are shown here, and how many characters of each sentence; the log has more. */
const PROBLEMS = 3;
const PROBLEM_LENGTH = 250;

export default slashCommand({
  name: 'about',
  localName: 'command.about.name',
  description: 'command.about.description',
  options: [],
  run: (_options, { library, versions, corpusFault }, caller) => {
    const { transcripts, passages } = library;
    const shown = [...transcripts].sort(newestFirst).slice(0, SEMINARS);
    const told = corpusFault && maySeeProblems(caller) ? corpusFault : null;
    const blocks: Block[] = told ? faultyCorpus(told) : [];
    if (told && caller) blocks.push(note({ key: 'about.fault-private' }));
    blocks.push(text({ key: 'about.sources' }), ...shown.flatMap(describe));
    if (transcripts.length > shown.length) {
      blocks.push(text({ key: 'about.further', values: { count: transcripts.length - shown.length } }));
    }
    blocks.push(
      text({ key: 'about.attribution' }),
      { kind: 'list', items: BASES.map((basis) => ({ key: `about.${basis}` as const })) },
      text({ key: 'about.stored' }),
      note({ key: 'about.versions', values: { ...versions, passages: passages.size } }),
    );
    return { outcome: 'shown', blocks, ...(told && { forAskerAlone: true }) };
  },
});

/** Whether somebody looks after the bot: a manager of the server, or the person at its terminal. */
function maySeeProblems(caller: Caller | undefined): boolean {
  return caller === undefined || caller.server?.mayManage === true;
}

/** Why answers do not come from the corpus files as they are now, and what to do about it. */
function faultyCorpus({ since, problems }: CorpusFault): Block[] {
  const items = problems.slice(0, PROBLEMS).map((problem): Message => {
    const { file, line } = problem;
    const { what, remedy } = localisedProblem(problem);
    return { key: 'about.fault', values: { file, line, what: shortened(what), remedy: shortened(remedy) } };
  });
  const time = `${since.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC`;
  const blocks: Block[] = [text({ key: 'about.faulty', values: { time } }), { kind: 'list', items }];
  const more = problems.length - items.length;
  if (more > 0) blocks.push(text({ key: 'about.faults-further', values: { count: more } }));
  return blocks;
}

function shortened(text: Localised): Localised {
  return localised((locale) => shorten(text[locale], PROBLEM_LENGTH));
}

/** Describes a seminar: what it was, and what its words come from. */
function describe(transcript: Transcript): Block[] {
  const { organiser, headline, language, spoken, segments } = transcript;
  const items: Message[] = [];
  if (organiser) items.push({ key: 'about.organiser', values: { organiser } });
  if (headline !== null) items.push({ key: 'about.headline', values: { headline } });
  if (!isSameLanguage(spoken, language))
    items.push({ key: 'about.spoken', values: { language: languageName(spoken) } });
  items.push({ key: 'about.language', values: { language: { key: `language.${language}` } } });
  const isTranslated = segments.some(({ translation }) => translation !== null);
  items.push({ key: isTranslated ? 'about.translated' : 'about.untranslated' });
  return [text({ key: 'about.seminar', values: titleOf(transcript) }), { kind: 'list', items }];
}
