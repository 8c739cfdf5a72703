import type { Locale } from '../core/language/locale.ts';
import { visible } from '../core/language/visible.ts';
import { format } from '../messages/message.ts';
import type { Form, FormField } from '../reply/reply.ts';
import { FIELD_HINT, FORM_TITLE } from './limits.ts';
import { clip } from './markdown.ts';

/** Component types of Discord's API that forms use. */
const TEXT_INPUT = 4;
const LABEL = 18;
/** Discord's two heights of a text input. */
const STYLES = { one: 1, several: 2 } as const;

/** A text input with its label and hint. */
export interface LabelledInput {
  type: typeof LABEL;
  label: string;
  description: string;
  component: {
    type: typeof TEXT_INPUT;
    custom_id: string;
    style: 1 | 2;
    max_length: number;
    required: boolean;
  };
}

/** What is sent for a form, as Discord's API takes it. */
export interface DiscordForm {
  title: string;
  custom_id: string;
  components: LabelledInput[];
}

/**
 * A form in a reader's language.
 * @param id the custom id under which it comes back
 */
export function renderForm(
  { title, fields }: Form,
  { id, locale }: { id: string; locale: Locale },
): DiscordForm {
  return {
    title: clip(format(title, locale, { clean: visible }), FORM_TITLE),
    custom_id: id,
    components: fields.map((field) => labelledInput(field, locale)),
  };
}

function labelledInput(
  { name, label, hint, maxLength, lines, required }: FormField,
  locale: Locale,
): LabelledInput {
  return {
    type: LABEL,
    label: format({ key: label }, locale),
    description: clip(format(hint, locale, { clean: visible }), FIELD_HINT),
    component: { type: TEXT_INPUT, custom_id: name, style: STYLES[lines], max_length: maxLength, required },
  };
}
