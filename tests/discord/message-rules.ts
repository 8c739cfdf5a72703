import type { ZodMiniType } from 'zod/mini';
import { type Component, componentTypes, everyComponent, type PlacedComponent } from './components.ts';
import { emptyMessage, type FormProblem, refuseForm } from './refusals.ts';
import { schemaProblems } from './schemas.ts';

// The rules for messages that Discord's published schemas do not express, from
// https://discord.com/developers/docs/resources/message and
// https://discord.com/developers/docs/components/reference.
// Lengths are counted in UTF-16 units, as those schemas do.

export const messageFlags = {
  suppressEmbeds: 4,
  ephemeral: 64,
  loading: 128,
  suppressNotifications: 4096,
  voiceMessage: 8192,
  hasSnapshot: 16384,
  componentsV2: 32768,
} as const;

export interface AllowedMentions {
  parse?: string[] | null;
  users?: string[] | null;
  roles?: string[] | null;
  replied_user?: boolean | null;
}

export interface Embed {
  type?: string;
  url?: string | null;
  title?: string | null;
  description?: string | null;
  fields?: { name: string; value: string }[] | null;
  footer?: { text?: string | null } | null;
  author?: { name?: string | null } | null;
}

/** Which message a new one replies to, or which it forwards. */
export interface MessageReference {
  /** 0, as if it were missing, for a reply; 1 for a forward. */
  type?: number | null;
  message_id: string;
  channel_id?: string | null;
  guild_id?: string | null;
  fail_if_not_exists?: boolean | null;
}

/** The body of a message creation or edit, as far as the stand-in checks it. */
export interface MessageBody {
  content?: string | null;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  attachments?: { id: string; filename?: string | null; description?: string | null }[] | null;
  allowed_mentions?: AllowedMentions | null;
  flags?: number | null;
  tts?: boolean | null;
  poll?: unknown;
  sticker_ids?: string[] | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
  message_reference?: MessageReference | null;
}

/** What an edit starts from. */
export interface ExistingMessage {
  content: string;
  embeds: Embed[];
  components: Component[];
  attachments: unknown[];
  flags: number;
}

/**
 * Refuses a message that Discord would refuse, by its published schema and by the rules below.
 * `prefix` is the message's place in the body (`data` in an interaction callback).
 */
export function refuseInvalidMessage(
  body: unknown,
  {
    schema,
    existing,
    prefix = [],
    files = 0,
  }: {
    schema?: ZodMiniType;
    existing?: ExistingMessage | undefined;
    prefix?: PropertyKey[];
    files?: number;
  },
): asserts body is MessageBody {
  if (schema) refuseForm(schemaProblems(schema, body), prefix);
  const message = body as MessageBody;
  refuseForm(v2FlagKept(message, existing), prefix);
  const isV2 = ((message.flags ?? existing?.flags ?? 0) & messageFlags.componentsV2) !== 0;
  const placed = everyComponent(message.components);
  refuseForm(
    [
      ...contentLength(message),
      ...embedsTotal(message),
      ...mentionsNotContradictory(message),
      ...(isV2
        ? [
            ...noLegacyFields(message, existing),
            ...componentTotal(placed),
            ...textTotal(placed),
            ...textNotBlank(placed),
          ]
        : [...onlyActionRows(message), ...fiveRows(message)]),
      ...distinctCustomIds(placed),
      ...distinctComponentIds(placed),
      ...placed.flatMap(buttonRules),
      ...placed.flatMap(linkScheme),
      ...placed.flatMap(wholeColour),
      ...placed.flatMap(rowWidth),
      ...placed.flatMap(selectOptions),
    ],
    prefix,
  );
  refuseEmpty(message, existing, files);
}

/** "Once a message has been sent with this flag, it can't be removed from that message". */
function v2FlagKept(body: MessageBody, existing: ExistingMessage | undefined): FormProblem[] {
  const had = ((existing?.flags ?? 0) & messageFlags.componentsV2) !== 0;
  const dropped = body.flags != null && (body.flags & messageFlags.componentsV2) === 0;
  return had && dropped
    ? [
        problem(
          ['flags'],
          'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
          'The components V2 flag cannot be removed from a message',
        ),
      ]
    : [];
}

/** "Message contents (up to 2000 characters)"; the schema allows the 4000 of paying users. */
function contentLength(body: MessageBody): FormProblem[] {
  return (body.content?.length ?? 0) > 2000
    ? [problem(['content'], 'BASE_TYPE_MAX_LENGTH', 'Must be 2000 or fewer in length.')]
    : [];
}

