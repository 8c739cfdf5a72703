/**
 * An English text as written. `{name}` is a slot for a value of the message; `{/digest status}` is the name of a command
 * and `{:id}` that of an option.
 */
export type Text = string | Counted;

/** A text with two forms, chosen by the number in the slot `by`; no form need show that number. */
export interface Counted {
  by: string;
  /** For exactly one. */
  one: string;
  other: string;
}

/** The names of the values that a text takes. */
export type SlotOf<Written extends Text> = Written extends Counted
  ? Exclude<Braced<Written['one'] | Written['other']>, Reference> | Written['by']
  : Exclude<Braced<Written>, Reference>;

/** The slot whose number chooses the form of a text; `never` if it has one form. */
export type CountOf<Written extends Text> = Written extends Counted ? Written['by'] : never;

/** `/digest status` or `:id`, without its braces. */
type Reference = `/${string}` | `:${string}`;

type Braced<Written> = Written extends `${string}{${infer Name}}${infer Rest}` ? Name | Braced<Rest> : never;
