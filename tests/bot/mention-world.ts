import { once } from 'node:events';
import {
  type Channel,
  channelTypes,
  type Guild,
  type Message,
  type NewChannel,
  type NewGuild,
  type User,
} from '../discord/stand-in.ts';
import { bridges } from '../fixtures.ts';
import { type BotWorld, type BotWorldOptions, startBotWorld } from './bot-world.ts';

/** A question that the tiny seminar answers. */
export const QUESTION = '钢桥耐用吗?';
/** Words of the answer to it. */
export const ANSWER = '它能用一百年';

/** What somebody says, besides where and who. */
export type Words = Omit<Parameters<BotWorld['standIn']['say']>[0], 'channel' | 'author'>;

/** What people do who speak to the bot. */
export interface Speaking {
  /** The bot's name, as people mention it. */
  name: string;
  /** Somebody who has said nothing yet. */
  person(): User;
  /** A channel of a server of its own, so that its answers are counted alone. */
  place(channel?: Partial<NewChannel>, guild?: Pick<NewGuild, 'locale'>): Channel;
  /** A thread that the bot does not know: it has not heard that it was opened. */
  unknownThread(): Promise<Channel>;
  say(channel: Channel, author: User, words: string | Words): Message;
  /** What the bot has posted as its reply to a message, and is still there. */
  answerTo(message: Message): Message | undefined;
  answered(message: Message): Promise<Message>;
  /** Everything that the bot has posted in a channel. */
  posts(channel: Channel): Message[];
  /** Resolves when all that somebody has said is answered, or passed over: each person is answered in turn. */
  isDone(author: User): Promise<void>;
}

/** The real bot with the tiny seminar, and people who speak to it. */
export interface MentionWorld extends BotWorld, Speaking {
  /** Moves the clock by which answers are counted, in milliseconds. */
  pass(time: number): void;
}

export async function startMentionWorld(options: BotWorldOptions = {}): Promise<MentionWorld> {
  let time = 0;
  const world = await startBotWorld({ context: bridges(), connection: { now: () => time }, ...options });
  const pass = (more: number) => {
    time += more;
  };
  return { ...world, ...speakingIn(world), pass };
}

/** People who speak to the bot of a world. */
export function speakingIn({ standIn, bot }: Pick<BotWorld, 'standIn' | 'bot'>): Speaking {
  let people = 0;
  const say = (channel: Channel, author: User, words: string | Words) =>
    standIn.say({ channel, author, ...(typeof words === 'string' ? { content: words } : words) });
  const posts = (channel: Channel) =>
    standIn.messagesIn(channel).filter(({ author }) => author === standIn.bot);
  const answerTo = (message: Message) =>
    posts(message.channel).find(({ repliesTo }) => repliesTo === message);
  const answered = (message: Message) =>
    standIn.until(() => answerTo(message), `an answer to "${message.content}"`);
  const place: Speaking['place'] = (channel = {}, server = {}) => {
    const guild = standIn.addGuild({ ...server, channels: [{ name: 'general', ...channel }] });
    return guild.channels[0] as Channel;
  };
  return {
    place,
    unknownThread: async () => {
      const parent = place();
      const thread = { name: 'talk', type: channelTypes.publicThread, parent };
      const heard = once(bot.client, 'threadCreate');
      const channel = standIn.addChannel(parent.guild as Guild, thread);
      await heard;
      bot.client.channels.cache.delete(channel.id);
      return channel;
    },
    name: `<@${standIn.bot.id}>`,
    person: () => standIn.addUser({ name: `Person ${++people}` }),
    say,
    answerTo,
    answered,
    posts,
    isDone: async (author) => void (await answered(say(standIn.directMessages(author), author, QUESTION))),
  };
}
