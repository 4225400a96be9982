// The page: its bar, the phones side by side, and the live world behind them.

import { avatar, el, icon, sleep } from './dom.js';
import { Phone } from './phone.js';
import { TimeBar } from './timebar.js';
import { Tour } from './tour.js';
import { language, LANGUAGES, onLanguage, pick, setLanguage, t } from './words.js';
import { World } from './world.js';

const world = new World();
const tour = new Tour(world, (index) => phones[index], reveal);
const time = new TimeBar(world, () => { for (const phone of phones) for (const panel of phone.panels.values()) panel.arrange(); });
// People without a phone of their own get one when they open a link.
const lent = [];
let phones = [];
let inView = new Set();
let watcher = null;

const bar = el('header', { class: 'bar' });
const switcher = el('nav', { class: 'switcher' });
const stage = el('main', { class: 'stage' });
const notice = el('div', { class: 'offline', role: 'status', hidden: true });

/** Builds everything anew in the page's language; what was being written is kept. */
function build() {
  document.documentElement.lang = language() === 'zh' ? 'zh-Hans' : language();
  const kept = new Map(phones.flatMap((phone) => [...phone.panels].map(([id, panel]) => [`${phone.index}/${id}`, panel.input.value])));
  const opened = phones.map((phone) => phone.current);
  phones = [...world.page.phones, ...lent].map((spec, index) => new Phone(world, spec, index));
  phones.forEach((phone, index) => {
    if (opened[index] !== undefined && phone.panels.has(opened[index])) phone.open(opened[index]);
    for (const [id, panel] of phone.panels) if (kept.get(`${index}/${id}`)) panel.write(kept.get(`${index}/${id}`));
  });
  drawBar();
  time.draw();
  notice.textContent = t('offline');
  stage.setAttribute('aria-label', t('phones'));
  stage.replaceChildren(...phones.map((phone) => phone.root));
  switcher.setAttribute('aria-label', t('phones'));
  switcher.replaceChildren(...phones.map(switch_));
  document.body.replaceChildren(bar, switcher, stage, tour.root, notice);
  watch();
  tour.draw();
}

function drawBar() {
  const name = pick(world.page.title) || world.bot.first_name || '';
  document.title = name;
  const choice = el('div', { class: 'languages', role: 'group', 'aria-label': t('language') }, LANGUAGES.map(([code, own]) =>
    el('button', { type: 'button', lang: code, 'aria-pressed': String(code === language()), on: { click: () => setLanguage(code) } }, el('span', { text: own }))));
  bar.replaceChildren(
    el('div', { class: 'brand' }, avatar(world.bot.id ?? 0, name), el('div', {}, el('h1', { text: name }), el('p', { text: pick(world.page.subtitle) || t('sub') }))),
    time.root,
    el('div', { class: 'actions' }, menuOfTours(), choice));
}

/** A button that unfolds the tour's chapters. */
function menuOfTours() {
  if (!world.page.tours.length) return null;
  const chapters = world.page.tours.map(({ title, about }, index) =>
    el('button', { type: 'button', data: { chapter: index }, on: { click: () => { menu.open = false; tour.play(index); } } },
      icon('play'), el('span', {}, el('b', { text: pick(title) }), el('small', { text: pick(about) }))));
  const menu = el('details', { class: 'tours', on: { keydown: (event) => { if (event.key === 'Escape') menu.open = false; } } },
    el('summary', { class: 'primary play', 'aria-label': t('play') }, icon('play'), el('span', { text: t('play') })),
    el('div', { class: 'chapters' }, chapters));
  return menu;
}

/** A tab for one phone, where the screen has room for one only. */
function switch_(phone) {
  const badge = el('span', { class: 'badge', hidden: true });
  phone.root.addEventListener('unread', ({ detail }) => {
    badge.hidden = detail === 0;
    badge.textContent = String(detail);
  });
  return el('button', { type: 'button', data: { index: phone.index }, on: { click: () => reveal(phone) } }, avatar(phone.user, world.nameOf(phone.user), 'tiny'), el('span', { text: pick(phone.spec.label) }), badge);
}

