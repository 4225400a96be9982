// Draws one message as a bubble. It knows the shape of a Bot API message and changes nothing.

import { avatar, copy, el, icon, svg, tint } from './dom.js';
import { sketch } from './places.js';
import { clock, t } from './words.js';
import { fileUrl } from './world.js';

/** What a bubble needs of its surroundings: the chat panel gives `say`, `press`, `follow`, `toast`, `zoom` and who looks. */
export function bubble(message, panel) {
  const service = serviceText(message);
  if (service) return el('li', { class: 'service', data: { id: message.message_id } }, el('span', { text: service }));
  const mine = message.from?.id === panel.user;
  const locked = message.has_protected_content === true;
  const body = el('div', { class: 'bubble' });
  if (!mine && panel.group) body.append(el('span', { class: `who ${tint(message.from?.id ?? 0)}`, text: fullName(message.from) }));
  const topic = panel.chat?.forum && panel.chat.topics?.find(({ id }) => id === message.message_thread_id);
  if (topic) body.append(el('span', { class: 'topic quiet', text: `# ${topic.name}` }));
  if (message.forward_origin) body.append(el('span', { class: 'quiet', text: t('forwarded', { who: originName(message.forward_origin) }) }));
  if (message.reply_to_message) body.append(quote(message.reply_to_message));
  const media = mediaOf(message, panel);
  if (media) body.append(media);
  const text = message.text ?? message.caption;
  const words = el('div', { class: 'text' });
  if (text) words.append(...entities(text, message.entities ?? message.caption_entities ?? [], panel));
  if (Array.isArray(message.reactions)) words.append(el('span', { class: 'reactions' }, message.reactions.map((reaction) => el('span', { text: reaction.emoji ?? '' }))));
  words.append(meta(message, locked));
  body.append(words);
  const row = el('li', { class: `row ${mine ? 'mine' : 'theirs'}${locked ? ' locked' : ''}${media && !text ? ' only-media' : ''}${media && text ? ' captioned' : ''}${message.sticker ? ' sticker-row' : ''}`, data: { id: message.message_id } });
  if (!mine && panel.group) row.append(avatar(message.from?.id ?? 0, message.from?.first_name, 'small'));
  const stack = el('div', { class: 'stack' }, body);
  const buttons = message.reply_markup?.inline_keyboard;
  if (buttons?.length) stack.append(inlineKeyboard(message, buttons, panel));
  row.append(stack);
  return row;
}

function fullName(user) {
  return [user?.first_name, user?.last_name].filter(Boolean).join(' ');
}

function originName(origin) {
  return origin.sender_user_name ?? (fullName(origin.sender_user) || origin.chat?.title || '');
}

function meta(message, locked) {
  const marks = el('span', { class: 'meta' });
  if (locked) marks.append(el('span', { class: 'lock', title: t('protected'), role: 'img', 'aria-label': t('protected') }, icon('lock')));
  if (message.edit_date) marks.append(el('span', { text: t('edited') }));
  marks.append(el('time', { datetime: new Date((message.date ?? 0) * 1000).toISOString(), text: clock(message.date ?? 0) }));
  return marks;
}

function quote(original) {
  return el('div', { class: 'quote' },
    el('b', { text: fullName(original.from) }),
    el('span', { text: (original.text ?? original.caption ?? '…').slice(0, 120) }));
}

function serviceText(message) {
  const names = (users) => users.map(fullName).join(', ');
  if (message.new_chat_members) return t('joined', { who: names(message.new_chat_members) });
  if (message.left_chat_member) return t('left', { who: names([message.left_chat_member]) });
  if (message.pinned_message) return t('pinned');
  if (message.group_chat_created || message.supergroup_chat_created) return t('created');
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t('moved');
  if (message.forum_topic_created) return t('topic', { name: message.forum_topic_created.name });
  if (message.new_chat_title) return message.new_chat_title;
  return null;
}

// ---- text with entities ----

const PLAIN_TAGS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', blockquote: 'blockquote', expandable_blockquote: 'blockquote', pre: 'pre' };

