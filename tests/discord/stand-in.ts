import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CommandDefinition, GivenCommand } from './command-rules.ts';
import { Driver } from './driver.ts';
import type { Fault, FaultFunction, Hold } from './faults.ts';
import { Gateway, type GatewayOptions, intents } from './gateway.ts';
import { People } from './people.ts';
import { Places } from './places.ts';
import type { RequestRecord } from './request-record.ts';
import { Rest } from './rest.ts';
import { applicationRoutes } from './routes-application.ts';
import { channelRoutes } from './routes-channels.ts';
import { commandRoutes } from './routes-commands.ts';
import { interactionRoutes } from './routes-interactions.ts';
import {
  type Channel,
  type Clock,
  type Guild,
  type Interaction,
  type Message,
  type RegisteredCommand,
  type User,
  World,
} from './world.ts';

export { Conversation } from './conversation.ts';
export type { Choice, Invocation, Place } from './driver.ts';
export { type Fault, type Hold, page, rateLimited, refusal } from './faults.ts';
export type { Said } from './people.ts';
export { managerPermissions, permissions } from './permissions.ts';
export type { NewChannel, NewGuild } from './places.ts';
export type { RequestRecord } from './request-record.ts';
export { visibleText } from './visible-text.ts';
export {
  type Channel,
  type Clock,
  channelTypes,
  type Guild,
  isEphemeral,
  type Message,
  manualClock,
  type User,
} from './world.ts';

export interface StandInOptions extends GatewayOptions {
  token?: string;
  clock?: Clock;
  /** How long after an interaction its first callback is still taken. */
  deadlineMs?: number;
  /** How many shards `/gateway/bot` recommends. */
  shards?: number;
  /** How long an enforced nonce is remembered, by the clock: Discord's "past few minutes". */
  nonceMemoryMs?: number;
  /** How long the waiting functions wait, in real time, before they reject. */
  patienceMs?: number;
}

/**
 * Starts a Discord of one's own on this machine's loopback address: REST under `/api/v10` and a gateway,
 * for one bot, everything in memory, strict about what it takes.
 */
export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const http = createServer();
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return new StandIn(http, options);
}

export class StandIn {
  readonly token: string;
  /** What to give discord.js as `rest.api`. */
  readonly api: string;
  readonly gateway: Gateway;
  readonly #http: Server;
  readonly #world: World;
  readonly #rest: Rest;
  readonly #places: Places;
  readonly #people: People;
  readonly #driver: Driver;

