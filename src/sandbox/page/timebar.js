// The time in Cambodia, and buttons that move it ahead for everybody: people, messages, bot.

import { el, icon } from './dom.js';
import { now, secondsUntil } from './now.js';
import { clock, day, t, today } from './words.js';

const TICK = 500;
const STEPS = [['hour', () => 3600], ['day', () => 86_400], ['morning', () => secondsUntil(8)]];

export class TimeBar {
  /** `turned` is called when another day begins. */
  constructor(world, turned) {
    Object.assign(this, { world, turned, date: today() });
    this.root = el('div', { class: 'time', role: 'group' });
    setInterval(() => this.tick(), TICK);
  }

  /** Draws it in the page's language. */
  draw() {
    this.root.setAttribute('aria-label', t('time'));
    this.shown = el('time', { class: 'present', 'aria-live': 'off' });
    this.root.replaceChildren(this.shown, el('span', { class: 'steps' }, STEPS.map(([key, seconds]) =>
      el('button', { type: 'button', data: { step: key }, title: t(`later.${key}`), 'aria-label': t(`later.${key}`), on: { click: (event) => this.#move(event.currentTarget, seconds()) } },
        key === 'morning' ? null : icon('ahead'), el('span', { text: t(`ahead.${key}`) })))));
    this.tick();
  }

  async #move(button, seconds) {
    button.disabled = true;
    try { await this.world.advance(seconds); } catch { /* the page says by itself when the connection is gone */ }
    button.disabled = false;
  }

  tick() {
    if (!this.shown) return;
    const seconds = Math.floor(now() / 1000);
    const text = `${day(seconds, true)} · ${clock(seconds)}`;
    if (this.shown.textContent !== text) {
      this.shown.textContent = text;
      this.shown.dateTime = new Date(seconds * 1000).toISOString();
    }
    if (this.date === today()) return;
    this.date = today();
    this.turned();
  }
}
