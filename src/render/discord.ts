import type { Locale } from '../core/language/locale.ts';
import { shorten } from '../core/language/text.ts';
import { visible } from '../core/language/visible.ts';
import { format } from '../messages/message.ts';
import { sourceNotes, translationMark } from '../reply/attribution.ts';
import { type Action, type Block, type Reply, understoodHeading } from '../reply/reply.ts';
import { customId } from './custom-id.ts';
import { type ExcerptPart, excerptParts, partsOf } from './discord-excerpt.ts';
import { type Lengths, PHONE_COLUMNS, USUAL } from './excerpt-forms.ts';
import { BUTTON_LABEL, MESSAGE_TEXT, ROW_BUTTONS } from './limits.ts';
import { clip, smallPrint, withoutAddresses, words } from './markdown.ts';
import { columnsOf } from './wrapping.ts';

/** Component types of Discord's API that replies use. */
export const ComponentType = {
  ActionRow: 1,
  Button: 2,
  Section: 9,
  TextDisplay: 10,
  Separator: 14,
  Container: 17,
} as const;

export interface TextDisplay {
  type: typeof ComponentType.TextDisplay;
  content: string;
}
export interface Separator {
  type: typeof ComponentType.Separator;
}
/** A text with a button beside it that leads to a moment of a recording. */
export interface Section {
  type: typeof ComponentType.Section;
  components: [TextDisplay];
  accessory: { type: typeof ComponentType.Button; style: typeof LINK; label: string; url: string };
}
export interface Container {
  type: typeof ComponentType.Container;
  /** RGB. */
  accent_color?: number;
  components: (TextDisplay | Separator | Section)[];
}

export interface ActionRow {
  type: typeof ComponentType.ActionRow;
  components: { type: typeof ComponentType.Button; style: number; label: string; custom_id: string }[];
}

/** Discord's flag for messages made of components alone. */
const IS_COMPONENTS_V2 = 1 << 15;
/** Grey: buttons are not what people come for. */
const SECONDARY = 2;
const LINK = 5;

/** The stripe beside a reply, by its kind, which its words say too: Discord's own green, amber, grey and red. */
const ACCENTS: Readonly<Record<Reply['outcome'], number | null>> = {
  answered: 0x57f287,
  closest: 0xfee75c,
  refused: 0x99aab5,
  failed: 0xed4245,
  shown: null,
};

/** What is sent for a reply, as Discord's API takes it. */
export interface DiscordMessage {
  flags: typeof IS_COMPONENTS_V2;
  components: (Container | ActionRow)[];
}

/** For whom a reply is rendered. */
export interface Audience {
  locale: Locale;
  /** Who asked for it: the owner of its buttons. */
  ownerId: string;
  /** Everybody in the channel sees it, and its owner can remove it. */
  isPublic: boolean;
}

/** The name of the button under every message that others see too, with which the asker removes it. */
export const REMOVE = 'remove';

/**
 * A reply as a message: its words, with its buttons below. Under excerpts they are one row, and of more the last ones are
 * left out; a list to choose from has a button for each.
 */
export function renderMessage(reply: Reply, { locale, ownerId, isPublic }: Audience): DiscordMessage {
  const remove: Action[] = isPublic ? [{ name: REMOVE, label: { key: 'button.remove' }, args: [] }] : [];
  const isQuoting = reply.blocks.some(({ kind }) => kind === 'excerpt');
  const most = isQuoting ? ROW_BUTTONS - remove.length : Number.POSITIVE_INFINITY;
  const actions = (reply.actions ?? []).slice(0, most);
  const buttons = [...actions, ...remove].map((action) => ({
    type: ComponentType.Button,
    style: SECONDARY,
    label: clip(format(action.label, locale, { clean: visible }), BUTTON_LABEL),
    custom_id: customId(action, ownerId),
  }));
  const rows = Array.from({ length: Math.ceil(buttons.length / ROW_BUTTONS) }, (_, row): ActionRow => {
    const components = buttons.slice(row * ROW_BUTTONS, (row + 1) * ROW_BUTTONS);
    return { type: ComponentType.ActionRow, components };
  });
  return { flags: IS_COMPONENTS_V2, components: [renderContainer(reply, locale), ...rows] };
}

