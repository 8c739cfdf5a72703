/** Discord's numbers, as its API reference gives them. Lengths are in UTF-16 units, the stricter reading. */

/** All text displays of one message together. */
export const MESSAGE_TEXT = 4000;
export const CUSTOM_ID = 100;
export const BUTTON_LABEL = 80;
/** The address behind a button. */
export const LINK_URL = 512;
/** Buttons side by side. */
export const ROW_BUTTONS = 5;
/** Entries of one completion list. */
export const SUGGESTIONS = 25;
/** The shown name of a completion entry, and its value. */
export const SUGGESTION_TEXT = 100;
/** The title of a form. */
export const FORM_TITLE = 45;
/** What stands below the label of a field. */
export const FIELD_HINT = 100;
