/** Discord's numbers that only tests look at: the code keeps far below them. Lengths are in UTF-16 units. */

/** Components of one message, nested ones too. */
export const MESSAGE_COMPONENTS = 40;
/** A form's title, the label of each of its fields, and the hint below that. */
export const FORM_TITLE = 45;
export const FIELD_LABEL = 45;
export const FIELD_HINT = 100;
export const FORM_FIELDS = 5;
/** What a person can write into one field. */
export const FIELD_TEXT = 4000;
