import type { Connection } from './database.ts';
import { milliseconds, rows, run } from './statements.ts';

/** What somebody asked for in Discord. */
export interface Request {
  /**
   * Discord's id of the interaction; for a form, of the press that opened it. It says when, but neither who nor what.
   */
  id: string;
  at: Date;
}

/** A request that was carried out before: by another process of the bot, or because it came twice. */
export class RequestTaken extends Error {
  override readonly name = 'RequestTaken';
}

/** @throws RequestTaken if a request was carried out before */
export function refuseTaken(connection: Connection, request: Request | undefined): void {
  if (request && isTaken(connection, request.id)) throw new RequestTaken('This was carried out before.');
}

/**
 * Takes a request, in the transaction that carries it out.
 * @throws RequestTaken if it was carried out before; the transaction is then to change nothing
 */
export function take(connection: Connection, request: Request | undefined): void {
  refuseTaken(connection, request);
  if (!request) return;
  run(connection, 'INSERT INTO requests (id, taken) VALUES (?, ?)', request.id, milliseconds(request.at));
}

/** Whether a request has been carried out. */
export function isTaken(connection: Connection, id: string): boolean {
  return rows(connection, 'SELECT 1 FROM requests WHERE id = ?', id).length > 0;
}