/** "The combined sum of characters in all title, description, field.name, field.value, footer.text, and author.name fields across all embeds attached to a message must not exceed 6000 characters". */
function embedsTotal(body: MessageBody): FormProblem[] {
  const total = (body.embeds ?? [])
    .flatMap((embed) => [
      embed.title,
      embed.description,
      embed.footer?.text,
      embed.author?.name,
      ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    ])
    .reduce((sum, text) => sum + (text?.length ?? 0), 0);
  return total > 6000
    ? [problem(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000')]
    : [];
}

/** Allowed mentions: `parse: ["users"]` and a list of `users` are mutually exclusive, and so for roles. */
function mentionsNotContradictory(body: MessageBody): FormProblem[] {
  return (['users', 'roles'] as const)
    .filter((kind) => body.allowed_mentions?.parse?.includes(kind) && body.allowed_mentions[kind]?.length)
    .map((kind) =>
      problem(
        ['allowed_mentions'],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      ),
    );
}

/**
 * With IS_COMPONENTS_V2 "the `content` and `embeds` fields will no longer work" and "the `poll` and `stickers`
 * fields are disabled"; an edit that sets the flag must also clear what the message had of them.
 */
function noLegacyFields(body: MessageBody, existing: ExistingMessage | undefined): FormProblem[] {
  const isEmpty = (value: unknown) =>
    value == null || value === '' || (Array.isArray(value) && !value.length);
  const after = {
    content: body.content === undefined ? existing?.content : body.content,
    embeds: body.embeds === undefined ? existing?.embeds : body.embeds,
    poll: body.poll,
    sticker_ids: body.sticker_ids,
  };
  return Object.entries(after)
    .filter(([, value]) => !isEmpty(value))
    .map(([field]) =>
      problem(
        [field],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      ),
    );
}

/** "Messages allow up to 40 total components", nested ones and accessories counted. */
function componentTotal(placed: readonly PlacedComponent[]): FormProblem[] {
  return placed.length > 40
    ? [
        problem(
          ['components'],
          'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
          'Maximum number of total components (40) exceeded',
        ),
      ]
    : [];
}

/** The text displays of a message may have 4,000 characters in all. */
function textTotal(placed: readonly PlacedComponent[]): FormProblem[] {
  return textDisplays(placed).reduce((sum, { component }) => sum + (component.content?.length ?? 0), 0) > 4000
    ? [
        problem(
          ['components'],
          'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
          'Components displayable text size exceeds maximum size of 4000',
        ),
      ]
    : [];
}

/** A text display needs content; the schema counts characters, but Discord trims white space first. */
function textNotBlank(placed: readonly PlacedComponent[]): FormProblem[] {
  return textDisplays(placed)
    .filter(({ component }) => component.content?.trim() === '')
    .map(({ path }) =>
      problem([...path, 'content'], 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 4000 in length.'),
    );
}

/** Without IS_COMPONENTS_V2 only action rows may be at the top level: "To use these components, you need to send the message flag". */
function onlyActionRows(body: MessageBody): FormProblem[] {
  return (body.components ?? []).flatMap((component, index) =>
    component.type === componentTypes.actionRow
      ? []
      : [problem(['components', index], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).')],
  );
}

/** Legacy message component behaviour: "you can have up to 5 Action Rows". */
function fiveRows(body: MessageBody): FormProblem[] {
  return (body.components ?? []).length > 5
    ? [problem(['components'], 'BASE_TYPE_MAX_LENGTH', 'Must be 5 or fewer in length.')]
    : [];
}

/** "Multiple components on the same message must not share the same `custom_id`". */
export function distinctCustomIds(placed: readonly PlacedComponent[]): FormProblem[] {
  const seen = new Set<string>();
  return placed.flatMap(({ component, path }) => {
    if (component.custom_id == null) return [];
    if (seen.has(component.custom_id)) {
      return [
        problem(
          [...path, 'custom_id'],
          'COMPONENT_CUSTOM_ID_DUPLICATED',
          'Component custom id cannot be duplicated',
        ),
      ];
    }
    seen.add(component.custom_id);
    return [];
  });
}

/** "The `id` must be unique within the message"; 0 counts as empty. */
export function distinctComponentIds(placed: readonly PlacedComponent[]): FormProblem[] {
  const seen = new Set<number>();
  return placed.flatMap(({ component, path }) => {
    if (!component.id) return [];
    if (seen.has(component.id)) {
      return [problem([...path, 'id'], 'COMPONENT_ID_DUPLICATED', 'Component id cannot be duplicated')];
    }
    seen.add(component.id);
    return [];
  });
}

/**
 * "Non-link and non-premium buttons must have a `custom_id`, and cannot have a `url` or a `sku_id`. Link buttons
 * must have a `url`, and cannot have a `custom_id`. Premium buttons must contain a `sku_id`, and cannot have a
 * `custom_id`, `label`, `url`, or `emoji`". Every other button shows a label or an emoji.
 */
function buttonRules({ component, path }: PlacedComponent): FormProblem[] {
  if (component.type !== componentTypes.button) return [];
  const { style } = component;
  const needed = style === 5 ? 'url' : style === 6 ? 'sku_id' : 'custom_id';
  const barred = (
    style === 5
      ? ['custom_id', 'sku_id']
      : style === 6
        ? ['custom_id', 'url', 'label', 'emoji']
        : ['url', 'sku_id']
  ) as (keyof Component)[];
  return [
    ...(component[needed]
      ? []
      : [
          problem(
            [...path, needed],
            'BASE_TYPE_REQUIRED',
            `A button of style ${style} must have a ${needed}`,
          ),
        ]),
    ...barred
      .filter((field) => component[field])
      .map((field) =>
        problem(
          [...path, field],
          'BUTTON_COMPONENT_FIELD_INVALID',
          `A button of style ${style} cannot have a ${field}`,
        ),
      ),
    ...(style === 6 || component.label || component.emoji
      ? []
      : [
          problem(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji'),
        ]),
  ];
}

/** "Scheme must be one of ('http', 'https', 'discord')", says Discord of the links of buttons; the schema takes any. */
function linkScheme({ component, path }: PlacedComponent): FormProblem[] {
  const { type, url } = component;
  return type !== componentTypes.button || !url || /^(?:https?|discord):\/\//.test(url)
    ? []
    : [problem([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', `Scheme of "${url}" is not supported.`)];
}

/** "Color for the accent on the container as RGB from `0x000000` to `0xFFFFFF`", an integer; the schema takes fractions. */
function wholeColour({ component, path }: PlacedComponent): FormProblem[] {
  return Number.isInteger(component.accent_color ?? 0)
    ? []
    : [
        problem(
          [...path, 'accent_color'],
          'NUMBER_TYPE_COERCE',
          `Value "${component.accent_color}" is not int.`,
        ),
      ];
}

/** An action row holds "up to 5 contextually grouped buttons" or "a single select component". */
function rowWidth({ component, path }: PlacedComponent): FormProblem[] {
  const children = component.type === componentTypes.actionRow ? (component.components ?? []) : [];
  const width = children.reduce((sum, child) => sum + (child.type === componentTypes.button ? 1 : 5), 0);
  return width > 5
    ? [
        problem(
          [...path, 'components'],
          'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
          'The specified component exceeds the maximum width',
        ),
      ]
    : [];
}

/** String select: option values differ, and `min_values` ≤ `max_values` ≤ the number of options. */
function selectOptions({ component, path }: PlacedComponent): FormProblem[] {
  if (component.type !== componentTypes.stringSelect) return [];
  const values = (component.options ?? []).map((option) => option.value);
  const most = component.max_values ?? 1;
  return [
    ...(new Set(values).size < values.length
      ? [
          problem(
            [...path, 'options'],
            'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            'The specified option value is already used',
          ),
        ]
      : []),
    ...((component.min_values ?? 1) > most || most > values.length
      ? [
          problem(
            [...path, 'max_values'],
            'SELECT_COMPONENT_MAX_VALUES_INVALID',
            'max_values must lie between min_values and the number of options',
          ),
        ]
      : []),
  ];
}

/** "At least one of content, embeds, sticker_ids, components, files[n], or poll is required"; after an edit too. */
function refuseEmpty(body: MessageBody, existing: ExistingMessage | undefined, files: number): void {
  const content = body.content === undefined ? existing?.content : body.content;
  const lists = (['embeds', 'components', 'attachments'] as const).map((field) =>
    body[field] === undefined ? existing?.[field] : body[field],
  );
  const something =
    content?.trim() ||
    lists.some((list) => list?.length) ||
    files > 0 ||
    body.sticker_ids?.length ||
    body.poll;
  if (!something) throw emptyMessage();
}

const textDisplays = (placed: readonly PlacedComponent[]) =>
  placed.filter(({ component }) => component.type === componentTypes.textDisplay);

const problem = (path: PropertyKey[], code: string, message: string): FormProblem => ({
  path,
  code,
  message,
});