  constructor(
    http: Server,
    { token, clock, deadlineMs, shards, nonceMemoryMs, patienceMs, ...gatewayOptions }: StandInOptions,
  ) {
    const { port } = http.address() as AddressInfo;
    const gatewayUrl = () => `ws://127.0.0.1:${port}/gateway`;
    this.#http = http;
    this.token = token ?? 'stand-in-token';
    this.api = `http://127.0.0.1:${port}/api`;
    this.#world = new World({
      clock: clock ?? Date,
      token: this.token,
      patienceMs: patienceMs ?? 30_000,
      readsAll: ((gatewayOptions.privilegedIntents ?? 0) & intents.messageContent) !== 0,
    });
    this.gateway = new Gateway(this.#world, http, gatewayUrl, gatewayOptions);
    this.#places = new Places(this.#world, this.gateway);
    this.#people = new People(this.#world, this.gateway, this.#places);
    this.#driver = new Driver(this.#world, this.gateway, this.#places);
    this.#rest = new Rest(this.#world, [
      ...applicationRoutes(this.#world, { gatewayUrl, shards: shards ?? 1 }),
      ...commandRoutes(this.#world),
      ...interactionRoutes(this.#world, this.gateway, { deadlineMs: deadlineMs ?? 3_000 }),
      ...channelRoutes(this.#world, this.gateway, { nonceMemoryMs: nonceMemoryMs ?? 3 * 60_000 }),
    ]);
    http.on('request', (request, response) => {
      this.#rest.serve(request, response).catch((error: unknown) => {
        response.destroy();
        // A client that went away in mid-request is not a fault; anything else is one of the stand-in's own,
        // and should end the test run rather than look like a bad connection.
        if (request.complete) throw error;
      });
    });
  }

  get bot(): User {
    return this.#world.bot;
  }

  get applicationId(): string {
    return this.#world.applicationId;
  }

  /** Every REST request so far, in the order of their arrival. */
  get requests(): readonly RequestRecord[] {
    return this.#rest.requests;
  }

  addUser(user: { id?: string; name: string; isBot?: boolean }): User {
    return this.#world.addUser(user);
  }

  addGuild(...guild: Parameters<Places['addGuild']>) {
    return this.#places.addGuild(...guild);
  }

  addChannel(...channel: Parameters<Places['addChannel']>) {
    return this.#places.addChannel(...channel);
  }

  addPrivateChannel(...recipients: Parameters<Places['addPrivateChannel']>) {
    return this.#places.addPrivateChannel(...recipients);
  }

  deleteChannel(...channel: Parameters<Places['deleteChannel']>) {
    this.#places.deleteChannel(...channel);
  }

  setPermissions(...change: Parameters<Places['setPermissions']>) {
    this.#places.setPermissions(...change);
  }

  denyMember(...denial: Parameters<Places['denyMember']>) {
    this.#places.denyMember(...denial);
  }

  removeFromGuild(...guild: Parameters<Places['removeFromGuild']>) {
    this.#places.removeFromGuild(...guild);
  }

  guildOutage(...guild: Parameters<Places['guildOutage']>) {
    return this.#places.guildOutage(...guild);
  }

  setThread(...change: Parameters<Places['setThread']>) {
    this.#places.setThread(...change);
  }

  say(...said: Parameters<People['say']>) {
    return this.#people.say(...said);
  }

  post(...post: Parameters<People['post']>) {
    return this.#people.post(...post);
  }

  edit(...edit: Parameters<People['edit']>) {
    this.#people.edit(...edit);
  }

  unfurl(...preview: Parameters<People['unfurl']>) {
    this.#people.unfurl(...preview);
  }

  remove(...message: Parameters<People['remove']>) {
    this.#people.remove(...message);
  }

  removeAll(...messages: Parameters<People['removeAll']>) {
    this.#people.removeAll(...messages);
  }

  /** The direct messages between somebody and the bot. */
  directMessages(...user: Parameters<Places['directMessages']>) {
    return this.#places.directMessages(...user);
  }

  /** The messages everyone sees in a channel, oldest first. */
  messagesIn(channel: Channel): Message[] {
    return this.#world.messagesIn(channel);
  }

  /** Every message ever sent by the bot, ephemeral and deleted ones too. */
  get sentByBot(): Message[] {
    return [...this.#world.messages.values()].filter(({ author }) => author === this.#world.bot);
  }

  /** The interaction made last, for tests that answer by hand. */
  get lastInteraction(): Interaction {
    const last = [...this.#world.interactions.values()].at(-1);
    if (!last) throw new Error('No interaction was made yet');
    return last;
  }

  /** The commands registered globally, or for one guild. */
  commands(guild?: Guild): readonly RegisteredCommand[] {
    return this.#world.commands.get(guild?.id ?? 'global') ?? [];
  }

  /** Registers commands without asking the rules, for tests that are not about registration. */
  registerCommands(definitions: readonly GivenCommand[], guild?: Guild): void {
    this.#world.commands.set(
      guild?.id ?? 'global',
      definitions.map((definition) => ({
        ...(definition as CommandDefinition),
        id: this.#world.snowflake(),
        type: definition.type ?? 1,
        guildId: guild?.id ?? null,
        version: this.#world.snowflake(),
      })),
    );
  }

  invoke(...invocation: Parameters<Driver['invoke']>) {
    return this.#driver.invoke(...invocation);
  }

  autocomplete(...typing: Parameters<Driver['autocomplete']>) {
    return this.#driver.autocomplete(...typing);
  }

  messageCommand(...invocation: Parameters<Driver['messageCommand']>) {
    return this.#driver.messageCommand(...invocation);
  }

  click(...press: Parameters<Driver['click']>) {
    return this.#driver.click(...press);
  }

  submitModal(...submission: Parameters<Driver['submitModal']>) {
    return this.#driver.submitModal(...submission);
  }

  /** Resolves with the first answer of `probe` that is not undefined, looking again whenever a request comes or is done. */
  until<T>(probe: () => T | undefined, what: string): Promise<T> {
    return this.#world.waiting.until(probe, () => what);
  }

  /** Resolves when the bot is connected to the gateway. */
  async connected(): Promise<void> {
    await this.until(() => this.gateway.sessions.length > 0 || undefined, 'the bot to connect');
  }

  /** Lets `fault` look at every REST request and interfere with it; returns how to take it away again. */
  fault(fault: FaultFunction): () => void {
    this.#rest.faults.add(fault);
    return () => this.#rest.faults.delete(fault);
  }

  /** Makes the requests that match wait until they are released, so that a test can act at exactly that step. */
  hold(matches: (request: RequestRecord) => boolean): Hold {
    const held: RequestRecord[] = [];
    let letGo: (fault?: Fault) => void = () => {};
    const released = new Promise<Fault | undefined>((resolve) => {
      letGo = resolve;
    });
    const stop = this.fault((request) => {
      if (!matches(request)) return undefined;
      held.push(request);
      this.#world.waiting.changed();
      return released;
    });
    const release = (fault?: Fault) => {
      stop();
      letGo(fault);
    };
    return { arrived: () => this.until(() => held[0], 'a request to hold'), release };
  }

  dropGateway({ resumable }: { resumable: boolean }): void {
    this.gateway.dropConnections({ resumable });
  }

  invalidSession(resumable: boolean): void {
    this.gateway.invalidateSessions(resumable);
  }

  requestReconnect(): void {
    this.gateway.requestReconnect();
  }

  /** Ends every connection at once. */
  async close(): Promise<void> {
    this.#world.waiting.close();
    this.#rest.close();
    this.gateway.close();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }
}
