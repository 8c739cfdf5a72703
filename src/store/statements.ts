import type { Connection } from './database.ts';

/** A value in a statement or in a row. */
export type Value = string | number | null;
/** A row by the names of its columns. */
export type Row = Readonly<Record<string, Value>>;

/** The rows that a query finds. */
export function rows(connection: Connection, sql: string, ...values: Value[]): Row[] {
  return connection.prepare(sql).all(...values) as Row[];
}

/** Runs a statement; returns how many rows it changed. */
export function changed(connection: Connection, sql: string, ...values: Value[]): number {
  return connection.prepare(sql).run(...values).changes;
}

/** Runs a statement. */
export function run(connection: Connection, sql: string, ...values: Value[]): void {
  connection.prepare(sql).run(...values);
}

/** Does all of the work or none of it; no other process writes meanwhile. */
export function inTransaction<T>(connection: Connection, work: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

/** A time as the database stores it: milliseconds since 1970. */
export function milliseconds(time: Date): number {
  return time.getTime();
}

/** A time in a column, from milliseconds since 1970. */
export function timeIn(row: Row, column: string): Date {
  return new Date(Number(row[column]));
}
