/**
 * Says in a packet of the gateway where the polls of its messages are. discord.js looks for that in the channel, which it
 * does not know if only a user brought the bot there, and its error would end the process.
 */
export function locatePolls(packet: unknown): void {
  const messages = ['d', 'data', 'resolved', 'messages'].reduce(fieldOf, packet);
  if (typeof messages !== 'object' || messages === null) return;
  for (const message of Object.values(messages)) {
    const poll = fieldOf(message, 'poll');
    if (typeof poll === 'object' && poll !== null) {
      Object.assign(poll, { channel_id: fieldOf(message, 'channel_id'), message_id: fieldOf(message, 'id') });
    }
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
