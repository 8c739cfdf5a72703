/** Discord's numbers, as its API reference gives them. Lengths are in UTF-16 units, the stricter reading. */

/** All text displays of one message together. */
export const MESSAGE_TEXT = 4000;
/** Components of one message, nested ones too. */
export const MESSAGE_COMPONENTS = 40;
export const CUSTOM_ID = 100;
/** A form's title, the label of each of its fields, and the hint below that. */
export const FORM_TITLE = 45;
export const FIELD_LABEL = 45;
export const FIELD_HINT = 100;
export const FORM_FIELDS = 5;
/** What a person can write into one field. */
export const FIELD_TEXT = 4000;
/** Entries of one completion list. */
export const SUGGESTIONS = 25;
/** The shown name of a completion entry, and its value. */
export const SUGGESTION_TEXT = 100;
