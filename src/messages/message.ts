import { type Locale, type Localised, localised } from '../core/language/locale.ts';
import { en, type MessageKey } from './en.ts';
import type { CountOf, SlotOf, Text } from './text.ts';
import { zhCN } from './zh-CN.ts';
import { zhTW } from './zh-TW.ts';

/** A message with its values, not yet in any language. The values are the slots of its English text. */
export type Message =
  | { readonly key: PlainKey; readonly values?: never }
  | { [Key in SlottedKey]: { readonly key: Key; readonly values: ValuesOf<Key> } }[SlottedKey];

/** The key of a message that takes no values. */
export type PlainKey = Exclude<MessageKey, SlottedKey>;

type SlottedKey = {
  [Key in MessageKey]: [SlotOf<English[Key]>] extends [never] ? never : Key;
}[MessageKey];

type ValuesOf<Key extends MessageKey> = {
  readonly [Slot in SlotOf<English[Key]>]: Slot extends CountOf<English[Key]> ? number : Value;
};

type English = typeof en;

/** What fills a slot: the same in all languages, a text for each, or another message. */
export type Value = string | number | Localised | TypedText | Message;

/** A text with names of commands or options: as Discord shows them in each language, and as typed in a terminal. */
export interface TypedText extends Localised {
  readonly typed: string;
}

/** How a message is put into words, besides its language. */
export interface Wording {
  /** Makes a value harmless where it is shown. Never applied to our own words. */
  clean?: (value: string) => string;
  /** `typed`: commands and options have their English names, as typed in a terminal. By default they are localised. */
  names?: 'typed';
}

const TEXTS: Readonly<Record<Locale, Readonly<Record<MessageKey, Text>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

const ENGLISH_PLURALS = new Intl.PluralRules('en');

/**
 * Puts a message into words.
 * @throws if a slot has no value, which the types rule out
 */
export function format(message: Message, locale: Locale, wording: Wording = {}): string {
  const values: Readonly<Record<string, Value>> = message.values ?? {};
  const join = locale === 'en' ? (before: string, next: string) => before + next : spaced;
  const [opening = '', ...pieces] = formOf(message.key, locale, values).split(/\{([^{}]+)\}/);
  let words = opening;
  for (let at = 0; at < pieces.length; at += 2) {
    const [slot = '', following = ''] = pieces.slice(at, at + 2);
    if (isReference(slot)) {
      words += nameReferred(slot, wording.names === 'typed' ? 'en' : locale) + following;
    } else {
      const value = values[slot];
      if (value === undefined) throw new Error(`The message ${message.key} has no value for "${slot}".`);
      words = join(join(words, wordsOf(value, locale, wording)), following);
    }
  }
  return words;
}

function isReference(slot: string): boolean {
  return slot.startsWith('/') || slot.startsWith(':');
}

/** The form of a text that its number calls for. */
function formOf(key: MessageKey, locale: Locale, values: Readonly<Record<string, Value>>): string {
  const text = TEXTS[locale][key];
  if (typeof text === 'string') return text;
  return ENGLISH_PLURALS.select(Number(values[text.by])) === 'one' ? text.one : text.other;
}

/** The name behind a reference such as `/ask`, `/digest status` or `:id`. */
function nameReferred(reference: string, locale: Locale): string {
  const texts: Readonly<Record<string, Text | undefined>> = TEXTS[locale];
  const nameOf = (owner: string, name: string) => {
    const text = texts[`${owner}.${name}.name`];
    return typeof text === 'string' ? text : name;
  };
  const [name = '', subcommand] = reference.slice(1).split(' ');
  if (reference.startsWith(':')) return nameOf('option', name);
  const command = `/${nameOf('command', name)}`;
  return subcommand === undefined ? command : `${command} ${nameOf(name, subcommand)}`;
}

function wordsOf(value: Value, locale: Locale, wording: Wording): string {
  const { clean = (text: string) => text, names } = wording;
  if (typeof value !== 'object') return clean(String(value));
  if ('key' in value) return format(value, locale, wording);
  return clean(names === 'typed' && 'typed' in value ? value.typed : value[locale]);
}

/** Joins two pieces of a Chinese text, with a space only between Chinese and Latin letters or digits. */
function spaced(before: string, next: string): string {
  const meeting = `${before.slice(-2)}\n${next.slice(0, 3)}`;
  if (/\p{Script=Han}\n[\p{Script=Latin}\p{Nd}]|[\p{Script=Latin}\p{Nd}]\n\p{Script=Han}/u.test(meeting))
    return `${before} ${next}`;
  if (/\p{Script=Han}\n \p{Script=Han}/u.test(meeting)) return before + next.slice(1);
  if (/\p{Script=Han} \n\p{Script=Han}/u.test(meeting)) return before.slice(0, -1) + next;
  return before + next;
}

/** A message in the words of each language. */
export function inEachLanguage(message: Message): Localised {
  return localised((locale) => format(message, locale));
}

/**
 * Writes a text with names of commands or options.
 * @param write makes the text; `nameOf` gives the name for a key such as `command.ask.name`
 */
export function typedText(write: (nameOf: (key: PlainKey) => string) => string): TypedText {
  const inLanguage = (locale: Locale) => write((key) => format({ key }, locale));
  return { ...localised(inLanguage), typed: inLanguage('en') };
}

const listFormats = new Map<string, Intl.ListFormat>();

/** Made once: making one takes longer than joining the names. */
function listFormat(locale: Locale, last: 'and' | 'or'): Intl.ListFormat {
  const name = `${locale} ${last}`;
  const known = listFormats.get(name);
  if (known) return known;
  const made = new Intl.ListFormat(locale, { type: last === 'and' ? 'conjunction' : 'disjunction' });
  listFormats.set(name, made);
  return made;
}

/**
 * Joins names into a list, as in a sentence of each language.
 * @param last what is before the last one
 */
export function joined(names: readonly (string | Localised)[], last: 'and' | 'or' = 'and'): Localised {
  return localised((locale) => {
    const own = names.map((name) => (typeof name === 'string' ? name : name[locale]));
    // There is no space before the Chinese "and": Latin letters would run into it.
    if (locale !== 'en' && !own.every(isChineseAtEnds)) return own.join('\u3001');
    return listFormat(locale, last).format(own);
  });
}

/**
 * Joins names into a list that ends, however many there are: "Ann, Bo and 160 more".
 * @param most how many names are written out, if there are more
 * @param kind what is counted
 */
export function someOf(
  names: readonly (string | Localised)[],
  most: number,
  kind: 'some.speakers' | 'some.seminars' | 'some.topics',
): Localised {
  // Nothing is gained by counting a single one.
  if (names.length <= most + 1) return joined(names);
  const shown = names.slice(0, most).map((name) => (typeof name === 'string' ? localised(() => name) : name));
  const list = localised((locale) =>
    shown.map((name) => name[locale]).join(locale === 'en' ? ', ' : '\u3001'),
  );
  return inEachLanguage({ key: kind, values: { shown: list, count: names.length - most } });
}

function isChineseAtEnds(name: string): boolean {
  return /^[\p{Script=Han}\u201C\u300A-\u300F].*(?<=[\p{Script=Han}\u201D\u300B-\u300F\uFF09])$/su.test(name);
}
