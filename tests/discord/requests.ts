import type { Fault, FaultFunction } from './faults.ts';
import type { RequestRecord } from './request-record.ts';

type Request = Pick<RequestRecord, 'method' | 'path'>;

/** A message that the bot posts in a channel, which is no reply. */
export const isPost = ({ method, path }: Request) =>
  method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);

/** The first response to an interaction. */
export const isCallback = ({ path }: Request) => path.endsWith('/callback');

/** The text that takes the place of "… is thinking". */
export const isEdit = ({ method, path }: Request) => method === 'PATCH' && path.endsWith('/@original');

/** A fault for the first requests that match, and for no more of them. */
export function firstOf(
  matches: (request: RequestRecord) => boolean,
  fault: Fault,
  count = 1,
): FaultFunction {
  let left = count;
  return (request) => (matches(request) && left-- > 0 ? fault : undefined);
}
