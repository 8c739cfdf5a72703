import { type Client, SimpleShardingStrategy, type WebSocketManagerOptions } from 'discord.js';
import type { Logger } from 'pino';
import { fieldsOf } from '../error-fields.ts';

/** How many lines of a stack say where discord.js failed. */
const PLACES = 4;

/** Hears that an event of the gateway could not be read. */
type Report = (event: unknown, error: unknown) => void;

/**
 * How discord.js connects, so that neither an event that it cannot read ends the process (it reads events in the callback
 * of a connection, where nothing catches what it throws), nor a connection that fails keeps it from the next one.
 * @param tell hears why a connection failed
 */
export function sturdyStrategy(
  log: Logger,
  tell: (error: Error, shard: number) => void,
): WebSocketManagerOptions['buildStrategy'] {
  const report = reporter(log);
  return (manager) => {
    const strategy = new SimpleShardingStrategy(manager);
    const spawn = strategy.spawn.bind(strategy);
    const destroy = strategy.destroy.bind(strategy);
    let isLeft = false;
    strategy.destroy = async (options) => {
      isLeft = true;
      await destroy(options);
    };
    strategy.spawn = async (ids) => {
      isLeft = false;
      await spawn(ids);
      const shards: unknown = Reflect.get(strategy, 'shards');
      if (!(shards instanceof Map)) throw new Error('discord.js keeps its shards elsewhere now.');
      for (const [shardId, shard] of shards) {
        guardMessages(shard, report);
        // A shard that waits to connect again would do so even after the bot has left, and keep the process alive.
        replace(shard, 'internalConnect', (open) => async () => (isLeft ? undefined : open()));
        calmErrors(shard, (error) => tell(error, shardId));
      }
    };
    return strategy;
  };
}

/**
 * Keeps what goes wrong with one packet from what discord.js does after it, such as counting the servers that it waits
 * for at the start. Packets that come before the client is ready are also read later, in callbacks of their own.
 */
export function guardPackets({ ws }: Client, log: Logger): void {
  const report = reporter(log);
  replace(ws, 'handlePacket', (handle) => (packet: unknown, ...rest) => {
    try {
      return handle(packet, ...rest);
    } catch (error) {
      report(Object(packet).t, error);
      return false;
    }
  });
}

function guardMessages(shard: object, report: Report): void {
  replace(shard, 'onMessage', (read) => async (data: unknown, ...rest) => {
    try {
      await read(data, ...rest);
    } catch (error) {
      report(eventIn(data), error);
    }
  });
}

/**
 * Lets a connection that fails be one that closes, and nothing more. discord.js knows four errors of networks; at any
 * other one while it connects (a proxy that refuses, a name that is not found) it connects twice, and may be
 * deaf from then on.
 */
function calmErrors(shard: object, tell: (error: Error) => void): void {
  replace(shard, 'onError', () => (error) => {
    Reflect.set(shard, 'failedToConnectDueToNetworkError', true);
    if (error instanceof Error) tell(error);
  });
}

type Method = (...args: unknown[]) => unknown;

/**
 * Replaces a method of one object of discord.js, which has no other place for it.
 * @throws if there is no such method any more, which every start shows
 */
function replace(owner: object, name: string, by: (method: Method) => Method): void {
  const method: unknown = Reflect.get(owner, name);
  if (typeof method !== 'function') throw new Error(`discord.js has no method ${name} any more.`);
  Reflect.set(
    owner,
    name,
    by((...args) => Reflect.apply(method, owner, args)),
  );
}

/** Logs the name of an event, and what and where the error is. An error's message may have a part of the event in it. */
function reporter(log: Logger): Report {
  return (event, error) => {
    const { name } = fieldsOf(error);
    const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
    const at = lines.filter((line) => /^ {4}at /.test(line)).map((line) => line.trim());
    log.error(
      {
        event: typeof event === 'string' && /^[A-Z_]+$/.test(event) ? event : null,
        error: name,
        at: at.slice(0, PLACES),
      },
      'An event of Discord could not be read, and the bot goes on without it. Please report it with this line.',
    );
  };
}

function eventIn(data: unknown): unknown {
  try {
    return typeof data === 'string' ? Object(JSON.parse(data)).t : null;
  } catch {
    return null;
  }
}
