/** What a thrown value says about itself. Anything can be thrown, and libraries add fields of their own. */
export interface ErrorFields {
  name?: string;
  message?: string;
  /** Node's and SQLite's are texts, Discord's are numbers. */
  code?: string | number;
  /** Of an HTTP response. */
  status?: number;
  cause?: unknown;
}

/** Reads the fields of a thrown value that are of the expected types. */
export function fieldsOf(error: unknown): ErrorFields {
  if (typeof error !== 'object' || error === null) return {};
  const { name, message, code, status, cause } = error as Record<keyof ErrorFields, unknown>;
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof message === 'string' && { message }),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof status === 'number' && { status }),
    ...(cause !== undefined && { cause }),
  };
}
