/**
 * An error that ends a program, in words for the person who runs Rostrum: what is wrong and what to do. The message
 * is the whole story, one or more lines; a stack trace would add nothing.
 */
export class OperatorError extends Error {
  override readonly name: string = 'OperatorError';
}
