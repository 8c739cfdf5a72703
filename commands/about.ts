import { BASES, type Transcript } from '../src/core/transcript.ts';
import { template } from '../src/render/catalogue.ts';
import { type Block, type Message, text } from '../src/render/reply.ts';
import type { Command } from './command.ts';

/** How many seminars are described; the others are counted. */
const SEMINARS = 5;

export default {
  name: 'about',
  localName: 'command.about.name',
  description: 'command.about.description',
  options: [],
  run: (_input, { library, versions }) => {
    const { transcripts, passages } = library;
    const shown = transcripts.slice(0, SEMINARS);
    const blocks: Block[] = [text({ key: 'about.sources' }), ...shown.flatMap(describe)];
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
    return { outcome: 'shown', blocks };
  },
} satisfies Command;

/** A seminar: what it was, and where its words come from. */
function describe({ title, date, organiser, headline, language, segments }: Transcript): Block[] {
  const items: Message[] = [{ key: 'about.organiser', values: { organiser } }];
  if (headline !== null) items.push({ key: 'about.headline', values: { headline } });
  items.push({ key: 'about.language', values: { language: template(`language.${language}`) } });
  const isTranslated = segments.some(({ translation }) => translation !== null);
  items.push({ key: isTranslated ? 'about.translated' : 'about.untranslated' });
  return [text({ key: 'about.seminar', values: { title, date } }), { kind: 'list', items }];
}
