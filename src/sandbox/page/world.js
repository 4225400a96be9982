// What the page knows of the pretend Telegram: loaded once, kept live by events, loaded afresh after a gap.
// It draws nothing.

import { setNow } from './now.js';

const RELOAD_PAUSE = 1500;

export class World extends EventTarget {
  bot = {};
  page = { phones: [], tours: [] };
  people = new Map();
  chats = new Map();
  commands = {};
  profile = {};
  seq = 0;
  online = false;
  answered = new Map();

  #loading = null;
  #waiting = [];
  #lastReload = 0;

  /** Loads everything and keeps it live. */
  async start() {
    await this.reload();
    this.#connect();
  }

  #connect() {
    const source = new EventSource('/sandbox/events');
    // Between two connections something may have been missed, and between the first load and the first one too.
    source.addEventListener('open', () => { this.#setOnline(true); this.reload(); });
    source.addEventListener('error', () => {
      this.#setOnline(false);
      // The browser tries again by itself, unless it was refused.
      if (source.readyState === EventSource.CLOSED) setTimeout(() => this.#connect(), RELOAD_PAUSE);
    });
    for (const kind of ['message', 'edited', 'deleted', 'answer', 'action', 'time', 'state']) {
      source.addEventListener(kind, (event) => this.#receive(kind, event));
    }
  }

  /** Takes the whole state; messages that did not change keep the moment when they were last touched. */
  reload() {
    this.#loading ??= this.#load().finally(() => { this.#loading = null; this.#drain(); });
    return this.#loading;
  }

  async #load() {
    let state;
    try {
      const response = await fetch('/sandbox/state', { cache: 'no-store' });
      if (!response.ok) throw new Error(String(response.status));
      state = await response.json();
    } catch {
      this.#setOnline(false);
      setTimeout(() => this.reload(), RELOAD_PAUSE);
      return;
    }
    this.bot = state.bot ?? {};
    this.page = { phones: [], tours: [], ...state.page };
    this.people = new Map((state.people ?? []).map((person) => [person.id, person]));
    this.commands = state.commands ?? {};
    this.profile = state.profile ?? {};
    this.seq = Number(state.seq ?? 0);
    setNow(state.now);
    const before = this.chats;
    this.chats = new Map((state.chats ?? []).map((chat) => [chat.id, this.#chat(chat, before.get(chat.id))]));
    this.dispatchEvent(new Event('reset'));
  }

  #chat(chat, before) {
    const messages = new Map();
    const ears = { acted: 0, heard: 0, drawn: 0, answered: 0, heardAt: 0, ...before, ...chat, messages };
    for (const message of chat.messages ?? []) {
      const known = before?.messages.get(message.message_id);
      const same = known && JSON.stringify(known.message) === JSON.stringify(message);
      messages.set(message.message_id, same ? known : { message, seq: this.seq });
      if (before && !same && message.from?.id === this.bot.id) this.#heard(ears, 'drawn');
    }
    return ears;
  }

  #receive(kind, event) {
    const seq = Number(event.lastEventId || 0);
    let data = {};
    try { data = JSON.parse(event.data || '{}'); } catch { return; }
    this.#waiting.push({ kind, seq, data });
    if (!this.#loading) this.#drain();
  }

  #drain() {
    while (this.#waiting.length) {
      const { kind, seq, data } = this.#waiting.shift();
      // A call to reload carries no number of its own: the browser repeats the last one.
      if (kind === 'state') { this.#reloadSoon(); continue; }
      if (seq && seq <= this.seq) continue;
      const gap = seq && this.seq && seq > this.seq + 1;
      if (seq) this.seq = seq;
      this.#apply(kind, data);
      if (gap) this.#reloadSoon();
    }
  }

  #reloadSoon() {
    const pause = Math.max(0, this.#lastReload + RELOAD_PAUSE - Date.now());
    this.#lastReload = Date.now() + pause;
    setTimeout(() => this.reload(), pause);
  }

  #apply(kind, data) {
    const chat = this.chats.get(data.chat);
    if (kind === 'message' || kind === 'edited') {
      if (!chat) return this.#reloadSoon();
      const fresh = !chat.messages.has(data.message.message_id);
      chat.messages.set(data.message.message_id, { message: data.message, seq: this.seq });
      if (data.message.from?.id === this.bot.id) this.#heard(chat, 'drawn');
      this.#tell(fresh ? 'message' : 'edited', { chat: chat.id, message: data.message });
    } else if (kind === 'deleted' && chat) {
      chat.messages.delete(data.message_id);
      this.#heard(chat, 'drawn');
      this.#tell('deleted', data);
    } else if (kind === 'answer') {
      this.answered.set(data.callback_query_id, data);
      if (chat) this.#heard(chat, 'answered');
      this.#tell('answer', data);
    } else if (kind === 'action') {
      this.#tell('action', data);
    } else if (kind === 'time') {
      setNow(data.now);
      this.#tell('time', data);
    }
  }

  #heard(chat, how) {
    chat[how] = this.seq;
    chat.heard = this.seq;
    chat.heardAt = performance.now();
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #setOnline(online) {
    if (this.online === online) return;
    this.online = online;
    this.#tell('online', { online });
  }

  /** The chat under that id, or the supergroup that it became. */
  chat(id) {
    const chat = this.chats.get(id);
    return this.chats.get(chat?.migrated_to) ?? chat;
  }

  /** The commands of a person's menu. */
  commandsOf(user) {
    return this.commands[String(user)] ?? [];
  }

  /** A person's or the bot's name. */
  nameOf(id) {
    if (id === this.bot.id) return this.bot.first_name ?? '';
    const person = this.people.get(id);
    return person ? [person.first_name, person.last_name].filter(Boolean).join(' ') : String(id);
  }

  /** Does something as a person: `{user, chat, do, ...}`. Throws with the server's reason. */
  act(body) {
    const chat = this.chats.get(body.chat);
    if (chat) chat.acted = this.seq;
    return post('/sandbox/act', JSON.stringify(body), 'application/json');
  }

  /** Opens a link to the bot as a person, who says `/start` with its payload. Throws with the server's reason. */
  openLink(user, url) {
    this.#tell('opening', { user });
    const chat = this.chats.get(user);
    if (chat) chat.acted = this.seq;
    return post('/sandbox/act', JSON.stringify({ user, do: 'open_link', url }), 'application/json');
  }

  /** Moves the time of this world ahead. */
  advance(seconds) {
    return post('/sandbox/do', JSON.stringify({ do: 'advance_clock_seconds', seconds }), 'application/json');
  }

  /** Files that this world has at hand: `{name, label, url, size, picture}`. */
  get specimens() {
    return this.page.specimens ?? [];
  }

  /** Sends a photo or a document as a person, or several as one album. */
  upload(user, chat, kind, files) {
    const known = this.chats.get(chat);
    if (known) known.acted = this.seq;
    const form = new FormData();
    for (const file of files) form.append('file', file, file.name);
    return post(`/sandbox/upload?${new URLSearchParams({ user, chat, kind })}`, form);
  }
}

async function post(url, body, type) {
  const response = await fetch(url, { method: 'POST', body, headers: { ...(type ? { 'content-type': type } : {}), 'x-sandbox': '1' } });
  let answer = {};
  try { answer = await response.json(); } catch { /* said below */ }
  if (!response.ok || answer.ok === false) throw new Error(answer.why ?? answer.description ?? `${response.status}`);
  return answer;
}

/** Where the page finds the bytes of a photo or document. */
export function fileUrl(id) {
  return `/sandbox/file/${encodeURIComponent(id)}`;
}
