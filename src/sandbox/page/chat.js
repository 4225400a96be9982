// One chat on one phone: the messages, the keyboards and the line to write in.

import { copy, el, icon, onLongPress } from './dom.js';
import { Albums } from './albums.js';
import { bubble } from './message.js';
import { leadsTo } from './links.js';
import { alertSheet, attachSheet, commandSheet, contactSheet, linkSheet, locationSheet, menuSheet, photoSheet, specimenSheet, stickerSheet } from './sheets.js';
import { day, t } from './words.js';

const SHOWN = 400;
const SPARE = 50;
const LARGEST = 50_000_000;
const ALBUM = 10;
const NEAR = 80;

export class ChatPanel {
  constructor(world, phone, id) {
    Object.assign(this, { world, phone, id, user: phone.user, rows: new Map(), editing: null, stick: true, missed: 0, hiddenKeyboard: 0 });
    this.list = el('ol', { class: 'messages', role: 'log', 'aria-live': 'polite', 'aria-relevant': 'additions' });
    this.albums = new Albums(this.list, this.user);
    this.scroll = el('div', { class: 'scroll', tabindex: '0', 'aria-label': t('chats') }, this.list);
    this.jump = el('button', { class: 'jump', type: 'button', hidden: true, 'aria-label': t('down'), on: { click: () => this.toBottom(true) } }, icon('down'), el('span'));
    this.keys = el('div', { class: 'keys', role: 'group', 'aria-label': t('keyboard'), hidden: true });
    this.root = el('div', { class: 'panel', data: { chat: id } }, this.scroll, this.jump, this.#composer(), this.keys);
    this.scroll.addEventListener('scroll', () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => { if (this.stick) this.toBottom(false); }).observe(this.list);
    this.#dropping();
    this.reconcile();
    this.#putAway();
  }

  get chat() { return this.world.chat(this.id); }
  get group() { return this.chat ? this.chat.kind !== 'private' : this.id < 0; }
  get live() { return this.chat?.id ?? this.id; }

  // ---- the messages ----

  /** Makes the list equal to the world, touching only rows that differ. */
  reconcile() {
    const messages = [...(this.chat?.messages.values() ?? [])].map(({ message }) => message).sort((a, b) => a.message_id - b.message_id).slice(-SHOWN);
    const wanted = new Set(messages.map((message) => message.message_id));
    for (const [id, row] of this.rows) if (!wanted.has(id)) { row.node.remove(); this.rows.delete(id); }
    for (const message of messages) this.#put(message, false);
    this.arrange();
    this.#after();
  }

  /** Shows a message that came or changed. */
  show(message) {
    const fresh = !this.rows.has(message.message_id);
    this.#put(message, true);
    if (fresh) {
      this.#prune();
      this.arrange();
      const mine = message.from?.id === this.user;
      if (mine) this.toBottom(true);
      else if (!this.stick) this.#count(this.missed + 1);
    }
    this.#after();
  }

  remove(id) {
    const row = this.rows.get(id);
    if (!row) return;
    this.rows.delete(id);
    row.node.classList.add('going');
    setTimeout(() => { row.node.remove(); this.arrange(); }, 240);
    this.#after();
  }

  #put(message, live) {
    const id = message.message_id;
    const print = JSON.stringify(message);
    const old = this.rows.get(id);
    if (old?.print === print) return;
    const node = bubble(message, this);
    this.#menuOf(node, message);
    if (old) {
      const focused = old.node.contains(document.activeElement);
      old.node.replaceWith(node);
      if (live) node.classList.add('changed');
      if (focused) node.querySelector('.key, .bubble')?.focus({ preventScroll: true });
    } else {
      const later = [...this.rows.keys()].filter((other) => other > id).sort((a, b) => a - b)[0];
      this.list.insertBefore(node, later === undefined ? null : this.albums.top(this.rows.get(later).node));
      if (live) node.classList.add('coming');
    }
    this.rows.set(id, { node, message, print });
  }

