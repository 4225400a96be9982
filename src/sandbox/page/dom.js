// Small helpers for building the page. Everything that comes from a message goes in as text, never as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/** An element: `class`, `text`, `on` (listeners) and `data` are special, the rest are attributes. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === 'class') node.className = value;
    else if (name === 'text') node.textContent = value;
    else if (name === 'on') for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else if (name === 'data') Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** An SVG element with attributes. */
export function svg(tag, props = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

const ICONS = {
  attach: 'M17 7v9a5 5 0 0 1-10 0V6.5a3.3 3.3 0 0 1 6.6 0V15.5a1.6 1.6 0 0 1-3.2 0V8',
  send: 'M4 12 20 4.5 15.5 20 11.5 13.5Z M11.5 13.5 20 4.5',
  menu: 'M5 7h14M5 12h14M5 17h9',
  close: 'M6 6l12 12M18 6 6 18',
  photo: 'M4 6h16v12H4zM4 15l4.5-4 4 3.5 3-2.5 4.5 4M15.5 9.5h.01',
  file: 'M7 3.5h7l4 4V20.5H7zM14 3.5V8h4',
  specimens: 'M7 8h13v11H7zM4 15V5h13M7 16l3.5-3 3 2.5 2.5-2 4 3.5M16.5 11.5h.01',
  location: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  contact: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  sticker: 'M12 3.5a8.5 8.5 0 1 0 8.5 8.5l-8.5-8.5zM12 3.5V8a4 4 0 0 0 4 4h4.5',
  voice: 'M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 11.5a6 6 0 0 0 12 0M12 17.5V21',
  lock: 'M7 10.5h10v9H7zM9 10.5V7.5a3 3 0 0 1 6 0v3',
  play: 'M8 5.5v13l11-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  stop: 'M7 7h10v10H7z',
  down: 'M6 9l6 6 6-6',
  dots: 'M12 6h.01M12 12h.01M12 18h.01',
  keyboard: 'M4 7h16v10H4zM7.5 10.5h.01M12 10.5h.01M16.5 10.5h.01M8 14h8',
  copy: 'M9 9h10v10H9zM15 9V5H5v10h4',
  edit: 'M5 19l1-4L16 5l3 3L9 18z',
  link: 'M10 14a4 4 0 0 0 6 0l2.5-2.5a4 4 0 0 0-6-6L11.5 7M14 10a4 4 0 0 0-6 0l-2.5 2.5a4 4 0 0 0 6 6l1-1.5',
  video: 'M4 7h11v10H4zM15 11l5-3v8l-5-3',
  ahead: 'M5 6.5l6.5 5.5L5 17.5zM12.5 6.5L19 12l-6.5 5.5z',
  reset: 'M6 12a6 6 0 1 0 2-4.5M8 4v4h4',
};

/** A line icon of 24 by 24; it takes the colour of the text around it. */
export function icon(name) {
  const path = svg('path', { d: ICONS[name] ?? '' });
  return svg('svg', { viewBox: '0 0 24 24', class: `icon icon-${name}`, 'aria-hidden': 'true', focusable: 'false' }, path);
}

/** Calls `act` after a long press, a right click, or the menu key. */
export function onLongPress(node, act) {
  let timer = 0;
  const cancel = () => clearTimeout(timer);
  node.addEventListener('contextmenu', (event) => { event.preventDefault(); cancel(); act(event); });
  node.addEventListener('pointerdown', (event) => {
    if (event.pointerType === 'mouse') return;
    cancel();
    timer = setTimeout(() => act(event), 480);
  });
  for (const type of ['pointerup', 'pointermove', 'pointercancel', 'pointerleave']) node.addEventListener(type, cancel);
}

/** Copies text; true when the browser allowed it. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A stable colour (one of seven, as Telegram has) for an id. */
export function tint(id) {
  return `tint-${Math.abs(Number(id)) % 7}`;
}

/** The round picture that stands for a person, a bot or a group. */
export function avatar(id, name, extra = '') {
  const letters = [...String(name || '?')].filter((letter) => /\p{L}|\p{N}/u.test(letter));
  return el('span', { class: `avatar ${tint(id)} ${extra}`, 'aria-hidden': 'true', text: letters[0] ?? '?' });
}

/** Waits that many milliseconds. */
export function sleep(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}
