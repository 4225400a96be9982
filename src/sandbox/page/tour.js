// Plays a chapter of the guided tour: acts on the phones as a hand would, and waits for the bot between the steps.
// It knows nothing of the bot; the chapters and their steps come with the page's data.

import { el, icon, sleep } from './dom.js';
import { addressesOf, leadsTo } from './links.js';
import { dateOn, isoDate, secondsUntil } from './now.js';
import { specimenSheet } from './sheets.js';
import { pick, t, typedDate } from './words.js';

const PATIENCE = 15_000;
const LOOK = 40;
// Milliseconds: a pause before each act, a letter, a look at the pressed button, quiet in the chat before going on.
const PACES = {
  slow: { before: 1600, letter: 45, press: 900, quiet: 700 },
  normal: { before: 650, letter: 22, press: 450, quiet: 400 },
  fast: { before: 0, letter: 0, press: 0, quiet: 120 },
};
const ORDER = ['slow', 'normal', 'fast'];
const MARKS = { slow: '½×', normal: '1×', fast: '4×' };

class Stopped extends Error {}

export class Tour {
  constructor(world, phoneAt, reveal) {
    Object.assign(this, { world, phoneAt, reveal, state: 'idle', chapter: 0, step: 0, error: null, paused: false, note: '' });
    const asked = new URLSearchParams(location.search).get('speed');
    this.speed = asked in PACES ? asked : 'normal';
    this.root = el('aside', { class: 'tour', role: 'region', 'aria-live': 'polite', hidden: true });
    this.#publish();
  }

  get fast() { return this.speed === 'fast'; }
  get chapters() { return this.world.page.tours; }
  get title() { return pick(this.chapters[this.chapter]?.title); }
  get all() { return count(this.chapters[this.chapter]?.steps ?? []); }

  /** Plays a chapter from its beginning; one that is paused goes on. */
  async play(chapter = this.chapter) {
    if (this.state === 'playing') return this.#pause(false);
    if (!this.chapters[chapter]) return;
    Object.assign(this, { state: 'playing', chapter, step: 0, error: null, paused: false, note: this.chapters[chapter].title, from: this.world.seq, acts: new Map(), found: new Map() });
    // What nobody else may have: the same chapter can be played again with other guests.
    this.drawn = { number: 10_000_000 + Math.floor(Math.random() * 89_000_000), room: 101 + Math.floor(Math.random() * 880) };
    this.at = {};
    this.#publish();
    this.draw();
    try {
      await this.#run(this.chapters[chapter].steps);
      this.state = 'done';
    } catch (error) {
      this.state = error instanceof Stopped ? 'idle' : 'failed';
      this.error = error instanceof Stopped ? null : error.message;
    }
    this.#light(null);
    this.#publish();
    this.draw();
  }

  async #run(steps) {
    for (const step of steps) {
      if (step.steps) {
        const { panel } = this.#place(step);
        await this.#answered(panel);
        if (this.#offers(panel, step.button) === (step.do === 'if')) await this.#run(step.steps);
        else this.step += count(step.steps);
        continue;
      }
      this.step += 1;
      if (step.note) this.note = step.note;
      this.#publish();
      this.draw();
      await this.#do(step);
    }
  }

  stop() {
    if (this.state === 'playing') this.state = 'stopping';
    else { this.state = 'idle'; this.#publish(); this.draw(); }
  }

  #pause(paused) {
    this.paused = paused;
    this.#publish();
    this.draw();
  }