/**
 * Lines of a phone. An answer is best one screen, and at most two: with its buttons, and lines that end between words, the
 * most is then about forty.
 */
const ONE_SCREEN = 14;
const TWO_SCREENS = 36;

/** How long the excerpts of a reply may be, and for how many lines of a phone these lengths are meant. */
interface Attempt {
  lengths: Lengths;
  lines: number;
}

/**
 * Tried in turn until the reply fits: first with as much as one screen has room for, then as usual on two, then shorter:
 * whole passages in characters, short ones in lines of a phone; 0 leaves the answering sentence alone. Then long sentences
 * after the first are left out, and only named.
 */
const ATTEMPTS: readonly Attempt[] = [
  { lengths: { ...USUAL, linesWithWords: Number.POSITIVE_INFINITY }, lines: ONE_SCREEN },
  ...[
    USUAL,
    ...[
      [1200, 5],
      [1000, 4],
      [800, 3],
      [600, 2],
      [450, 1],
      [300, 0],
      [200, 0],
      [0, 0],
    ].map(([whole = 0, lines = 0]) => ({ ...USUAL, whole, short: lines * PHONE_COLUMNS })),
    ...[6, 5, 4, 3, 2, 1, 0].map((lines) => {
      const most = lines * PHONE_COLUMNS;
      return { ...USUAL, whole: 0, short: 0, sentence: most, line: Math.min(most, USUAL.line) };
    }),
  ].map((lengths) => ({ lengths, lines: TWO_SCREENS })),
];

/** Tried only if that is too much for a message: sentences are then cut inside, which is marked. */
const CUT: readonly Lengths[] = [
  [2000, 10],
  [1200, 8],
  [800, 6],
  [500, 4],
  [300, 3],
  [200, 2],
  [100, 1],
  [50, 1],
].map(([quotation = 0, lines = 0]) => {
  const shortSentence = lines * PHONE_COLUMNS;
  return { ...USUAL, whole: 0, short: 0, sentence: 0, line: 0, shortSentence, quotation };
});

/** A question in a reply, in characters: six lines of a phone. Few are longer, and what goes on with it reads it there. */
const QUESTION_LENGTH = { en: 270, 'zh-CN': 135, 'zh-TW': 135 } as const;

/** The words of a reply, within Discord's limits and, if its excerpts are short ones, within those of a phone. */
function renderContainer(reply: Reply, locale: Locale): Container {
  const isShort = reply.blocks.some((block) => block.kind === 'excerpt' && block.form !== undefined);
  const uncut = firstThatFits(
    ATTEMPTS,
    ({ lengths }) => renderSections(reply, locale, lengths),
    (each, { lines }) => charactersOf(each) <= MESSAGE_TEXT && (!isShort || phoneLinesOf(each) <= lines),
  );
  const sections =
    charactersOf(uncut) <= MESSAGE_TEXT
      ? uncut
      : firstThatFits(
          CUT,
          (lengths) => renderSections(reply, locale, lengths),
          (each) => charactersOf(each) <= MESSAGE_TEXT,
        );
  const accent = ACCENTS[reply.outcome];
  return {
    type: ComponentType.Container,
    ...(accent !== null && { accent_color: accent }),
    components: withinLimit(sections).flatMap((parts, at) => [
      ...(at > 0 ? [{ type: ComponentType.Separator }] : []),
      ...parts.map((part) => componentOf(part, locale)),
    ]),
  };
}

