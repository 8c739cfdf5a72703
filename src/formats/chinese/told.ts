import type { LeftOutReason, OpenedSource } from '../format.ts';
import type { Labels } from './uses.ts';

/** What is known of a text before its turns are told. */
export interface Told {
  opened: OpenedSource;
  labels: Labels;
  /** A label without words is added to it. */
  leftOut: Map<number, LeftOutReason>;
  /** Names of the file, as they are compared. */
  known: ReadonlySet<string>;
  isCaption: boolean;
  /** The position of the part with the first label; the number of parts if there is none. */
  first: number;
}