  /** A long chat shows its newest messages. */
  #prune() {
    if (this.rows.size <= SHOWN + SPARE) return;
    for (const id of [...this.rows.keys()].sort((a, b) => a - b).slice(0, this.rows.size - SHOWN)) {
      this.rows.get(id).node.remove();
      this.rows.delete(id);
    }
  }

  /** Day marks, albums, and the closeness of bubbles of the same sender. */
  arrange() {
    for (const mark of this.list.querySelectorAll('.day')) mark.remove();
    const rows = [...this.rows.values()].sort((a, b) => a.message.message_id - b.message.message_id);
    this.albums.arrange(rows);
    let lastDay = '', before = null;
    for (const { node, message } of rows) {
      const today = day(message.date ?? 0);
      if (today !== lastDay) this.list.insertBefore(el('li', { class: 'service day' }, el('span', { text: today })), this.albums.top(node));
      const joined = before && today === lastDay && before.message.from?.id === message.from?.id;
      node.classList.toggle('joined', Boolean(joined));
      before?.node.classList.toggle('followed', Boolean(joined));
      node.classList.remove('followed');
      lastDay = today;
      before = { node, message };
    }
  }

  #menuOf(node, message) {
    const body = node.querySelector('.bubble');
    if (!body) return;
    const mine = message.from?.id === this.user;
    const text = message.text ?? message.caption;
    const entries = [];
    if (mine && message.text !== undefined) entries.push(['edit', 'edit', t('edit')]);
    if (text && !message.has_protected_content) entries.push(['copy', 'copy', t('copy')]);
    if (mine || !this.group) entries.push(['delete', 'close', t('delete')]);
    if (!entries.length) return;
    const open = async () => {
      const chosen = await menuSheet(this.phone.screen, t('press'), entries);
      if (chosen === 'edit') this.#startEdit(message);
      if (chosen === 'copy' && await copy(text)) this.toast(t('copied'));
      if (chosen === 'delete') this.act({ do: 'delete', message_id: message.message_id });
    };
    onLongPress(body, open);
    if (!mine) return;
    body.tabIndex = 0;
    body.addEventListener('keydown', (event) => {
      if (event.target === body && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); open(); }
    });
  }

  #after() {
    const empty = this.rows.size === 0;
    this.root.classList.toggle('empty', empty);
    this.root.querySelector('.welcome')?.remove();
    if (empty) this.scroll.append(this.#welcome());
    const blocked = this.chat?.blocked === true;
    this.startBar.hidden = this.group || !(empty || blocked);
    this.startBar.textContent = blocked ? t('unblock') : t('start');
    this.line.hidden = !this.startBar.hidden;
    this.#drawKeyboard();
    if (this.stick) this.toBottom(false);
  }

  #welcome() {
    const profile = this.world.profile;
    const about = (profile[this.phone.language] ?? profile[''] ?? Object.values(profile)[0])?.description;
    if (this.group || !about) return el('div', { class: 'welcome' }, el('p', { text: t('nobody') }));
    return el('div', { class: 'welcome' }, el('h3', { text: t('about') }), el('p', { text: about }));
  }

  #scrolled() {
    const far = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight;
    this.stick = far < NEAR;
    if (this.stick) this.#count(0);
    this.jump.hidden = far < NEAR * 3 && this.missed === 0;
  }

  #count(missed) {
    this.missed = missed;
    this.jump.lastChild.textContent = missed ? String(missed) : '';
    if (missed) this.jump.hidden = false;
  }

  toBottom(smooth) {
    this.stick = true;
    this.#count(0);
    this.scroll.scrollTo({ top: this.scroll.scrollHeight, behavior: smooth ? 'smooth' : 'instant' });
  }

  // ---- the line to write in ----

  #composer() {
    this.input = el('textarea', { rows: 1, maxlength: 4096, placeholder: t('message'), 'aria-label': t('message'), enterkeyhint: 'send', autocomplete: 'off' });
    this.input.addEventListener('keydown', (event) => this.#keydown(event));
    this.input.addEventListener('input', () => this.#typed());
    this.input.addEventListener('paste', (event) => this.#pasted(event));
    this.menuButton = el('button', { class: 'menu-button', type: 'button', 'aria-label': t('commands'), on: { click: () => this.#openCommands() } }, icon('menu'), el('span', { text: t('menu') }));
    this.keyToggle = el('button', { class: 'round key-toggle', type: 'button', 'aria-label': t('keyboard'), hidden: true, on: { click: () => this.#toggleKeyboard() } }, icon('keyboard'));
    this.attachButton = el('button', { class: 'round attach', type: 'button', 'aria-label': t('attach'), on: { click: () => this.#attach() } }, icon('attach'));
    this.sendButton = el('button', { class: 'round send', type: 'submit', 'aria-label': t('send'), disabled: true }, icon('send'));
    this.editBar = el('div', { class: 'edit-bar', hidden: true }, icon('edit'), el('span', { text: t('editing') }), el('button', { class: 'round', type: 'button', 'aria-label': t('cancel'), on: { click: () => this.#stopEdit() } }, icon('close')));
    this.hints = el('div', { class: 'hints', hidden: true });
    this.line = el('form', { class: 'line', on: { submit: (event) => { event.preventDefault(); this.#send(); } } }, this.menuButton, this.attachButton, this.input, this.keyToggle, this.sendButton);
    this.startBar = el('button', { class: 'start', type: 'button', hidden: true, on: { click: () => this.#start() } });
    this.picker = el('input', { type: 'file', hidden: true, multiple: true, tabindex: '-1', 'aria-hidden': 'true' });
    this.picker.addEventListener('change', () => { this.#upload([...this.picker.files], this.picker.dataset.kind); this.picker.value = ''; });
    this.menuButton.hidden = this.world.commandsOf(this.user).length === 0;
    return el('div', { class: 'composer' }, this.hints, this.editBar, this.line, this.startBar, this.picker);
  }

  async #start() {
    if (this.chat?.blocked) await this.act({ do: 'unblock' });
    await this.say('/start');
    this.world.reload();
  }

  #keydown(event) {
    // While a Khmer or Chinese input method composes, Enter belongs to it.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) { event.preventDefault(); this.#send(); }
    if (event.key === 'Escape' && this.editing) this.#stopEdit();
  }

  #typed() {
    this.sendButton.disabled = this.input.value.trim() === '';
    this.input.style.height = 'auto';
    this.input.style.height = `${Math.min(this.input.scrollHeight, 132)}px`;
    const typed = /^\/(\w*)$/.exec(this.input.value);
    const fitting = typed ? this.world.commandsOf(this.user).filter(({ command }) => command.startsWith(typed[1])) : [];
    this.hints.hidden = fitting.length === 0;
    this.hints.replaceChildren(...fitting.map(({ command, description }) =>
      el('button', { type: 'button', on: { click: () => { this.write(''); this.#command(command); } } }, el('b', { text: `/${command}` }), el('span', { text: description }))));
  }

  /** Puts text into the line (the tour types with it). */
  write(text) {
    this.input.value = text;
    this.#typed();
  }

  async #send() {
    const text = this.input.value.trim();
    if (!text) return;
    const editing = this.editing;
    this.#stopEdit();
    this.write('');
    const sent = editing ? await this.act({ do: 'edit', message_id: editing.message_id, text }) : await this.say(text);
    if (!sent && !this.input.value) this.write(text);
  }

  #startEdit(message) {
    this.editing = message;
    this.editBar.hidden = false;
    this.write(message.text);
    this.input.focus();
  }

  #stopEdit() {
    if (this.editing) this.write('');
    this.editing = null;
    this.editBar.hidden = true;
  }

  async #openCommands() {
    const command = await commandSheet(this.phone.screen, this.world.commandsOf(this.user));
    if (command) this.#command(command);
  }

  #command(command) {
    return this.say(this.group && this.world.bot.username ? `/${command}@${this.world.bot.username}` : `/${command}`);
  }

  // ---- doing ----

  say(text) {
    return this.act({ do: 'say', text });
  }

  /** Does it as this person in this chat; says why when it fails; resolves with the answer or null. */
  async act(what) {
    try {
      return await this.world.act({ user: this.user, chat: this.live, ...what });
    } catch (error) {
      this.toast(t('failed', { why: error.message }));
      return null;
    }
  }

  async press(message_id, data, node) {
    if (node.classList.contains('waiting')) return;
    node.classList.add('waiting');
    const pressed = await this.act({ do: 'press', message_id, data });
    const query = pressed?.callback_query_id;
    const until = Date.now() + 15_000;
    while (query && !this.world.answered.has(query) && Date.now() < until && node.isConnected) await new Promise((done) => setTimeout(done, 60));
    node.classList.remove('waiting');
  }

  toast(text) {
    this.phone.toast(text);
  }

  answer({ text, show_alert }) {
    if (!text) return;
    if (show_alert) alertSheet(this.phone.screen, this.world.bot.first_name ?? '', text);
    else this.toast(text);
  }

  /** A link to the bot is opened here or handed to somebody else; where others lead is only said. */
  async follow(url) {
    if (!leadsTo(url, this.world.bot.username)) return this.toast(t('nolink', { url }));
    const chosen = await linkSheet(this.phone.screen, url, { user: this.user }, this.phone.others());
    if (chosen === 'copy') {
      if (await copy(url)) this.toast(t('copied'));
    } else if (chosen) {
      try { await this.world.openLink(chosen, url); } catch (error) { this.toast(t('failed', { why: error.message })); }
    }
    return null;
  }

  zoom(source) {
    photoSheet(this.phone.screen, source);
  }

  async #attach() {
    const kind = await attachSheet(this.phone.screen, this.world.specimens.length > 0);
    if (kind === 'specimens') {
      const chosen = await specimenSheet(this.phone.screen, this.world.specimens);
      if (chosen) this.sendSpecimens(chosen.names, chosen.kind);
    } else if (kind === 'photo' || kind === 'file') {
      this.picker.accept = kind === 'photo' ? 'image/jpeg,image/png,image/webp' : '';
      this.picker.dataset.kind = kind === 'photo' ? 'photo' : 'document';
      this.picker.click();
    } else if (kind === 'location') {
      const place = await locationSheet(this.phone.screen);
      if (place) this.act({ do: 'location', ...place });
    } else if (kind === 'contact') {
      const person = await contactSheet(this.phone.screen, this.phone.contact(this.user), this.phone.otherContacts());
      if (person) this.act({ do: 'contact', ...person });
    } else if (kind === 'sticker') {
      const emoji = await stickerSheet(this.phone.screen);
      if (emoji) this.act({ do: 'sticker', emoji });
    } else if (kind === 'voice') {
      this.act({ do: 'voice', duration: 4 });
    }
  }

  #upload(files, kind) {
    const fitting = files.filter((file) => file.size <= LARGEST);
    if (fitting.length < files.length) this.toast(t('toolarge'));
    if (fitting.length) this.send(kind, fitting);
  }

  /** Sends files as photos or documents; several are albums, as on a real phone. Resolves with the last answer or null. */
  async send(kind, files) {
    let sent = null;
    for (let at = 0; at < files.length; at += ALBUM) {
      try {
        sent = await this.world.upload(this.user, this.live, kind, files.slice(at, at + ALBUM));
      } catch (error) {
        this.toast(error.message.startsWith('no picture') ? t('nopicture') : t('failed', { why: error.message }));
        return null;
      }
    }
    return sent;
  }

  /** Sends specimens by name as photos or documents, several as one album. `more` may hold a `caption` and `pause_ms`. */
  sendSpecimens(names, kind, more = {}) {
    if (names.length === 1) return this.act({ do: kind, specimen: names[0], ...more });
    return this.act({ do: 'album', items: names.map((specimen) => ({ kind, specimen })), ...more });
  }

  #pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.#upload(files, kindOf(files));
  }

  #dropping() {
    this.root.addEventListener('dragover', (event) => { event.preventDefault(); this.root.classList.add('dropping'); });
    this.root.addEventListener('dragleave', () => this.root.classList.remove('dropping'));
    this.root.addEventListener('drop', (event) => {
      event.preventDefault();
      this.root.classList.remove('dropping');
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length) this.#upload(files, kindOf(files));
    });
  }

  // ---- the keyboard in place of the letters ----

  /** The newest reply keyboard in force, or null. */
  get keyboard() {
    for (const { message } of [...this.rows.values()].sort((a, b) => b.message.message_id - a.message.message_id)) {
      const markup = message.reply_markup;
      if (markup?.remove_keyboard) return null;
      if (markup?.keyboard) return { ...markup, id: message.message_id };
    }
    return null;
  }

  /** A panel drawn anew hides a keyboard for one use that was already answered. */
  #putAway() {
    const { keyboard } = this;
    const answered = (id) => [...this.rows.values()].some(({ message }) => message.message_id > id && message.from?.id === this.user);
    if (!keyboard?.one_time_keyboard || !answered(keyboard.id)) return;
    this.hiddenKeyboard = keyboard.id;
    this.#drawKeyboard();
  }

  #drawKeyboard() {
    const keyboard = this.keyboard;
    this.keyToggle.hidden = !keyboard;
    const hidden = !keyboard || this.hiddenKeyboard === keyboard.id;
    this.keys.hidden = hidden;
    this.input.placeholder = (!hidden && keyboard.input_field_placeholder) || t('message');
    const print = JSON.stringify(keyboard?.keyboard ?? null);
    if (hidden || this.keys.dataset.print === print) return;
    this.keys.dataset.print = print;
    this.keys.replaceChildren(...keyboard.keyboard.map((row) => el('div', { class: 'keys-row' }, row.map((button) => this.#replyButton(keyboard, button)))));
  }

  #replyButton(keyboard, button) {
    const label = typeof button === 'string' ? button : button.text;
    return el('button', { class: 'key', type: 'button', data: { label }, on: { click: () => {
      if (keyboard.one_time_keyboard) { this.hiddenKeyboard = keyboard.id; this.#drawKeyboard(); }
      if (button.request_contact) return this.act({ do: 'contact', ...this.phone.contact(this.user) });
      if (button.request_location) return this.act({ do: 'location', ...this.phone.place });
      return this.say(label);
    } } }, button.request_location ? icon('location') : null, button.request_contact ? icon('contact') : null, el('span', { text: label }));
  }

  #toggleKeyboard() {
    const keyboard = this.keyboard;
    if (!keyboard) return;
    this.hiddenKeyboard = this.hiddenKeyboard === keyboard.id ? 0 : keyboard.id;
    this.#drawKeyboard();
  }
}

/** Pictures alone go as photos; among others they are files too. */
function kindOf(files) {
  return files.every((file) => /^image\/(jpeg|png|webp)$/.test(file.type)) ? 'photo' : 'document';
}
