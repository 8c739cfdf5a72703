import { languageOfWords, scriptOf } from '../core/language/language-of-words.ts';
import type { Locale } from '../core/language/locale.ts';
import { hasHan } from '../core/language/text.ts';

/** A component of a message as Discord's API has it, whatever its type. */
export interface AnyComponent {
  type?: unknown;
  custom_id?: unknown;
  content?: unknown;
  label?: unknown;
  components?: unknown;
  accessory?: unknown;
}

/**
 * The language in which one of our messages is, by its buttons, whose labels are our own words. Labels that both scripts of
 * Chinese share leave it to what the message says first.
 * @param components from Discord's API
 * @returns null if it has no button with a label
 */
export function languageOfMessage(components: readonly unknown[]): Locale | null {
  const all = components.flatMap(everyComponent);
  const labels = all.flatMap(({ label }) => (typeof label === 'string' ? label : [])).join(' ');
  if (labels.trim() === '') return null;
  if (!hasHan(labels) || languageOfWords(labels) === 'en') return 'en';
  const [beginning = ''] = all.flatMap(({ content }) => (typeof content === 'string' ? content : []));
  return scriptOf(labels) ?? scriptOf(beginning) ?? 'zh-CN';
}

/** A component and all that it holds, in the order in which they are shown. */
export function everyComponent(component: unknown): AnyComponent[] {
  if (typeof component !== 'object' || component === null) return [];
  const shown: AnyComponent = component;
  const held = Array.isArray(shown.components) ? shown.components : [];
  return [shown, ...held.flatMap(everyComponent), ...everyComponent(shown.accessory)];
}
