import { PHONE_COLUMNS } from '../../src/render/excerpt-forms.ts';
import { columnsOf } from '../../src/render/wrapping.ts';
import { type Component, everyComponent } from '../discord/components.ts';

/** How many lines of a phone the words of a message take. */
export function phoneLines(components: readonly Component[]): number {
  return everyComponent(components)
    .flatMap(({ component }) => component.content?.split('\n') ?? [])
    .reduce((total, line) => total + Math.max(1, Math.ceil(columnsOf(line) / PHONE_COLUMNS)), 0);
}

/** What an excerpt in Discord's Markdown quotes: its words as they are in the source, and where they are cut. */
export function quotationIn(content: string): { words: string; cut: { before: boolean; after: boolean } } {
  const quoted = content.split('\n').findLast((line) => line.startsWith('> ')) ?? '';
  const words = quoted.slice('> '.length).replace(/\\([\s\S])|\*\*/g, '$1');
  const cut = { before: words.startsWith('[…] '), after: words.endsWith(' […]') };
  return { words: words.slice(cut.before ? 4 : 0, cut.after ? -4 : undefined), cut };
}
