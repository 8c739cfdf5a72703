import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { type ApiObject, apiGuild, apiUser } from './api-objects.ts';
import type { Guild, World } from './world.ts';

// https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway
const opcodes = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  acknowledged: 11,
} as const;

export const closeCodes = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  invalidShard: 4010,
  invalidIntents: 4013,
  shardingRequired: 4011,
  invalidVersion: 4012,
  disallowedIntents: 4014,
} as const;

export const intents = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

const privilegedIntents = intents.guildMembers | intents.guildPresences | intents.messageContent;
const knownIntents = (1 << 26) - 1;

interface Packet {
  op: number;
  d?: unknown;
  s?: number | null;
  t?: string | null;
}

/** One session of the bot: it outlives its connection, so that a resume can replay what was missed. */
export interface GatewaySession {
  id: string;
  intents: number;
  shard: readonly [number, number];
  /** Everything dispatched, each at the index before its sequence number. */
  sent: Packet[];
  socket: WebSocket | null;
}

export interface GatewayOptions {
  /** Privileged intents switched on for the application, as a bit set; none by default. */
  privilegedIntents?: number;
  heartbeatIntervalMs?: number;
}

/** The gateway: one websocket server that hands out sessions and dispatches events to them. */
export class Gateway {
  readonly sessions: GatewaySession[] = [];
  readonly identifies: { intents: number; shard: readonly [number, number]; accepted: boolean }[] = [];
  resumes = 0;
  /** Connections that were turned away. */
  refusals = 0;
  /** False: heartbeats are never acknowledged, as on a connection that is dead without knowing it. */
  acknowledgesHeartbeats = true;
  /** False: every new connection is turned away with a 503. */
  isOpen = true;
  /** Events that come right after READY, while the bot still waits for its servers. */
  afterReady: (readonly [event: string, data: unknown])[] = [];
  /** The code with which every bot that identifies is turned away, if any. */
  refusesWith: number | undefined;
  readonly #world: World;
  readonly #url: () => string;
  readonly #options: Required<GatewayOptions>;
  readonly #server: WebSocketServer;
  #nextSession = 1;

  constructor(world: World, http: Server, url: () => string, options: GatewayOptions) {
    this.#world = world;
    this.#url = url;
    this.#options = { privilegedIntents: 0, heartbeatIntervalMs: 41_250, ...options };
    const verifyClient = (_: unknown, decide: (isWelcome: boolean, status: number) => void) => {
      if (!this.isOpen) this.refusals += 1;
      this.#world.waiting.changed();
      decide(this.isOpen, 503);
    };
    this.#server = new WebSocketServer({ server: http, path: '/gateway', verifyClient });
    this.#server.on('connection', (socket) => this.#welcome(socket));
  }

  /** Sends an event to the sessions of its guild's shard, or of shard 0 outside guilds. False if there is none. */
  dispatch(event: string, data: unknown, guildId: string | null, neededIntent = 0): boolean {
    return this.dispatchEach(event, () => data, guildId, neededIntent);
  }