  #publish() {
    window.tour = { state: this.state === 'stopping' ? 'playing' : this.state, chapter: this.chapter, step: this.step, error: this.error, paused: this.paused };
  }

  // ---- one step ----

  /** Where a step is done; one that names no phone is done where the step before was. */
  #place(step) {
    if (step.phone !== undefined) this.at = { phone: step.phone, chat: step.chat };
    const phone = this.phoneAt(this.at.phone ?? 0);
    if (!phone) throw new Error(`phone ${this.at.phone}`);
    const panel = phone.panelOf(this.at.chat ?? phone.spec.chats[0]);
    if (!panel) throw new Error(`chat ${this.at.chat}`);
    return { phone, panel };
  }

  async #do(told) {
    const { phone, panel } = this.#place(told);
    const step = { ...told, text: this.#fill(told.text, phone, told.do === 'document'), button: this.#fill(told.button, phone), caption: this.#fill(told.caption, phone) };
    this.#light(phone, panel);
    if (step.do === 'wait') await this.#text(panel, step.text ?? '', 1000 * (step.patience ?? 0));
    else {
      await this.#answered(panel);
      await this.#rest(PACES[this.speed].before);
      await this.#act(step, panel);
      // An act that the bot leaves unanswered must not make the next step wait.
      if (step.answer === false) this.acts.delete(panel.live);
    }
    await this.#rest((step.pause ?? 0) * (this.fast ? 0 : 1000));
  }

  /** Days (`{today-3}`, `{monday+8}`) as they are typed on that phone or stand in a file, and what is drawn anew each
   *  time (`{number}`, `{room+1}`). */
  #fill(text, phone, inFile = false) {
    const dated = (date) => inFile ? isoDate(date) : typedDate(date, phone.spec.language);
    return text?.replace(/\{(today|monday|number|room)([+-]\d+)?\}/g, (_, name, more) =>
      name in this.drawn ? String(this.drawn[name] + Number(more ?? 0)) : dated(dateOn(name, Number(more ?? 0))));
  }

  async #act(step, panel) {
    if (step.do === 'tap') return this.#tap(panel, step.button);
    if (step.do === 'say') return this.#say(panel, step.text);
    if (step.do === 'show') return this.#rest(this.fast ? 0 : 1200);
    if (step.do === 'time') return this.world.advance(step.until === undefined ? step.seconds : secondsUntil(step.until, step.on));
    if (step.do === 'link') return this.#link(step, panel);
    if (step.send) return this.#send(step, panel);
    this.#mark(panel);
    let done = null;
    if (step.do === 'photo' || step.do === 'document') done = await this.#file(step, panel);
    else if (step.do === 'location') done = await panel.act({ do: 'location', latitude: step.latitude, longitude: step.longitude });
    else if (step.do === 'contact') done = await panel.act({ do: 'contact', ...(step.contact ?? panel.phone.contact(panel.user)) });
    else if (step.do === 'edit') done = await panel.act({ do: 'edit', message_id: this.#newestOwn(panel), text: step.text });
    else done = await panel.act({ do: step.do, ...step.with });
    if (!done) throw new Error(`${step.do}`);
  }

  /** Opens, on the step's phone, the newest link to the bot that phone `from` shows (in its chat `of`) in answer to its last act. */
  async #link(step, panel) {
    const source = this.phoneAt(step.from ?? step.phone ?? 0);
    const shown = source?.panelOf(step.of ?? source.spec.chats[0]);
    if (!shown) throw new Error(`phone ${step.from}`);
    this.#light(source, shown);
    const url = await this.#until(() => this.#newestLink(shown), () => t('notext', { text: 't.me' }));
    const node = shown.list.querySelector(`[data-url="${CSS.escape(url)}"]`);
    node?.classList.add('aimed');
    await this.#rest(PACES[this.speed].press);
    node?.classList.remove('aimed');
    this.#light(panel.phone, panel);
    this.#mark(panel);
    await this.world.openLink(panel.user, url);
  }

  #newestLink(panel) {
    const since = this.acts.get(panel.live) ?? -1;
    const newest = [...panel.rows.values()].filter(({ message }) => this.world.chat(panel.live).messages.get(message.message_id)?.seq > since)
      .sort((a, b) => b.message.message_id - a.message.message_id);
    return newest.flatMap(({ message }) => addressesOf(message)).find((url) => leadsTo(url, this.world.bot.username));
  }

  /** Sends specimens by name: `as` a `photo` each, an `album` of photos, or a `file` (several are an album of files);
   *  `caption` stands under the first, `late` is the seconds that each sibling of an album comes after the one before. */
  async #send({ send, as = 'photo', caption, late = 0 }, panel) {
    if (!this.fast) await this.#choose(send, panel);
    this.#mark(panel);
    const more = { ...(caption ? { caption } : {}), ...(late ? { pause_ms: 1000 * late } : {}) };
    for (const names of as === 'photo' ? send.map((name) => [name]) : [send]) {
      if (!await panel.sendSpecimens(names, as === 'file' ? 'document' : 'photo', more)) throw new Error(names.join(', '));
    }
  }

  /** Shows for a moment what is chosen from the specimens. */
  async #choose(names, panel) {
    const { screen } = panel.phone;
    specimenSheet(screen, this.world.specimens, names);
    const veil = screen.lastElementChild;
    try { await this.#rest(2 * PACES[this.speed].press + 500); } finally { veil.click(); }
  }

  /** The file is the step's `base64`, its `text`, or what lies at `src` on this server. */
  async #file(step, panel) {
    const type = step.mime ?? (step.do === 'photo' ? 'image/png' : 'application/octet-stream');
    const bytes = step.src ? await (await fetch(step.src)).blob() : new Blob([step.base64 ? decoded(step.base64) : step.text ?? ''], { type });
    return panel.send(step.do, [new File([bytes], step.name ?? 'file', { type: bytes.type || type })]);
  }

  #newestOwn(panel) {
    return Math.max(...[...panel.rows.values()].filter(({ message }) => message.from?.id === panel.user && message.text).map(({ message }) => message.message_id));
  }

  async #say(panel, text) {
    const { letter } = PACES[this.speed];
    if (letter && !panel.line.hidden) {
      const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
      for (const { index, segment } of letters) {
        panel.write(text.slice(0, index + segment.length));
        await this.#rest(Math.min(letter, 900 / letters.length));
      }
      await this.#rest(180);
      panel.write('');
    }
    this.#mark(panel);
    if (!await panel.say(text)) throw new Error(text);
  }

  async #tap(panel, label) {
    const button = await this.#until(() => this.#button(panel, label), () => t('nobutton', { text: label }));
    button.scrollIntoView({ block: 'nearest', behavior: this.fast ? 'instant' : 'smooth' });
    button.classList.add('aimed');
    await this.#rest(PACES[this.speed].press);
    // The message may have been drawn anew meanwhile: press what is there, not what was.
    const there = button.isConnected ? button : await this.#until(() => this.#button(panel, label), () => t('nobutton', { text: label }));
    this.#mark(panel);
    there.click();
    there.classList.remove('aimed');
  }

  /** The button with that label on the newest message of this chapter that has one; the nearest fit of several wins. */
  #button(panel, label) {
    for (const group of this.#keyGroups(panel)) {
      const keys = [...group.querySelectorAll('.key')].filter((key) => key.dataset.label.includes(label));
      if (keys.length) return keys.sort((a, b) => a.dataset.label.length - b.dataset.label.length)[0];
    }
    return null;
  }

  /** Whether a message that came or changed after the last act in this chat has that button. */
  #offers(panel, label) {
    const keys = this.#keyGroups(panel, this.acts.get(panel.live)).flatMap((group) => [...group.querySelectorAll('.key')]);
    return keys.some((key) => key.dataset.label.includes(label));
  }

  /** Where buttons can be that came since then (since the chapter began), the newest first. */
  #keyGroups(panel, since = this.from) {
    const fresh = (id) => this.world.chat(panel.live)?.messages.get(id)?.seq > since;
    const groups = [...panel.rows.values()].filter(({ message }) => fresh(message.message_id))
      .sort((a, b) => b.message.message_id - a.message.message_id).map(({ node }) => node);
    const keyboard = panel.keyboard;
    if (keyboard && !panel.keys.hidden && fresh(keyboard.id)) {
      const at = groups.findIndex((node) => Number(node.dataset.id) <= keyboard.id);
      groups.splice(Math.max(at, 0), 0, panel.keys);
    }
    return groups;
  }

  #mark(panel) {
    this.acts.set(panel.live, this.world.seq);
  }

  /** Waits for the bot's answer to the last act in this chat, and for a moment of quiet. */
  async #answered(panel) {
    const acted = this.acts.get(panel.live);
    if (acted === undefined) return;
    const chat = () => this.world.chat(panel.live);
    await this.#until(() => chat() && (chat().drawn > acted || (chat().answered > acted && this.#quietFor(chat(), 1500))), () => t('noanswer'));
    await this.#until(() => this.#quietFor(chat(), PACES[this.speed].quiet), () => t('noanswer'));
  }

  #quietFor(chat, milliseconds) {
    return performance.now() - chat.heardAt >= milliseconds;
  }

  /** Waits for a text; what takes longer than an answer says for how long (`patience`, in seconds). */
  async #text(panel, wanted, patience) {
    // A text waited for twice must come twice.
    const key = `${panel.live}/${wanted}`;
    const since = this.found.get(key) ?? this.from;
    const found = () => [...this.world.chat(panel.live)?.messages.values() ?? []]
      .find(({ message, seq }) => seq > since && textOf(message).includes(wanted));
    const { seq } = await this.#until(found, () => t('notext', { text: wanted }), Math.max(PATIENCE, patience));
    this.found.set(key, seq);
  }

  /** Waits until `check` gives something; throws with `why` when patience ends. */
  async #until(check, why, patience = PATIENCE) {
    let left = patience;
    for (;;) {
      const found = check();
      if (found) return found;
      if (left <= 0) throw new Error(why());
      const before = performance.now();
      await this.#rest(LOOK);
      left -= Math.min(performance.now() - before, 10 * LOOK);
    }
  }

  /** Sleeps; holds while paused; ends the tour when it was stopped. */
  async #rest(milliseconds) {
    if (milliseconds > 0) await sleep(milliseconds);
    while (this.paused && this.state === 'playing') await sleep(LOOK);
    if (this.state !== 'playing') throw new Stopped();
  }

  // ---- what is seen ----

  #light(phone, panel) {
    document.body.classList.toggle('touring', phone !== null);
    for (const other of document.querySelectorAll('.phone.acting')) if (other !== phone?.root) other.classList.remove('acting');
    if (!phone) return;
    if (!phone.root.classList.contains('acting')) {
      phone.root.classList.add('acting');
      this.reveal(phone);
    }
    if (phone.current !== panel.id) phone.open(panel.id);
  }

  draw() {
    this.root.hidden = this.state === 'idle';
    if (this.root.hidden) return;
    const playing = this.state === 'playing' || this.state === 'stopping';
    const { all } = this;
    const words = this.state === 'done' ? t('done', { title: this.title }) : this.state === 'failed' ? t('stopped', { n: this.step, why: this.error }) : pick(this.note);
    const progress = el('div', { class: 'progress', role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': all, 'aria-valuenow': this.step, 'aria-label': t('step', { n: this.step, all }) }, el('i'));
    progress.firstChild.style.width = `${all ? (100 * this.step) / all : 0}%`;
    const button = (name, label, click) => el('button', { class: 'round', type: 'button', 'aria-label': label, title: label, on: { click } }, icon(name));
    this.root.className = `tour ${this.state}`;
    this.root.replaceChildren(progress,
      el('span', { class: 'count', 'aria-hidden': 'true', text: `${this.step}/${all}` }),
      el('p', { text: words }),
      el('div', { class: 'controls' },
        playing ? [
          el('button', { class: 'pace', type: 'button', 'aria-label': `${t('speed')} ${MARKS[this.speed]}`, title: t('speed'), text: MARKS[this.speed], on: { click: () => this.#nextSpeed() } }),
          this.paused ? button('play', t('resume'), () => this.#pause(false)) : button('pause', t('pause'), () => this.#pause(true)),
          button('stop', t('stop'), () => this.stop()),
        ] : [
          this.#next(),
          button('reset', t('again'), () => this.play()),
          button('close', t('close'), () => this.stop()),
        ]));
  }

  /** The chapter after this one, once it is finished. */
  #next() {
    const next = this.chapters[this.chapter + 1];
    if (this.state !== 'done' || !next) return null;
    return el('button', { class: 'primary next', type: 'button', title: pick(next.title), 'aria-label': pick(next.title), on: { click: () => this.play(this.chapter + 1) } }, icon('play'), el('span', { text: pick(next.title) }));
  }

  #nextSpeed() {
    this.speed = ORDER[(ORDER.indexOf(this.speed) + 1) % ORDER.length];
    this.draw();
  }
}

function decoded(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** How many steps there are, with those that are only done if something is offered. */
function count(steps) {
  return steps.reduce((all, step) => all + (step.steps ? count(step.steps) : 1), 0);
}

function textOf(message) {
  return [message.text, message.caption, message.document?.file_name].filter(Boolean).join('\n');
}
