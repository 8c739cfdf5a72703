import type { Message } from './world.ts';

/** The custom id of a message's button of this name. */
export function idOf({ components }: Pick<Message, 'components'>, name: string): string {
  const id = new RegExp(`"custom_id":"(${name}:[^"]+)"`).exec(JSON.stringify(components))?.[1];
  if (id === undefined) throw new Error(`There is no button "${name}".`);
  return id;
}
