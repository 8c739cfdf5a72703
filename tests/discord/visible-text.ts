import { everyComponent } from './components.ts';
import type { Message } from './world.ts';

/** All that a reader sees of a message's words: content, embeds, text displays and labels, in their order. */
export function visibleText(message: Message): string {
  const embeds = message.embeds.flatMap((embed) => [
    embed.author?.name,
    embed.title,
    embed.description,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
    embed.footer?.text,
  ]);
  const components = everyComponent(message.components).flatMap(({ component }) => [
    component.content,
    component.label,
  ]);
  return [message.content, ...embeds, ...components].filter(Boolean).join('\n');
}
