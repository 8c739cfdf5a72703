import { callbackTypes } from './callback-rules.ts';
import { type Interaction, isLoading, type Message, type RefusedRequest, type World } from './world.ts';

/** What a bot answered first: the callback's type and data, and how long it took by the stand-in's clock. */
export interface Acknowledgement {
  type: number;
  data: Record<string, unknown>;
  ms: number;
}

/** One interaction and everything the bot does about it. */
export class Conversation {
  readonly interaction: Interaction;
  readonly #world: World;

  constructor(world: World, interaction: Interaction) {
    this.#world = world;
    this.interaction = interaction;
  }

  /** The follow-up messages sent so far. */
  get followUps(): readonly Message[] {
    return this.interaction.followUps;
  }

  /** The requests about this interaction that were refused. */
  get errors(): readonly RefusedRequest[] {
    return this.interaction.errors;
  }

  /** The first callback, once it is there. */
  acknowledged(): Promise<Acknowledgement> {
    return this.#until(() => this.interaction.acknowledgement ?? undefined, 'a callback');
  }

  /** The answering message, once it says something: after a deferral, once it was edited. */
  reply(): Promise<Message> {
    const editedSince = this.interaction.source?.editedAt ?? null;
    return this.#until(() => {
      const { original, acknowledgement, source } = this.interaction;
      if (!original || isLoading(original)) return undefined;
      const awaitsEdit = acknowledgement?.type === callbackTypes.deferredUpdate && original === source;
      return awaitsEdit && original.editedAt === editedSince ? undefined : original;
    }, 'a reply');
  }

  /** The follow-up of this number, the first being 0, once it is there. */
  followUp(number = 0): Promise<Message> {
    return this.#until(() => this.interaction.followUps[number], `follow-up ${number}`);
  }

  /** The first refused request, once there is one. */
  refused(): Promise<RefusedRequest> {
    return this.#until(() => this.interaction.errors[0], 'a refused request');
  }

  #until<T>(probe: () => T | undefined, what: string): Promise<T> {
    return this.#world.waiting.until(probe, () => {
      const { commandName, payload, errors, acknowledgement } = this.interaction;
      const about = commandName === null ? JSON.stringify(payload.data) : `/${commandName}`;
      return `${what} to ${about}; callback: ${JSON.stringify(acknowledgement)}; refused: ${JSON.stringify(errors)}`;
    });
  }
}
