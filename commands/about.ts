import { isSameLanguage, languageName } from '../src/core/language/locale.ts';
import { shorten } from '../src/core/language/text.ts';
import type { CorpusFault } from '../src/core/library.ts';
import { BASES, type Transcript } from '../src/core/transcript/transcript.ts';
import type { Message } from '../src/messages/message.ts';
import { type Block, note, text } from '../src/reply/reply.ts';
import type { Caller, Command } from './command.ts';

/** How many seminars are described; the others are counted. */
const SEMINARS = 5;
/** How many faults of the corpus are told here, and how much of each; the log has more. */
const FAULTS = 3;
const FAULT_LENGTH = 250;

export default {
  name: 'about',
  localName: 'command.about.name',
  description: 'command.about.description',
  options: [],
  run: (_input, { library, versions, corpusFault }, caller) => {
    const { transcripts, passages } = library;
    const shown = transcripts.slice(0, SEMINARS);
    const told = corpusFault && mayMend(caller) ? corpusFault : null;
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
      {
        kind: 'note',
        message: { key: 'about.versions', values: { ...versions, passages: passages.size } },
      },
    );
    return { outcome: 'shown', blocks, ...(told && { forAskerAlone: true }) };
  },
} satisfies Command;

/** Whether somebody looks after the bot: a manager of the server, or whoever sits at its terminal. */
function mayMend(caller: Caller | undefined): boolean {
  return caller === undefined || caller.server?.mayManage === true;
}

/** Why answers do not come from the corpus files as they are now, and how to mend them. */
function faultyCorpus({ since, problems }: CorpusFault): Block[] {
  const items = problems.slice(0, FAULTS).map(({ file, line, what, remedy }): Message => {
    return {
      key: 'about.fault',
      values: { file, line, what: shorten(what, FAULT_LENGTH), remedy: shorten(remedy, FAULT_LENGTH) },
    };
  });
  const time = `${since.toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length).replace('T', ' ')} UTC`;
  const blocks: Block[] = [text({ key: 'about.faulty', values: { time } }), { kind: 'list', items }];
  const more = problems.length - items.length;
  if (more > 0) blocks.push(text({ key: 'about.faults-further', values: { count: more } }));
  return blocks;
}

/** A seminar: what it was, and where its words come from. */
function describe(transcript: Transcript): Block[] {
  const { title, date, organiser, headline, language, spoken, segments } = transcript;
  const items: Message[] = [{ key: 'about.organiser', values: { organiser } }];
  if (headline !== null) items.push({ key: 'about.headline', values: { headline } });
  if (!isSameLanguage(spoken, language))
    items.push({ key: 'about.spoken', values: { language: languageName(spoken) } });
  items.push({ key: 'about.language', values: { language: { key: `language.${language}` } } });
  const isTranslated = segments.some(({ translation }) => translation !== null);
  items.push({ key: isTranslated ? 'about.translated' : 'about.untranslated' });
  return [text({ key: 'about.seminar', values: { title, date } }), { kind: 'list', items }];
}
