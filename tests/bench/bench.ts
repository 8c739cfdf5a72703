import { benchDiscord } from './discord.ts';

await benchDiscord();
