// One phone: whose it is, its chats as tabs, what the bot is doing, and short notices.

import { avatar, el, icon } from './dom.js';
import { ChatPanel } from './chat.js';
import { menuSheet } from './sheets.js';
import { pick, t } from './words.js';

const TOAST = 3500;
const TYPING = 5000;

export class Phone {
  constructor(world, spec, index) {
    Object.assign(this, { world, spec, index, user: spec.user, language: spec.language ?? 'en', unread: new Map(), typing: 0 });
    this.place = spec.place ?? { latitude: 11.5513, longitude: 104.9257 };
    this.toasts = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });
    this.head = el('header', { class: 'head' });
    this.tabs = el('div', { class: 'tabs', role: 'tablist', 'aria-label': t('chats') });
    this.panels = new Map(spec.chats.map((id) => [id, new ChatPanel(world, this, id)]));
    this.screen = el('div', { class: 'screen' }, this.head, this.tabs, [...this.panels.values()].map((panel) => panel.root), this.toasts);
    this.root = el('section', { class: 'phone', 'aria-label': `${pick(spec.label)} · ${world.nameOf(spec.user)}`, data: { user: spec.user, index } },
      el('h2', { class: 'owner' }, avatar(spec.user, world.nameOf(spec.user), 'small'), el('span', {}, el('b', { text: pick(spec.label) }), el('small', { text: world.nameOf(spec.user) }))),
      el('div', { class: 'frame' }, this.screen));
    this.open(spec.chats[0]);
  }

  /** Shows one of this phone's chats. */
  open(id) {
    this.current = id;
    this.unread.set(id, 0);
    for (const [other, panel] of this.panels) panel.root.hidden = other !== id;
    this.#drawHead();
    this.#drawTabs();
    this.panels.get(id)?.toBottom(false);
  }

  get panel() { return this.panels.get(this.current); }

  /** The panel that shows that chat, also after the group became a supergroup. */
  panelOf(id) {
    return this.panels.get(id) ?? [...this.panels.values()].find((panel) => panel.live === id);
  }

  unreadCount() {
    return [...this.unread.values()].reduce((sum, count) => sum + count, 0);
  }

  refresh() {
    for (const panel of this.panels.values()) {
      panel.menuButton.hidden = this.world.commandsOf(this.user).length === 0;
      panel.reconcile();
    }
    this.#drawHead();
    this.#drawTabs();
  }

  /** A message in one of its chats; `seen` says whether this phone is before somebody's eyes. */
  message(chat, message, fresh, seen) {
    const panel = this.panelOf(chat);
    if (!panel) return;
    panel.show(message);
    if (fresh && message.from?.id !== this.user && (!seen || panel.id !== this.current)) {
      this.unread.set(panel.id, (this.unread.get(panel.id) ?? 0) + 1);
      this.#drawTabs();
    }
    if (fresh && message.from?.id === this.world.bot.id) this.#typing('');
  }

  seen() {
    if (!this.unread.get(this.current)) return;
    this.unread.set(this.current, 0);
    this.#drawTabs();
  }

  action(chat, action) {
    if (this.panelOf(chat)?.id !== this.current) return;
    this.#typing(t(`busy.${action}`) || t('typing'));
  }

  #typing(words) {
    clearTimeout(this.typing);
    this.doing = words;
    this.#drawHead();
    if (words) this.typing = setTimeout(() => this.#typing(''), TYPING);
  }

  toast(text) {
    const note = el('div', { class: 'toast', text });
    this.toasts.append(note);
    setTimeout(() => note.classList.add('going'), TOAST);
    setTimeout(() => note.remove(), TOAST + 300);
  }

  /** A person's own contact; the numbers are invented. */
  contact(user) {
    const person = this.world.people.get(user);
    const phone_number = this.world.page.phones.find((phone) => phone.user === user)?.phone ?? `+855 10 ${String(user).padStart(6, '0').slice(-6)}`;
    return { phone_number, first_name: person?.first_name ?? '?', ...(person?.last_name ? { last_name: person.last_name } : {}), user_id: user };
  }

  otherContacts() {
    return [...this.world.people.keys()].filter((user) => user !== this.user).map((user) => this.contact(user));
  }

  /** Everybody else who could open a link: phones first, then people without one. */
  others() {
    const shown = new Map(this.world.page.phones.map((phone) => [phone.user, pick(phone.label)]));
    const order = [...shown.keys(), ...[...this.world.people.keys()].filter((user) => !shown.has(user))];
    return order.filter((user) => user !== this.user).map((user) => ({ user, label: shown.get(user) ?? '', name: this.world.nameOf(user) }));
  }

  #drawHead() {
    const chat = this.panel?.chat;
    const group = this.panel?.group;
    const title = group ? chat?.title ?? '' : this.world.bot.first_name ?? '';
    const members = (chat?.members ?? []).length;
    const under = this.doing || (group ? t('members', { n: members }) : t('bot'));
    this.head.replaceChildren(
      avatar(group ? this.current : this.world.bot.id ?? 0, title),
      el('div', { class: 'title' }, el('strong', { text: title }), el('span', { class: this.doing ? 'doing' : '', text: under })),
      el('button', { class: 'round', type: 'button', 'aria-label': t('more'), on: { click: () => this.#more() } }, icon('dots')));
  }

  async #more() {
    const blocked = this.panel.chat?.blocked;
    const entries = [this.panel.group ? ['leave', 'close', t('leave')] : blocked ? ['unblock', 'play', t('unblock')] : ['block', 'stop', t('block')]];
    const chosen = await menuSheet(this.screen, t('more'), entries);
    if (!chosen) return;
    const done = await this.panel.act({ do: chosen });
    if (done && chosen === 'block') this.toast(t('blocked'));
    this.world.reload();
  }

  #drawTabs() {
    this.tabs.hidden = this.panels.size < 2;
    if (!this.tabs.hidden) this.tabs.replaceChildren(...[...this.panels.keys()].map((id) => this.#tab(id)));
    this.root.dispatchEvent(new CustomEvent('unread', { bubbles: true, detail: this.unreadCount() }));
  }

  #tab(id) {
    const panel = this.panels.get(id);
    const open = id === this.current;
    const name = panel.group ? panel.chat?.title ?? '' : this.world.bot.first_name ?? '';
    const count = this.unread.get(id) ?? 0;
    return el('button', { class: 'tab', type: 'button', role: 'tab', 'aria-selected': String(open), data: { chat: id }, on: { click: () => this.open(id) } },
      avatar(panel.group ? id : this.world.bot.id ?? 0, name, 'tiny'), el('span', { text: name }),
      count ? el('span', { class: 'badge', text: String(count), 'aria-label': t('unread', { n: count }) }) : null);
  }
}
