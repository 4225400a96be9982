// What slides up inside a phone: the attach menu and its forms, the menu of a message, alerts, a photo in full.

import { avatar, el, icon } from './dom.js';
import { PLACES, sketch } from './places.js';
import { pick, t } from './words.js';

/** Opens a sheet inside `host`; resolves with what was chosen, or null when it was closed. */
export function sheet(host, title, build, style = '') {
  return new Promise((done) => {
    const before = document.activeElement;
    const close = (value = null) => {
      veil.remove();
      before?.focus?.({ preventScroll: true });
      done(value);
    };
    const box = el('div', { class: `sheet ${style}`, role: 'dialog', 'aria-modal': 'true', 'aria-label': title });
    const veil = el('div', { class: 'veil', on: {
      click: (event) => { if (event.target === veil) close(); },
      keydown: (event) => {
        if (event.key === 'Escape') { event.stopPropagation(); close(); }
        if (event.key === 'Tab') keepInside(event, box);
      },
    } }, box);
    if (title && style !== 'bare') {
      box.append(el('header', {}, el('h3', { text: title }), el('button', { class: 'round', type: 'button', 'aria-label': t('close'), on: { click: () => close() } }, icon('close'))));
    }
    box.append(build(close));
    host.append(veil);
    (box.querySelector('[autofocus]') ?? box.querySelector('.choices button') ?? box.querySelector('button'))?.focus({ preventScroll: true });
  });
}

function keepInside(event, box) {
  const stops = [...box.querySelectorAll('button, input, a[href]')].filter((node) => !node.disabled);
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}

/** The attach menu; resolves with the kind. */
export function attachSheet(host, specimens) {
  const kinds = ['photo', 'file', 'location', 'contact', 'sticker', 'voice', ...(specimens ? ['specimens'] : [])];
  return sheet(host, t('attach'), (close) => el('div', { class: 'choices tiles' }, kinds.map((kind) =>
    el('button', { type: 'button', data: { kind }, on: { click: () => close(kind) } }, el('span', { class: `disc disc-${kind}` }, icon(kind)), el('span', { text: t(kind) })))));
}

/** Files at hand, of which some are chosen; resolves with `{names, kind}` in the order of choosing, `kind` as in an upload. */
export function specimenSheet(host, specimens, chosen = []) {
  const names = [...chosen];
  return sheet(host, t('specimens'), (close) => {
    const send = (kind, style, words) => el('button', { class: style, type: 'button', data: { send: kind }, on: { click: () => close({ names, kind }) } }, icon(kind === 'photo' ? 'photo' : 'file'), el('span', { text: t(words) }));
    const [asPhoto, asFile] = [send('photo', 'primary', 'asphoto'), send('document', 'primary second', 'asfile')];
    const tiles = specimens.map((specimen) => specimenTile(specimen, () => {
      const at = names.indexOf(specimen.name);
      if (at >= 0) names.splice(at, 1);
      else if (names.length < 10) names.push(specimen.name);
      draw();
    }));
    const draw = () => {
      for (const tile of tiles) {
        const at = names.indexOf(tile.dataset.name);
        tile.setAttribute('aria-pressed', String(at >= 0));
        tile.querySelector('.number').textContent = at >= 0 ? String(at + 1) : '';
      }
      const pictures = names.every((name) => specimens.find((specimen) => specimen.name === name)?.picture);
      asPhoto.disabled = names.length === 0 || !pictures;
      asFile.disabled = names.length === 0;
    };
    draw();
    return el('div', {}, el('div', { class: 'choices specimens' }, tiles), el('div', { class: 'pair sends' }, asPhoto, asFile));
  }, 'tall');
}

function specimenTile({ name, label, url, picture }, toggle) {
  const face = picture ? el('img', { src: url, alt: '', loading: 'lazy', draggable: 'false' }) : el('span', { class: 'disc disc-file' }, icon('file'));
  return el('button', { type: 'button', data: { name }, title: name, on: { click: toggle } }, el('span', { class: 'face' }, face, el('span', { class: 'number', 'aria-hidden': 'true' })), el('span', { text: pick(label) || name }));
}

/** A place: one of a few, or latitude and longitude; resolves with `{latitude, longitude}`. */
export function locationSheet(host) {
  return sheet(host, t('places'), (close) => {
    const map = el('div', { class: 'map-box' }, sketch(PLACES[0][1], PLACES[0][2]));
    const latitude = number('latitude', PLACES[0][1], 90);
    const longitude = number('longitude', PLACES[0][2], 180);
    const redraw = () => {
      if (latitude.input.checkValidity() && longitude.input.checkValidity()) map.replaceChildren(sketch(Number(latitude.input.value), Number(longitude.input.value)));
    };
    latitude.input.addEventListener('input', redraw);
    longitude.input.addEventListener('input', redraw);
    const choices = el('div', { class: 'choices chips' }, PLACES.map(([name, north, east]) =>
      el('button', { type: 'button', on: { click: () => { latitude.input.value = north; longitude.input.value = east; redraw(); } } }, el('span', { text: pick(name) }))));
    const form = el('form', { class: 'form', on: { submit: (event) => {
      event.preventDefault();
      close({ latitude: Number(latitude.input.value), longitude: Number(longitude.input.value) });
    } } }, map, choices, el('div', { class: 'pair' }, latitude.label, longitude.label), el('button', { class: 'primary', type: 'submit', text: t('share') }));
    return form;
  });
}