function componentOf({ content, play }: ExcerptPart, locale: Locale): TextDisplay | Section {
  const text: TextDisplay = { type: ComponentType.TextDisplay, content };
  if (play === undefined) return text;
  const label = clip(format(play.label, locale, { clean: visible }), BUTTON_LABEL);
  return {
    type: ComponentType.Section,
    components: [text],
    accessory: { type: ComponentType.Button, style: LINK, label, url: play.url },
  };
}

/** The first result that fits, or the last one. */
function firstThatFits<Try, Result>(
  attempts: readonly Try[],
  make: (attempt: Try) => Result[],
  fits: (result: readonly Result[], attempt: Try) => boolean,
): Result[] {
  let last: Result[] = [];
  for (const attempt of attempts) {
    last = make(attempt);
    if (fits(last, attempt)) break;
  }
  return last;
}

/** What stands between two separators. */
type Parts = readonly ExcerptPart[];

function charactersOf(sections: readonly Parts[]): number {
  return sections.flat().reduce((total, { content }) => total + content.length, 0);
}

function phoneLinesOf(sections: readonly Parts[]): number {
  return sections
    .flat()
    .flatMap(({ content }) => withoutAddresses(content).split('\n'))
    .reduce((total, line) => total + Math.max(1, Math.ceil(columnsOf(line) / PHONE_COLUMNS)), 0);
}

/** Cuts what is still too long because other words than excerpts are. */
function withinLimit(sections: readonly Parts[]): readonly Parts[] {
  if (charactersOf(sections) <= MESSAGE_TEXT) return sections;
  const share = Math.floor(MESSAGE_TEXT / sections.flat().length);
  return sections.map((parts) => parts.map((part) => ({ ...part, content: clip(part.content, share) })));
}

/**
 * What is between separators, each in its parts: one for each excerpt, and one for the blocks between two excerpts.
 * Excerpts that are a line each stand together.
 */
function renderSections(reply: Reply, locale: Locale, lengths: Lengths): Parts[] {
  const sections: Parts[] = [];
  let together: string[] = [];
  let areLines = false;
  let number = (reply.firstNumber ?? 1) - 1;
  let lines = 0;
  let excerpts = 0;
  const isOnlyOne = reply.blocks.filter(({ kind }) => kind === 'excerpt').length === 1;
  const close = () => {
    if (together.length > 0) sections.push(partsOf(together));
    together = [];
    areLines = false;
  };
  together.push(...questionLine(reply, locale));
  for (const block of reply.blocks) {
    if (block.kind !== 'excerpt') {
      if (areLines) close();
      together.push(renderWords(block, locale));
      continue;
    }
    number++;
    if (block.form === 'line') lines++;
    const parts = excerptParts(block, {
      number: block.alone || isOnlyOne ? null : number,
      locale,
      lengths: lines > lengths.linesWithWords ? { ...lengths, line: 0 } : lengths,
      isFirst: excerpts === 0,
      mark: translationMark(block, reply, locale),
    });
    excerpts++;
    if (block.form === 'line') {
      if (!areLines) close();
      areLines = true;
      together.push(...parts.map(({ content }) => content));
    } else {
      close();
      sections.push(parts);
    }
  }
  together.push(...sourceNotes(reply, locale).map((note) => smallPrint(note, locale)));
  close();
  return sections;
}

/** What was asked, or how a follow-up was understood; a further follow-up reads it again. */
function questionLine({ question, isUnderstood }: Reply, locale: Locale): string[] {
  if (question === undefined) return [];
  const values = { question: shorten(question, QUESTION_LENGTH[locale]) };
  return isUnderstood
    ? [`**${words(understoodHeading(values.question), locale)}**`]
    : [smallPrint({ key: 'answer.question', values }, locale)];
}

function renderWords(block: Exclude<Block, { kind: 'excerpt' }>, locale: Locale): string {
  switch (block.kind) {
    case 'text':
      return words(block.message, locale);
    case 'note':
      return smallPrint(block.message, locale);
    case 'list':
      return block.items.map((item) => `- ${words(item, locale)}`).join('\n');
  }
}