/** Brings a phone before the eyes. */
function reveal(phone) {
  const left = phone.root.offsetLeft - (stage.clientWidth - phone.root.offsetWidth) / 2;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches || tour.fast;
  if (stage.scrollWidth > stage.clientWidth + 1) stage.scrollTo({ left, behavior: calm ? 'instant' : 'smooth' });
}

/** The phone of a person, before the eyes and showing the chat with the bot. */
function hand(user) {
  if (!phones.some((phone) => phone.user === user)) {
    const language = String(world.people.get(user)?.language_code ?? 'en').slice(0, 2);
    lent.push({ user, label: world.nameOf(user), chats: [user], language });
    build();
  }
  const phone = phones.find((one) => one.user === user);
  if (phone.panels.has(user)) phone.open(user);
  reveal(phone);
}

/** Keeps track of the phones in view: they have no unread messages, and their tab is the lit one. */
function watch() {
  watcher?.disconnect();
  inView = new Set();
  watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const phone = phones[Number(target.dataset.index)];
      if (!phone) continue;
      if (isIntersecting) inView.add(phone);
      else inView.delete(phone);
      if (isIntersecting) phone.seen();
      const tab = switcher.children[phone.index];
      tab?.setAttribute('aria-current', String(isIntersecting));
      if (isIntersecting && tab) switcher.scrollTo({ left: tab.offsetLeft - (switcher.clientWidth - tab.offsetWidth) / 2 });
    }
  }, { root: stage, threshold: 0.6 });
  for (const phone of phones) watcher.observe(phone.root);
}

function listen() {
  let shape = '';
  world.addEventListener('reset', () => {
    const now = JSON.stringify([world.page, world.bot]);
    if (now !== shape) build();
    else for (const phone of phones) phone.refresh();
    shape = now;
  });
  for (const kind of ['message', 'edited']) {
    world.addEventListener(kind, ({ detail }) => {
      for (const phone of phones) phone.message(detail.chat, detail.message, kind === 'message', inView.has(phone));
    });
  }
  world.addEventListener('deleted', ({ detail }) => { for (const phone of phones) phone.panelOf(detail.chat)?.remove(detail.message_id); });
  world.addEventListener('opening', ({ detail }) => hand(detail.user));
  world.addEventListener('time', () => time.tick());
  world.addEventListener('action', ({ detail }) => { for (const phone of phones) phone.action(detail.chat, detail.action); });
  world.addEventListener('answer', ({ detail }) => {
    const phone = phones.find((one) => one.user === detail.user);
    (phone?.panelOf(detail.chat) ?? phone?.panel)?.answer(detail);
  });
  world.addEventListener('online', ({ detail }) => { notice.hidden = detail.online; });
}

/** The letters come before the first word is drawn: a browser may not draw again what it drew without them. */
function letters() {
  const samples = [['Noto Sans Khmer', 'កំ'], ['Sandbox SC', '中'], ['Sandbox Emoji', '✅']];
  const loaded = samples.map(([family, text]) => document.fonts.load(`16px "${family}"`, text));
  return Promise.race([Promise.allSettled(loaded), sleep(3000)]);
}

onLanguage(build);
listen();
// A file dropped beside a chat must not take the page away.
for (const type of ['dragover', 'drop']) document.addEventListener(type, (event) => event.preventDefault());
document.addEventListener('pointerdown', ({ target }) => { for (const menu of document.querySelectorAll('.tours[open]')) if (!menu.contains(target)) menu.open = false; });
await letters();
await world.start();
const asked = new URLSearchParams(location.search).get('play');
if (asked !== null) tour.play(Math.max(Number(asked) || 1, 1) - 1);