  /** As `dispatch`, where what a session is sent depends on the session. */
  dispatchEach(
    event: string,
    dataFor: (session: GatewaySession) => unknown,
    guildId: string | null,
    neededIntent = 0,
  ): boolean {
    const sessions = this.#sessionsFor(guildId).filter(
      (session) => (session.intents & neededIntent) === neededIntent,
    );
    for (const session of sessions) this.#dispatchTo(session, event, dataFor(session));
    return sessions.length > 0;
  }

  /** Announces a guild that the bot has just joined. */
  announceGuild(guild: Guild): void {
    this.dispatch('GUILD_CREATE', apiGuild(this.#world, guild), guild.id, intents.guilds);
  }

  /** Cuts every connection without a word; a session that is not resumable is forgotten. */
  dropConnections({ resumable }: { resumable: boolean }): void {
    for (const session of this.#connected()) {
      if (!resumable) this.#forget(session);
      session.socket?.terminate();
    }
  }

  /** Sends every connection a text, whether it is a packet or not. */
  sendText(text: string): void {
    for (const { socket } of this.#connected()) socket?.send(text);
  }

  /** Closes every connection with a code, and keeps the sessions. */
  closeWith(code: number): void {
    for (const { socket } of this.#connected()) socket?.close(code);
  }

  /** Closes every connection for good, as Discord does when the token is reset. */
  closeForGood(code: number): void {
    for (const session of this.#connected()) {
      this.#forget(session);
      session.socket?.close(code);
    }
  }

  /** Declares every session invalid; the bot must identify again, or resume if `resumable`. */
  invalidateSessions(resumable: boolean): void {
    for (const session of this.#connected()) {
      if (!resumable) this.#forget(session);
      send(session.socket, { op: opcodes.invalidSession, d: resumable });
    }
  }

  /** Asks the bot to reconnect and resume, as Discord does when it moves a connection. */
  requestReconnect(): void {
    for (const session of this.#connected()) send(session.socket, { op: opcodes.reconnect, d: null });
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    send(socket, { op: opcodes.hello, d: { heartbeat_interval: this.#options.heartbeatIntervalMs } });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      const session = this.#sessionOf(socket);
      if (session) session.socket = null;
      // "If you close with 1000 or 1001, your session will be invalidated and your bot will appear offline".
      if (session && (code === 1000 || code === 1001)) this.#forget(session);
      this.#world.waiting.changed();
    });
    socket.on('message', (raw) => this.#receive(socket, raw.toString()));
  }

  #receive(socket: WebSocket, raw: string): void {
    const packet = parsed(raw);
    if (!packet) {
      socket.close(closeCodes.decodeError, 'Error while decoding payload.');
      return;
    }
    switch (packet.op) {
      case opcodes.heartbeat:
        if (this.acknowledgesHeartbeats) send(socket, { op: opcodes.acknowledged });
        break;
      case opcodes.identify:
        this.#identify(socket, packet.d as ApiObject);
        break;
      case opcodes.resume:
        this.#resume(socket, packet.d as ApiObject);
        break;
      case opcodes.presence:
      case opcodes.voiceState:
      case opcodes.requestMembers:
        if (!this.#sessionOf(socket)) socket.close(closeCodes.notAuthenticated, 'Not authenticated.');
        break;
      default:
        socket.close(closeCodes.unknownOpcode, 'Unknown opcode.');
    }
  }

  #identify(socket: WebSocket, data: ApiObject): void {
    const wanted = Number(data.intents);
    const shard = (data.shard ?? [0, 1]) as [number, number];
    const refusal = this.#identifyRefusal(socket, data, wanted, shard);
    this.identifies.push({ intents: wanted, shard, accepted: refusal === null });
    if (refusal) {
      socket.close(...refusal);
      return;
    }
    const session: GatewaySession = {
      id: `session-${this.#nextSession++}`,
      intents: wanted,
      shard,
      sent: [],
      socket,
    };
    this.sessions.push(session);
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) => guild.hasBot && shardOf(guild.id, shard[1]) === shard[0],
    );
    this.#dispatchTo(session, 'READY', {
      v: 10,
      user: { ...apiUser(this.#world.bot), verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: this.#url(),
      shard,
      private_channels: [],
      application: { id: this.#world.applicationId, flags: 0 },
    });
    for (const [event, data] of this.afterReady) this.#dispatchTo(session, event, data);
    if ((wanted & intents.guilds) !== 0) {
      for (const guild of guilds) {
        // "Guilds that are unavailable due to an outage will send a GUILD_DELETE event".
        if (guild.isOut) this.#dispatchTo(session, 'GUILD_DELETE', { id: guild.id, unavailable: true });
        else this.#dispatchTo(session, 'GUILD_CREATE', apiGuild(this.#world, guild));
      }
    }
    this.#world.waiting.changed();
  }

  #identifyRefusal(
    socket: WebSocket,
    data: ApiObject,
    wanted: number,
    [shard, count]: readonly [number, number],
  ): [number, string] | null {
    if (this.refusesWith !== undefined) return [this.refusesWith, 'Refused.'];
    if (this.#sessionOf(socket)) return [closeCodes.alreadyAuthenticated, 'Already authenticated.'];
    if (data.token !== this.#world.token) return [closeCodes.authenticationFailed, 'Authentication failed.'];
    if (!(shard >= 0 && shard < count)) return [closeCodes.invalidShard, 'Invalid shard.'];
    if (!Number.isInteger(wanted) || wanted < 0 || (wanted & ~knownIntents) !== 0) {
      return [closeCodes.invalidIntents, 'Invalid intent(s).'];
    }
    return (wanted & privilegedIntents & ~this.#options.privilegedIntents) === 0
      ? null
      : [closeCodes.disallowedIntents, 'Disallowed intent(s).'];
  }

  #resume(socket: WebSocket, data: ApiObject): void {
    if (data.token !== this.#world.token) {
      socket.close(closeCodes.authenticationFailed, 'Authentication failed.');
      return;
    }
    const session = this.sessions.find(({ id }) => id === data.session_id);
    if (!session) {
      send(socket, { op: opcodes.invalidSession, d: false });
      return;
    }
    const seen = Number(data.seq);
    if (!(seen >= 0 && seen <= session.sent.length)) {
      socket.close(closeCodes.invalidSequence, 'Invalid seq.');
      return;
    }
    session.socket = socket;
    for (const missed of session.sent.slice(seen)) send(socket, missed);
    this.#dispatchTo(session, 'RESUMED', {});
    this.resumes += 1;
    this.#world.waiting.changed();
  }

  #dispatchTo(session: GatewaySession, event: string, data: unknown): void {
    const packet = { op: opcodes.dispatch, t: event, s: session.sent.length + 1, d: data };
    session.sent.push(packet);
    send(session.socket, packet);
  }

  /** A bot that runs twice has two sessions of one shard, and both get every event. */
  #sessionsFor(guildId: string | null): GatewaySession[] {
    return this.sessions.filter(
      ({ shard: [id, count] }) => id === (guildId === null ? 0 : shardOf(guildId, count)),
    );
  }

  #sessionOf(socket: WebSocket): GatewaySession | undefined {
    return this.sessions.find((session) => session.socket === socket);
  }

  #connected(): GatewaySession[] {
    return this.sessions.filter((session) => session.socket !== null);
  }

  #forget(session: GatewaySession): void {
    this.sessions.splice(this.sessions.indexOf(session), 1);
  }
}

/** "shard_id = (guild_id >> 22) % num_shards". */
export const shardOf = (guildId: string, count: number): number =>
  Number((BigInt(guildId) >> 22n) % BigInt(count));

function parsed(raw: string): Packet | undefined {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

function send(socket: WebSocket | null, packet: Packet): void {
  socket?.send(JSON.stringify({ t: null, s: null, ...packet }));
}
