import { ComponentType } from '../../render/discord.ts';
import { PHONE_COLUMNS } from '../../render/excerpt-forms.ts';
import { withoutAddresses } from '../../render/markdown.ts';
import type { AnyComponent } from '../../render/message-language.ts';
import { wrapped } from '../../render/wrapping.ts';

/** What starts a line in Markdown without being shown: of a quotation, of small print, of a heading. */
const LINE_SIGNS = /^(?:> )?(?:-# |#{1,3} )?/gm;
/** An escaped sign, or one of those that set off bold, italic, underlined, struck and hidden text, or code. */
const INLINE_SIGNS = /\\(.)|\*{1,3}|__|~~|\|\||`/gu;

/** The words of a text of Discord as a reader sees them, without the signs of Markdown. */
export function withoutMarkdown(content: string): string {
  return withoutAddresses(content.replace(LINE_SIGNS, '')).replace(INLINE_SIGNS, '$1');
}

/**
 * How many lines of a phone a message takes: those of its texts, and one for each row of buttons. Space and separators count
 * nothing.
 * @param message its components as Discord's API takes them, of whatever type
 */
export function phoneLines({ components }: { components: readonly unknown[] }): number {
  return components.reduce<number>((lines, component) => lines + linesOf(component), 0);
}

/** How many characters of text a message shows, those of its buttons not counted. */
export function charactersShown({ components }: { components: readonly unknown[] }): number {
  return components.reduce<number>((count, component) => {
    const { content, components: held } = partsOf(component);
    return count + Array.from(withoutMarkdown(content)).length + charactersShown({ components: held });
  }, 0);
}

function linesOf(component: unknown): number {
  const { type, content, components, accessory } = partsOf(component);
  if (type === ComponentType.ActionRow) return components.length > 0 ? 1 : 0;
  const own = content === '' ? 0 : wrapped(withoutMarkdown(content), PHONE_COLUMNS).split('\n').length;
  // A button or picture stands beside the texts.
  return Math.max(own + phoneLines({ components }), accessory === undefined ? 0 : 1);
}

function partsOf(component: unknown) {
  const shown: AnyComponent = typeof component === 'object' && component !== null ? component : {};
  return {
    type: shown.type,
    content: typeof shown.content === 'string' ? shown.content : '',
    components: Array.isArray(shown.components) ? (shown.components as readonly unknown[]) : [],
    accessory: shown.accessory,
  };
}