/** Text cut at the borders of its entities (UTF-16, as Telegram and JavaScript both count). */
export function entities(text, list, panel) {
  const wanted = list.filter((entity) => entity.length > 0 && entity.offset >= 0 && entity.offset < text.length)
    .map((entity) => ({ ...entity, end: Math.min(entity.offset + entity.length, text.length) }))
    .sort((a, b) => a.offset - b.offset || b.end - a.end);
  return nest(text, 0, text.length, wanted, panel);
}

function nest(text, from, to, list, panel) {
  const nodes = [];
  let at = from;
  for (let n = 0; n < list.length; n += 1) {
    const entity = list[n];
    if (entity.offset < at) continue;
    if (entity.offset > at) nodes.push(document.createTextNode(text.slice(at, entity.offset)));
    const inside = list.slice(n + 1).filter((other) => other.offset >= entity.offset && other.end <= entity.end);
    nodes.push(dressed(entity, text.slice(entity.offset, entity.end), nest(text, entity.offset, entity.end, inside, panel), panel));
    at = entity.end;
  }
  if (at < to) nodes.push(document.createTextNode(text.slice(at, to)));
  return nodes;
}

function dressed(entity, raw, children, panel) {
  const tag = PLAIN_TAGS[entity.type];
  if (tag) return el(tag, {}, children);
  if (entity.type === 'code') {
    return el('button', { class: 'code', type: 'button', title: t('copy'), on: { click: async () => { if (await copy(raw)) panel.toast(t('copied')); } } }, children);
  }
  if (entity.type === 'bot_command') {
    return el('button', { class: 'link', type: 'button', on: { click: () => panel.say(raw) } }, children);
  }
  if (entity.type === 'text_link' || entity.type === 'url') {
    const url = entity.url ?? raw;
    return el('button', { class: 'link', type: 'button', title: url, data: { url }, on: { click: () => panel.follow(url) } }, children);
  }
  if (entity.type === 'email' || entity.type === 'phone_number') {
    return el('button', { class: 'link', type: 'button', title: raw, on: { click: () => panel.toast(t('nolink', { url: raw })) } }, children);
  }
  if (entity.type === 'spoiler') {
    const hidden = el('button', { class: 'spoiler', type: 'button', 'aria-expanded': 'false', on: { click: () => { hidden.classList.add('open'); hidden.setAttribute('aria-expanded', 'true'); } } }, children);
    return hidden;
  }
  return el('span', { class: 'mention' }, children);
}

// ---- things other than text ----

function mediaOf(message, panel) {
  if (message.photo?.length) return photo(message, panel);
  if (message.venue) return place(message.venue.location, message.venue.title, message.venue.address);
  if (message.location) return place(message.location);
  if (message.contact) return contact(message.contact);
  if (message.sticker) return el('div', { class: 'sticker', role: 'img', 'aria-label': t('sticker'), text: message.sticker.emoji ?? '🙂' });
  if (message.dice) return el('div', { class: 'sticker', text: message.dice.emoji ?? '🎲' });
  if (message.voice) return voice(message.voice);
  if (message.document) return attachment('file', message.document.file_name ?? t('file'), message.document, message);
  if (message.video || message.animation || message.video_note) return attachment('video', t('video'), message.video ?? message.animation ?? message.video_note, null);
  if (message.audio) return attachment('voice', message.audio.title ?? t('audio'), message.audio, null);
  if (message.poll) return el('div', { class: 'card' }, el('strong', { text: message.poll.question }), message.poll.options?.map((option) => el('div', { class: 'quiet', text: `○ ${option.text}` })));
  if (message.text === undefined && message.caption === undefined) return el('div', { class: 'quiet', text: t('unsupported') });
  return null;
}

