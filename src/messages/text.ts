/**
 * A text as written. `{speaker}` is a slot for a value of the message, `{/digest status}` stands for the name of a command
 * and `{:id}` for that of an option.
 */
export type Text = string | Counted;

/** A text with two forms, chosen by the number in the slot `by`. Neither form has to show that number. */
export interface Counted {
  by: string;
  /** For exactly one. */
  one: string;
  other: string;
}

/** The names of a text's values. */
export type SlotOf<Written extends Text> = Written extends Counted
  ? Exclude<Braced<Written['one'] | Written['other']>, Reference> | Written['by']
  : Exclude<Braced<Written>, Reference>;

/** The slot whose number chooses the form of a text; `never` if there is only one form. */
export type CountOf<Written extends Text> = Written extends Counted ? Written['by'] : never;

/** `/digest status` or `:id`, without its braces. */
type Reference = `/${string}` | `:${string}`;

type Braced<Written> = Written extends `${string}{${infer Name}}${infer Rest}` ? Name | Braced<Rest> : never;