function number(key, value, most) {
  const input = el('input', { type: 'number', step: 'any', min: -most, max: most, required: true, value, inputmode: 'decimal' });
  return { input, label: el('label', {}, el('span', { text: t(key) }), input) };
}

/** A contact: one's own, another person of this world, or typed; resolves with the fields of a contact. */
export function contactSheet(host, own, others) {
  return sheet(host, t('people'), (close) => {
    const known = [{ ...own, label: t('mine') }, ...others];
    const choices = el('div', { class: 'choices list' }, known.map((person) =>
      el('button', { type: 'button', on: { click: () => close(bare(person)) } },
        avatar(person.user_id ?? 0, person.first_name, 'small'),
        el('span', { class: 'two' }, el('strong', { text: person.label ?? [person.first_name, person.last_name].filter(Boolean).join(' ') }), el('span', { class: 'quiet', text: person.phone_number })))));
    const name = el('input', { type: 'text', required: true, maxlength: 64, autocomplete: 'off' });
    const phone = el('input', { type: 'tel', required: true, maxlength: 32, autocomplete: 'off' });
    const form = el('form', { class: 'form', on: { submit: (event) => {
      event.preventDefault();
      close({ first_name: name.value.trim(), phone_number: phone.value.trim() });
    } } }, el('h4', { text: t('someone') }), el('div', { class: 'pair' }, el('label', {}, el('span', { text: t('name') }), name), el('label', {}, el('span', { text: t('phone') }), phone)), el('button', { class: 'primary', type: 'submit', text: t('share') }));
    return el('div', {}, choices, form);
  });
}

function bare({ phone_number, first_name, last_name, user_id }) {
  return { phone_number, first_name, ...(last_name ? { last_name } : {}), ...(user_id ? { user_id } : {}) };
}

/** One of a few stickers; resolves with its emoji. */
export function stickerSheet(host) {
  const stickers = ['👍', '👌', '🙏', '😀', '🎉', '🤝', '🏠', '🚀'];
  return sheet(host, t('stickers'), (close) => el('div', { class: 'choices stickers' }, stickers.map((emoji) =>
    el('button', { type: 'button', 'aria-label': emoji, on: { click: () => close(emoji) } }, el('span', { text: emoji })))));
}

/** A short list of things to do; `entries` are `[key, icon, label]`; resolves with the key. */
export function menuSheet(host, title, entries) {
  return sheet(host, title, (close) => el('div', { class: 'choices list' }, entries.map(([key, picture, label]) =>
    el('button', { type: 'button', data: { key }, on: { click: () => close(key) } }, icon(picture), el('span', { text: label })))));
}

/** Who opens a link to the bot: `own` and `others` are `{user, label, name}`. Resolves with a user id, `copy` or null. */
export function linkSheet(host, url, own, others) {
  return sheet(host, t('link'), (close) => el('div', { class: 'link-sheet' },
    el('p', { class: 'address quiet', text: url }),
    el('button', { class: 'primary', type: 'button', autofocus: true, data: { user: own.user }, on: { click: () => close(own.user) } }, el('span', { text: t('openhere') })),
    others.length ? el('h4', { text: t('elsewhere') }) : null,
    el('div', { class: 'choices list' }, others.map(({ user, label, name }) =>
      el('button', { type: 'button', data: { user }, on: { click: () => close(user) } }, avatar(user, name, 'small'),
        el('span', { class: 'two' }, el('strong', { text: label || name }), label ? el('span', { class: 'quiet', text: name }) : null))),
    el('button', { type: 'button', data: { key: 'copy' }, on: { click: () => close('copy') } }, icon('copy'), el('span', { text: t('copy') })))));
}

/** The commands of the bot; resolves with the command. */
export function commandSheet(host, commands) {
  return sheet(host, t('commands'), (close) => el('div', { class: 'choices list commands' }, commands.map(({ command, description }) =>
    el('button', { type: 'button', on: { click: () => close(command) } }, el('span', { class: 'two' }, el('strong', { text: description }), el('span', { class: 'quiet', text: `/${command}` }))))));
}

/** An alert of the bot (an answer to a press with `show_alert`). */
export function alertSheet(host, title, text) {
  return sheet(host, title, (close) => el('div', { class: 'alert' }, el('p', { text }), el('button', { class: 'primary', type: 'button', autofocus: true, text: 'OK', on: { click: () => close() } })), 'middle');
}

/** A photo in full. */
export function photoSheet(host, source) {
  return sheet(host, t('photo'), (close) => el('button', { class: 'full', type: 'button', 'aria-label': t('close'), on: { click: () => close() } }, el('img', { src: source, alt: t('photo') })), 'bare');
}