function photo(message, panel) {
  const sizes = [...message.photo].sort((a, b) => (a.width ?? 0) - (b.width ?? 0));
  const whole = sizes.at(-1);
  // Sharp enough for a bubble; the whole one is for a closer look.
  const size = sizes.find(({ width, height }) => Math.max(width ?? 0, height ?? 0) >= 640) ?? whole;
  const picture = el('img', { src: fileUrl(size.file_id), alt: message.caption ? '' : t('photo'), loading: 'lazy', draggable: 'false' });
  if (size.width && size.height) picture.style.aspectRatio = `${size.width} / ${size.height}`;
  picture.addEventListener('error', () => picture.classList.add('broken'), { once: true });
  return el('button', { class: 'photo', type: 'button', 'aria-label': t('photo'), on: { click: () => panel.zoom(fileUrl(whole.file_id)) } }, picture);
}

function place(location, title, address) {
  const digits = `${Number(location.latitude).toFixed(4)}, ${Number(location.longitude).toFixed(4)}`;
  return el('div', { class: 'place' }, sketch(location.latitude, location.longitude),
    el('div', { class: 'place-words' }, el('strong', { text: title ?? t('location') }), address ? el('span', { text: address }) : null, el('span', { class: 'quiet', text: digits })));
}

function contact(person) {
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ');
  return el('div', { class: 'card contact' }, avatar(person.user_id ?? 3, name), el('div', {}, el('strong', { text: name }), el('span', { class: 'quiet', text: person.phone_number })));
}

function voice(sound) {
  const bars = svg('svg', { viewBox: '0 0 120 24', class: 'wave', 'aria-hidden': 'true' });
  for (let n = 0; n < 30; n += 1) {
    const height = 4 + Math.abs(Math.sin(n * 1.7) * 9 + Math.cos(n * 0.6) * 7);
    bars.append(svg('rect', { x: n * 4, y: 12 - height / 2, width: 2.4, height, rx: 1.2 }));
  }
  const seconds = Number(sound.duration ?? 0);
  return el('div', { class: 'card voice' }, el('span', { class: 'disc' }, icon('play')), el('div', {}, bars, el('span', { class: 'quiet', text: `${t('voice')} · ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` })));
}

function attachment(kind, name, file, message) {
  const size = file.file_size ? fileSize(file.file_size) : '';
  const small = file.thumbnail ? el('img', { class: 'small-picture', src: fileUrl(file.thumbnail.file_id), alt: '', loading: 'lazy', draggable: 'false' }) : null;
  const parts = [small ?? el('span', { class: 'disc' }, icon(kind)), el('div', {}, el('strong', { class: 'file-name', text: name }), el('span', { class: 'quiet', text: size || (file.mime_type ?? '') }))];
  if (!message || message.has_protected_content) return el('div', { class: 'card file' }, parts);
  return el('a', { class: 'card file', href: fileUrl(file.file_id), download: name, 'aria-label': t('download', { name }) }, parts);
}

function fileSize(bytes) {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

// ---- buttons under a message ----

function inlineKeyboard(message, rows, panel) {
  return el('div', { class: 'inline', role: 'group' }, rows.map((row) => {
    const longest = Math.max(...row.map((button) => [...String(button.text)].length));
    const crowded = row.length > 1 && longest * row.length > 44;
    return el('div', { class: `inline-row${crowded ? ' crowded' : ''}`, data: { count: row.length } }, row.map((button) => inlineButton(message, button, panel)));
  }));
}

function inlineButton(message, button, panel) {
  const node = el('button', { class: 'key', type: 'button', data: { label: button.text, ...(button.url ? { url: button.url } : {}) } }, el('span', { text: button.text }));
  if (button.url) {
    node.append(icon('link'));
    node.addEventListener('click', () => panel.follow(button.url));
  } else if (button.callback_data !== undefined) {
    node.addEventListener('click', () => panel.press(message.message_id, button.callback_data, node));
  } else if (button.copy_text) {
    node.append(icon('copy'));
    node.addEventListener('click', async () => { if (await copy(button.copy_text.text)) panel.toast(t('copied')); });
  } else {
    node.addEventListener('click', () => panel.toast(t('unsupported')));
  }
  return node;
}
