// Links that lead to the bot, and whether an address is one. The server reads the payload; this only looks for links.

const WEB = /^(?:https?:\/\/)?(?:t\.me|telegram\.me|telegram\.dog)\/(\w+)\/?(?:[?#]|$)/i;
const APP = /^tg:(?:\/\/)?resolve\/?\?(?:.*&)?domain=(\w+)(?:&|$)/i;

/** Whether the address opens the private chat with that bot. */
export function leadsTo(url, username) {
  const found = WEB.exec(url) ?? APP.exec(url);
  return Boolean(username) && found?.[1].toLowerCase() === username.toLowerCase();
}

/** The addresses in a message, those under it last. */
export function addressesOf(message) {
  const text = message.text ?? message.caption ?? '';
  const inside = (message.entities ?? message.caption_entities ?? [])
    .filter(({ type }) => type === 'url' || type === 'text_link')
    .map(({ url, offset, length }) => url ?? text.slice(offset, offset + length));
  const under = (message.reply_markup?.inline_keyboard ?? []).flat().map(({ url }) => url).filter(Boolean);
  return [...inside, ...under];
}
