// Plays the chapters of the guided tour in a real browser, and tries the phones by hand.
//
//   SANDBOX_URL=http://127.0.0.1:PORT [CHROMIUM=/usr/bin/chromium] [SHOTS=folder] [ONLY=part,part] node tour.mjs
//
// Prints `N passed, N failed` as its last line and ends with 1 when anything failed.

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const url = process.env.SANDBOX_URL ?? process.argv[2];
if (!url) throw new Error('SANDBOX_URL says where the page is');
const shots = path.resolve(process.env.SHOTS ?? 'shots');
const FLAGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const TOUR = 240_000;
const SOON = 20_000;

const world = JSON.parse(await readFile(new URL('../../data/demo.json', import.meta.url), 'utf8'));
let passed = 0;
let failed = 0;
const origin = new URL(url).origin;

async function check(sentence, body) {
  try {
    await body();
    passed += 1;
    console.log(`ok      ${sentence}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${sentence}\n        ${String(error.message).split('\n').slice(0, 6).join('\n        ')}`);
  }
}

function demand(condition, words) {
  if (!condition) throw new Error(words);
}

/** A page that remembers what it complained about and whom it asked. */
async function open(browser, viewport, query, options = {}) {
  const context = await browser.newContext({ viewport, locale: 'en-US', ...options });
  const page = await context.newPage();
  const seen = { errors: [], strangers: [] };
  page.on('console', (message) => { if (message.type() === 'error') seen.errors.push(message.text()); });
  page.on('pageerror', (error) => seen.errors.push(error.stack ?? error.message));
  page.on('request', (request) => {
    const address = new URL(request.url());
    if (!['data:', 'blob:'].includes(address.protocol) && address.origin !== origin) seen.strangers.push(request.url());
  });
  await page.goto(`${url}/?${query}`);
  await page.waitForSelector('.phone .composer');
  return { context, page, seen };
}

async function shoot(page, name) {
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(shots, `${name}.png`) });
}

/** How many elements stand out of the window or of their phone to the right. */
function sticksOut(page) {
  return page.evaluate(() => {
    const wide = document.documentElement.scrollWidth > window.innerWidth;
    const out = [...document.querySelectorAll('.panel:not([hidden]) .bubble, .panel:not([hidden]) .key, .head, .line')].filter((node) => {
      const screen = node.closest('.screen').getBoundingClientRect();
      const box = node.getBoundingClientRect();
      return box.width > 0 && (box.right > screen.right + 1 || box.left < screen.left - 1);
    });
    const cut = [...document.querySelectorAll('.panel:not([hidden]) .key span')].filter((node) => node.scrollWidth > node.parentElement.clientWidth + 1);
    return { wide, out: out.map((node) => node.textContent.slice(0, 40)), cut: cut.map((node) => node.textContent) };
  });
}

async function checkLayout(page, where) {
  await check(`nothing sticks out sideways ${where}`, async () => {
    const { wide, out, cut } = await sticksOut(page);
    demand(!wide, 'the page scrolls sideways');
    demand(out.length === 0, `outside of its phone: ${out.join(' | ')}`);
    demand(cut.length === 0, `labels cut off: ${cut.join(' | ')}`);
  });
}

/** A small picture of one colour, as PNG bytes. */
function png(side) {
  const crcTable = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
  const crc = (bytes) => { let c = 0xffffffff; for (const byte of bytes) c = crcTable[(c ^ byte) & 255] ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(side * 3, 0x9a)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

const messages = (phone) => phone.locator('.panel:not([hidden]) .row');
const own = (phone) => phone.locator('.panel:not([hidden]) .row.mine');
const fromBot = (phone) => phone.locator('.panel:not([hidden]) .row.theirs');

async function grows(locator, before, what) {
  const until = Date.now() + SOON;
  while (Date.now() < until) {
    if (await locator.count() > before) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`no ${what} came`);
}

/** Chooses a chapter from the menu, and waits for its end. */
async function playChapter(page, chapter, timeout = TOUR) {
  await page.click('.play');
  await page.click(`.chapters [data-chapter="${chapter}"]`);
  await page.waitForFunction(() => ['done', 'failed'].includes(window.tour.state), null, { timeout });
  const { state, step, error } = await page.evaluate(() => window.tour);
  demand(state === 'done', `step ${step}: ${error}`);
}

const lastFromBot = (page, user) => fromBot(phoneOf(page, user)).last().innerText();

async function guidedTour(browser) {
  const { context, page, seen } = await open(browser, DESKTOP, 'speed=fast&lang=en');
  await shoot(page, 'desktop-before');
  for (const lang of ['km', 'zh', 'en']) {
    await page.click(`.languages [lang=${lang}]`);
    await page.click('.play');
    await shoot(page, `desktop-chapters-${lang}`);
    await check(`the chapters are offered in ${lang}`, async () => {
      const titles = await page.locator('.chapters b').allInnerTexts();
      demand(JSON.stringify(titles) === JSON.stringify(world.page.tours.map(({ title }) => title[lang])), titles.join(' | '));
    });
    await page.keyboard.press('Escape');
  }
  await check('the first chapter plays to its end', async () => {
    await playChapter(page, 0);
    const words = await lastFromBot(page, 2001);
    demand(words.includes('SMITH JOHN'), words);
  });
  await shoot(page, 'desktop-after');
  await checkLayout(page, 'on a desktop');
  await check('Khmer and Chinese letters have a font that came with the page', async () => {
    const faces = await page.evaluate(() => ({
      khmer: document.fonts.check('16px "Noto Sans Khmer"', 'ស្ត្រី') && [...document.fonts].some((face) => face.family.includes('Khmer') && face.status === 'loaded'),
      chinese: document.fonts.check('16px "Sandbox SC"', '居留许可') && [...document.fonts].some((face) => face.family.includes('Sandbox SC') && face.status === 'loaded'),
    }));
    demand(faces.khmer, 'no font for Khmer');
    demand(faces.chinese, 'no font for Chinese');
  });
  for (const lang of ['km', 'zh']) {
    await page.click(`.languages [lang=${lang}]`);
    await shoot(page, `desktop-${lang}`);
    await checkLayout(page, `on a desktop in ${lang}`);
  }
  await check('every photo in the chats is drawn', async () => {
    const broken = await page.locator('.photo img.broken').count();
    demand(broken === 0, `${broken} photos are broken`);
  });
  await checkSilence(seen, 'during the tour');
  await context.close();
}

async function byHand(browser) {
  const { context, page, seen } = await open(browser, DESKTOP, 'lang=en', { colorScheme: 'dark' });
  const phone = page.locator('.phone').nth(1);
  const line = phone.locator('.panel:not([hidden]) textarea');
  const start = phone.locator('.panel:not([hidden]) .start');
  await check('writing a command brings an answer', async () => {
    const before = await fromBot(phone).count();
    if (await start.isVisible()) await start.click();
    else { await line.fill('/start'); await line.press('Enter'); }
    await grows(fromBot(phone), before, 'answer');
  });
  await check('Enter does not send while an input method composes', async () => {
    const before = await own(phone).count();
    await line.fill('ស្រី');
    await line.evaluate((node) => node.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })));
    await page.waitForTimeout(300);
    demand(await own(phone).count() === before && await line.inputValue() !== '', 'it was sent');
    await line.fill('');
  });
  await check('pressing a button under a message is answered', async () => {
    const print = () => phone.locator('.panel:not([hidden]) .messages').innerText();
    const before = await print();
    await phone.locator('.panel:not([hidden]) .inline .key').last().click();
    await page.waitForFunction(({ before, index }) => {
      const shown = document.querySelectorAll('.phone')[index];
      return shown.querySelector('.panel:not([hidden]) .messages').innerText !== before || shown.querySelector('.toast, .alert');
    }, { before, index: 1 }, { timeout: SOON });
    await page.keyboard.press('Escape');
  });
  await check('a photo can be attached', async () => {
    const before = await fromBot(phone).count();
    const sent = page.waitForResponse((response) => response.url().includes('/sandbox/upload'), { timeout: SOON });
    await phone.locator('.panel:not([hidden]) .attach').click();
    const chooser = page.waitForEvent('filechooser');
    await phone.locator('[data-kind=photo]').click();
    await (await chooser).setFiles({ name: 'page.png', mimeType: 'image/png', buffer: png(240) });
    // A bot may take the photo out of the chat at once, so it need not stay to be seen.
    demand((await sent).ok(), 'the server refused it');
    await grows(fromBot(phone), before, 'answer to the photo');
  });
  await check('a location can be attached', async () => {
    const before = await own(phone).locator('.place').count();
    await phone.locator('.panel:not([hidden]) .attach').click();
    await phone.locator('[data-kind=location]').click();
    await phone.locator('.sheet .chips button').nth(3).click();
    await shoot(page, 'desktop-location');
    await phone.locator('.sheet .primary').click();
    await grows(own(phone).locator('.place'), before, 'location');
  });
  await check('a message of one\'s own can be edited', async () => {
    const before = await own(phone).count();
    await line.fill('AB1234567');
    await line.press('Enter');
    await grows(own(phone), before, 'message');
    await own(phone).last().locator('.bubble').click({ button: 'right', position: { x: 5, y: 5 } });
    await phone.locator('.sheet [data-key=edit]').click();
    await line.fill('AB7654321');
    await line.press('Enter');
    await phone.locator('.row.mine', { hasText: 'AB7654321' }).waitFor({ timeout: SOON });
  });
  await check('tags in a message stay text', async () => {
    const before = await own(phone).count();
    await line.fill('<img src=x onerror=alert(1)><b>x</b>');
    await line.press('Enter');
    await grows(own(phone), before, 'message');
    const last = own(phone).last().locator('.text');
    demand((await last.innerText()).includes('<b>x</b>') && await last.locator('img, b').count() === 0, 'they became elements');
  });
  await shoot(page, 'desktop-dark');
  await check('the page comes back to the same chat after a reload', async () => {
    const before = await messages(phone).count();
    await page.reload();
    await page.waitForSelector('.phone .composer');
    await grows(messages(phone), before - 1, 'message');
  });
  await checkSilence(seen, 'while trying by hand');
  await context.close();
}

/** Calls the Bot API as the bot does; `files` are parts of an upload. */
async function asBot(method, fields, files = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, typeof value === 'string' ? value : JSON.stringify(value));
  for (const [name, { bytes, as }] of Object.entries(files)) form.append(name, new Blob([bytes]), as);
  const answer = await (await fetch(`${url}/bot${world.token}/${method}`, { method: 'POST', body: form })).json();
  demand(answer.ok, `${method}: ${answer.description}`);
  return answer.result;
}

const phoneOf = (page, user) => page.locator(`.phone[data-user="${user}"]`);
const row = (phone, id) => phone.locator(`.panel:not([hidden]) .row[data-id="${id}"]`);

async function linksAndFiles(browser) {
  const { context, page, seen } = await open(browser, DESKTOP, 'lang=en', { acceptDownloads: true });
  const [landlord, clerk, nobody] = [1001, 1002, 9001];
  const [from, to] = [phoneOf(page, landlord), phoneOf(page, clerk)];
  const link = (payload) => `https://t.me/${world.bot.username}?start=${payload}`;
  const started = (phone, payload) => phone.locator('.panel:not([hidden]) .row.mine', { hasText: `/start ${payload}` }).waitFor({ timeout: SOON });
  await check('a link to the bot is opened on another phone', async () => {
    const { message_id: id } = await asBot('sendMessage', { chat_id: landlord, text: `Send this on: ${link('other-1')}` });
    await row(from, id).locator('.link').click();
    await shoot(page, 'desktop-link');
    await from.locator(`.sheet [data-user="${clerk}"]`).click();
    await started(to, 'other-1');
  });
  await check('a link under a message is opened on the same phone', async () => {
    const keys = { inline_keyboard: [[{ text: 'Join', url: link('same-1') }]] };
    const { message_id: id } = await asBot('sendMessage', { chat_id: landlord, text: 'Join here', reply_markup: keys });
    await row(from, id).locator('.key').click();
    await from.locator('.sheet .primary').click();
    await started(from, 'same-1');
  });
  await check('somebody without a phone gets one to open a link', async () => {
    const before = await page.locator('.phone').count();
    const { message_id: id } = await asBot('sendMessage', { chat_id: landlord, text: `<a href="${link('new-1')}">Open</a>`, parse_mode: 'HTML' });
    await row(from, id).locator('.link').click();
    await from.locator(`.sheet [data-user="${nobody}"]`).click();
    await started(phoneOf(page, nobody), 'new-1');
    demand(await page.locator('.phone').count() === before + 1, 'no phone was added');
  });
  await check('a link elsewhere is not opened', async () => {
    const { message_id: id } = await asBot('sendMessage', { chat_id: landlord, text: 'See https://example.org/x' });
    await row(from, id).locator('.link').click();
    await from.locator('.toast', { hasText: 'example.org' }).waitFor({ timeout: SOON });
  });
  await check('a document is shown with its words and keys, and downloaded under its name', async () => {
    const keys = { inline_keyboard: [[{ text: 'Thanks', callback_data: 'x' }]] };
    const sheet = { document: { bytes: 'room,name\n101,x\n', as: 'ភ្ញៀវ 11.csv' } };
    const sent = await asBot('sendDocument', { chat_id: landlord, caption: 'Guests of November', reply_markup: keys }, sheet);
    demand(sent.document.mime_type === 'text/csv' && sent.document.file_name === 'ភ្ញៀវ 11.csv', JSON.stringify(sent.document));
    const shown = row(from, sent.message_id);
    await shown.locator('.file', { hasText: 'ភ្ញៀវ 11.csv' }).waitFor({ timeout: SOON });
    const words = await shown.innerText();
    demand(words.includes('16 B') && words.includes('Guests of November') && words.includes('Thanks'), words);
    const coming = page.waitForEvent('download', { timeout: SOON });
    await shown.locator('.file').click();
    const file = await coming;
    demand(file.suggestedFilename() === 'ភ្ញៀវ 11.csv', file.suggestedFilename());
    demand(await readFile(await file.path(), 'utf8') === 'room,name\n101,x\n', 'other bytes');
  });
  await check('a picture of the bot is drawn whole, with its words', async () => {
    const sent = await asBot('sendPhoto', { chat_id: landlord, caption: 'Scan this' }, { photo: { bytes: png(256), as: 'code.png' } });
    const picture = row(from, sent.message_id).locator('.photo img');
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction((node) => node.naturalWidth === 256, await picture.elementHandle(), { timeout: SOON });
    const { width, height } = await picture.boundingBox();
    demand(Math.abs(width - height) < 2, `${width} by ${height}`);
    demand((await row(from, sent.message_id).innerText()).includes('Scan this'), 'no caption');
  });
  await shoot(page, 'desktop-files');
  await check('messages that the bot deletes vanish, its own and the person\'s', async () => {
    const { message_id: own } = await asBot('sendMessage', { chat_id: clerk, text: 'for a moment' });
    const theirs = Number(await to.locator('.panel:not([hidden]) .row.mine').last().getAttribute('data-id'));
    await row(to, own).waitFor({ timeout: SOON });
    await asBot('deleteMessages', { chat_id: clerk, message_ids: [own, theirs] });
    for (const id of [own, theirs]) await row(to, id).waitFor({ state: 'detached', timeout: SOON });
  });
  await check('a person deletes a message', async () => {
    const { message_id: id } = await asBot('sendMessage', { chat_id: clerk, text: 'not wanted' });
    await row(to, id).locator('.bubble').click({ button: 'right', position: { x: 5, y: 5 } });
    await to.locator('.sheet [data-key=delete]').click();
    await row(to, id).waitFor({ state: 'detached', timeout: SOON });
  });
  await check('a long chat scrolls and stays at its newest message', async () => {
    for (let n = 1; n <= 120; n += 1) await asBot('sendMessage', { chat_id: clerk, text: `Line ${n}.` });
    const last = to.locator('.panel:not([hidden]) .row', { hasText: 'Line 120.' });
    await last.waitFor({ timeout: SOON });
    await page.waitForTimeout(300);
    const { at, most, tall } = await to.locator('.panel:not([hidden]) .scroll').evaluate((node) => ({ at: node.scrollTop, most: node.scrollHeight - node.clientHeight, tall: node.clientHeight }));
    demand(most > tall && most - at < 3, `at ${at} of ${most}`);
  });
  await checkLayout(page, 'with files, links and a lent phone');
  await checkSilence(seen, 'with links and files');
  await context.close();
}

/** Tells the controls beside the Bot API; `path` is `do` or `act`. */
async function control(path, what) {
  const answer = await (await fetch(`${url}/sandbox/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(what) })).json();
  demand(answer.ok, `${path}: ${answer.why}`);
  return answer;
}

/** The messages of a chat, as the sandbox keeps them. */
async function kept(chat) {
  const state = await (await fetch(`${url}/sandbox/state`)).json();
  return state.chats.find(({ id }) => id === chat).messages;
}

/** Lets a browser take these files as if a hand had dropped or pasted them. */
function handOver(page, locator, type, files) {
  return locator.evaluate((node, { type, files }) => {
    const data = new DataTransfer();
    for (const { name, mime, bytes } of files) data.items.add(new File([Uint8Array.from(bytes)], name, { type: mime }));
    const event = type === 'paste' ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }) : new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true });
    node.dispatchEvent(event);
  }, { type, files: files.map((file) => ({ ...file, bytes: [...file.bytes] })) });
}

/** Photos, files and albums: chosen, dropped, pasted, taken from the specimens. In a group, where a plain bot hears nothing of them. */
async function photosAndFiles(browser) {
  const user = 900_000_000 + Math.floor(Math.random() * 90_000_000);
  const group = -user;
  await control('do', { do: 'add_person', person: { id: user, first_name: 'Sender', language_code: 'en' } });
  await control('do', { do: 'add_group', group: { id: group, title: 'Pictures', members: [user] } });
  const named = (n) => `specimen-${n}-${user}.png`;
  for (const n of [1, 2, 3]) await control('do', { do: 'offer_specimen', name: named(n), label: { en: `Specimen ${n}`, km: `គំរូ ${n}`, zh: `样例 ${n}` }, base64: png(200 + 60 * n).toString('base64') });
  await control('do', { do: 'offer_specimen', name: `rooms-${user}.csv`, label: 'rooms.csv', base64: Buffer.from('room,name\n101,x\n').toString('base64') });
  const steps = [
    { phone: 0, send: [named(1)], as: 'photo', caption: 'Room {room}', answer: false, pause: 0 },
    { phone: 0, send: [named(1), named(2), named(3)], as: 'album', late: 0.1, answer: false },
    { phone: 0, send: [named(2), `rooms-${user}.csv`], as: 'file', answer: false },
    { phone: 0, do: 'wait', text: 'rooms-' },
  ];
  const alter = async (page) => page.route('**/sandbox/state', async (route) => {
    const state = await (await route.fetch()).json();
    state.page.phones = [{ user, label: 'Sender', chats: [group], language: 'en' }];
    state.page.tours = [{ title: 'Sending', about: '', steps }];
    await route.fulfill({ json: state });
  });
  const { context, page, seen } = await open(browser, DESKTOP, 'lang=en');
  await alter(page);
  await page.goto(`${url}/?lang=en&speed=fast`);
  await page.waitForSelector('.phone .composer');
  const phone = phoneOf(page, user);
  const panel = phone.locator('.panel');
  const attach = async (kind, files) => {
    await phone.locator('.attach').click();
    const chooser = page.waitForEvent('filechooser');
    await phone.locator(`.sheet [data-kind=${kind}]`).click();
    await (await chooser).setFiles(files);
  };
  const picture = (name, side) => ({ name, mimeType: 'image/png', buffer: png(side) });
  const settled = async (count) => {
    const until = Date.now() + SOON;
    for (;;) {
      const mine = (await kept(group)).filter(({ from }) => from.id === user);
      if (mine.length >= count) return mine;
      if (Date.now() > until) throw new Error(`${mine.length} messages instead of ${count}`);
      await page.waitForTimeout(60);
    }
  };
  const sent = {};
  await control('act', { user, chat: group, do: 'say', text: 'Here they come' });
  await check('several photos at once are an album, drawn side by side', async () => {
    const before = (await settled(1)).length;
    await attach('photo', [picture('a.png', 700), picture('b.png', 300), picture('c.png', 1500)]);
    sent.album = (await settled(before + 3)).slice(-3);
    demand(new Set(sent.album.map((m) => m.media_group_id)).size === 1 && sent.album[0].media_group_id, 'no album');
    demand(sent.album[2].photo.at(-1).width === 1280, JSON.stringify(sent.album[2].photo));
    const mosaic = phone.locator('.mosaic').last();
    await mosaic.waitFor({ timeout: SOON });
    demand(await mosaic.locator('.row').count() === 3, 'not three in it');
    demand(await mosaic.getAttribute('aria-label') === 'Album of 3 photos', await mosaic.getAttribute('aria-label'));
    const [first, second, third] = await mosaic.locator('.row').evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().toJSON()));
    demand(first.width > second.width * 1.8 && Math.abs(second.top - third.top) < 2 && third.left > second.left, JSON.stringify([first, second, third]));
  });
  await check('a photo is seen whole by keyboard, and closed again', async () => {
    await phone.locator('.mosaic .photo').nth(1).focus();
    await page.keyboard.press('Enter');
    await phone.locator('.full img').waitFor({ timeout: SOON });
    await page.keyboard.press('Escape');
    await phone.locator('.full').waitFor({ state: 'detached', timeout: SOON });
  });
  await check('a file is attached, with its name and size', async () => {
    const before = (await settled(1)).length;
    await attach('file', { name: 'ភ្ញៀវ.xlsx', mimeType: '', buffer: Buffer.alloc(4321, 7) });
    const document = (await settled(before + 1)).at(-1).document;
    demand(document.file_name === 'ភ្ញៀវ.xlsx' && document.file_size === 4321 && document.mime_type.endsWith('sheet'), JSON.stringify(document));
    const words = await phone.locator('.row.mine .file').last().innerText();
    demand(words.includes('ភ្ញៀវ.xlsx') && words.includes('4.3 kB'), words);
  });
  await check('dropped pictures are an album, dropped among others they are files', async () => {
    const before = (await settled(1)).length;
    const file = (name, mime, bytes) => ({ name, mime, bytes });
    await handOver(page, panel, 'drop', [file('1.png', 'image/png', png(64)), file('2.png', 'image/png', png(65))]);
    const photos = (await settled(before + 2)).slice(-2);
    demand(photos.every((m) => m.photo && m.media_group_id === photos[0].media_group_id), JSON.stringify(photos));
    await handOver(page, panel, 'drop', [file('1.png', 'image/png', png(64)), file('l.csv', 'text/csv', Buffer.from('a'))]);
    const files = (await settled(before + 4)).slice(-2);
    demand(files.every((m) => m.document && m.media_group_id === files[0].media_group_id), JSON.stringify(files));
  });
  await check('a pasted picture is a photo', async () => {
    const before = (await settled(1)).length;
    await handOver(page, phone.locator('textarea'), 'paste', [{ name: 'image.png', mime: 'image/png', bytes: png(80) }]);
    demand((await settled(before + 1)).at(-1).photo, 'no photo');
  });
  await check('eleven photos are an album of ten and one alone', async () => {
    const before = (await settled(1)).length;
    await attach('photo', Array.from({ length: 11 }, (_, n) => picture(`${n}.png`, 40 + n)));
    const photos = (await settled(before + 11)).slice(-11);
    demand(photos[9].media_group_id === photos[0].media_group_id && !photos[10].media_group_id, 'other groups');
    await phone.locator('.mosaic.many').waitFor({ timeout: SOON });
  });
  await shoot(page, 'desktop-album');
  await check('what is no picture is not sent as one, and the person is told', async () => {
    const before = (await settled(1)).length;
    await attach('photo', { name: 'page.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await phone.locator('.toast', { hasText: 'Send it as a file' }).waitFor({ timeout: SOON });
    demand((await kept(group)).filter(({ from }) => from.id === user).length === before, 'it was sent');
  });
  await check('specimens are chosen by keyboard and sent as an album in the order of choosing', async () => {
    const before = (await settled(1)).length;
    await phone.locator('.attach').click();
    await phone.locator('[data-kind=specimens]').focus();
    await page.keyboard.press('Enter');
    const sheet = phone.locator('.sheet');
    const asPhoto = sheet.locator('[data-send=photo]');
    demand(await asPhoto.isDisabled(), 'nothing was chosen yet');
    for (const name of [named(3), `rooms-${user}.csv`]) {
      await sheet.locator(`[data-name="${name}"]`).focus();
      await page.keyboard.press('Space');
    }
    demand(await asPhoto.isDisabled() && !await sheet.locator('[data-send=document]').isDisabled(), 'a list as a photo');
    await page.keyboard.press('Space');
    await sheet.locator(`[data-name="${named(1)}"]`).click();
    await shoot(page, 'desktop-specimens');
    await asPhoto.click();
    const [first, second] = (await settled(before + 2)).slice(-2);
    demand(first.photo.at(-1).width === 380 && second.photo.at(-1).width === 260, 'another order');
    demand(first.media_group_id && first.media_group_id === second.media_group_id, 'no album');
  });
  await check('photos that are deleted leave their album', async () => {
    const [one, two, three] = sent.album.map(({ message_id: id }) => id);
    await control('act', { user, chat: group, do: 'delete', message_id: two });
    await row(phone, two).waitFor({ state: 'detached', timeout: SOON });
    demand(await phone.locator('.mosaic', { has: page.locator(`[data-id="${one}"]`) }).locator('.row').count() === 2, 'not two left');
    await control('act', { user, chat: group, do: 'delete', message_id: one });
    await row(phone, one).waitFor({ state: 'detached', timeout: SOON });
    demand(await row(phone, three).count() === 1 && await phone.locator('.mosaic', { has: page.locator(`[data-id="${three}"]`) }).count() === 0, 'one alone is no album');
  });
  await check('a chapter sends specimens as a photo, an album and files', async () => {
    const before = (await settled(1)).length;
    await playChapter(page, 0, SOON);
    const [photo, ...others] = (await settled(before + 6)).slice(-6);
    demand(/^Room \d+$/.test(photo.caption) && !photo.media_group_id, JSON.stringify(photo));
    demand(others.slice(0, 3).every((m) => m.photo && m.media_group_id === others[0].media_group_id), 'no album');
    demand(others.slice(3).every((m) => m.document && m.media_group_id === others[3].media_group_id), 'no files');
  });
  await page.goto(`${url}/?lang=zh&speed=normal`);
  await page.waitForSelector('.phone .composer');
  await check('a chapter at its own pace shows what it chooses', async () => {
    await page.click('.play');
    await page.click('.chapters [data-chapter="0"]');
    await phone.locator('.specimens [aria-pressed=true]').first().waitFor({ timeout: SOON });
    await shoot(page, 'desktop-tour-specimens');
    await page.waitForFunction(() => ['done', 'failed'].includes(window.tour.state), null, { timeout: TOUR });
    const { state, error } = await page.evaluate(() => window.tour);
    demand(state === 'done', error);
    demand(await phone.locator('.veil').count() === 0, 'the sheet stays open');
  });
  await checkLayout(page, 'with albums');
  await checkSilence(seen, 'with photos and files');
  await context.close();
  const small = await open(browser, PHONE, 'lang=km', { hasTouch: true, isMobile: true });
  await alter(small.page);
  await small.page.goto(`${url}/?lang=km`);
  await small.page.waitForSelector('.mosaic');
  await shoot(small.page, 'phone-album');
  const own_ = phoneOf(small.page, user);
  await own_.locator('.attach').click();
  await shoot(small.page, 'phone-attach');
  await own_.locator('[data-kind=specimens]').click();
  await own_.locator('.specimens button').nth(1).click();
  await shoot(small.page, 'phone-specimens');
  await check('the specimens and their buttons fit on a phone', async () => {
    for (const button of await own_.locator('.sends button').all()) {
      const box = await button.boundingBox();
      demand(box.x >= 0 && box.x + box.width <= PHONE.width && box.y + box.height <= PHONE.height, JSON.stringify(box));
    }
  });
  await own_.locator('.sheet header .round').click();
  await checkLayout(small.page, 'with albums on a phone');
  await checkSilence(small.seen, 'with albums on a phone');
  await small.context.close();
}

/** The chapters that move time, in any order and again. */
async function laterChapters(browser) {
  const { context, page, seen } = await open(browser, DESKTOP, 'speed=fast&lang=en');
  const endsOfChapters = [
    [2, "a site's week plays to its end", 1003, '每周点名：都在'],
    [1, "a hotel's day plays to its end", 1002, 'WANG XIAOMING', 'seen by the police'],
    [0, 'the first chapter plays again after the others', 2001, 'SMITH JOHN'],
    [1, "a hotel's day plays again", 1002, 'WANG XIAOMING', 'seen by the police'],
    [2, "a site's week plays again", 1003, '每周点名：都在'],
  ];
  for (const [index, [chapter, sentence, user, ...sight]] of endsOfChapters.entries()) {
    await check(sentence, async () => {
      await playChapter(page, chapter);
      const words = await lastFromBot(page, user);
      for (const part of sight) demand(words.includes(part), words);
    });
    if (index < 2) await shoot(page, `desktop-chapter-${chapter + 1}`);
  }
  await check('the digest that was seen stands at the commissariat, the proof at the guest', async () => {
    const post = await page.locator('.phone[data-user="2001"] .panel').nth(1).locator('.row').last().innerText();
    demand(post.includes('📋') && post.includes('☑️'), post);
    const proof = await lastFromBot(page, 1004);
    demand(proof.startsWith('🧾'), proof);
  });
  await checkLayout(page, 'after the chapters');
  await checkSilence(seen, 'during the chapters');
  await context.close();
}

/** An album of passports and a list, twice: the second time, those of the album are recognised. */
async function albumChapter(browser) {
  const { context, page, seen } = await open(browser, DESKTOP, 'speed=fast&lang=en');
  const clerk = 1002;
  const receipts = async () => (await kept(clerk)).filter(({ text }) => text?.startsWith('🧾 Receipt for 4 guests'));
  const album = ['LIN XIAOMEI', 'PARK JI HOON', 'OCONNOR SIOBHAN', 'ZAW MIN HTUN'];
  const list = ['KIM MINJI', 'GARCIA LUCIA', 'NOVAK PETR', 'TANAKA HIROSHI'];
  const before = (await receipts()).length;
  await check('the chapter with an album and a list plays to its end', () => playChapter(page, 3));
  await shoot(page, 'desktop-chapter-4');
  await check('one receipt names the guests of the album, one those of the list', async () => {
    const texts = (await receipts()).slice(before).map(({ text }) => text);
    // Where the chapter was played before, those of the album are reported already.
    const groups = before === 0 ? [album, list] : [list];
    demand(texts.length === groups.length, `${texts.length} receipts`);
    for (const [index, names] of groups.entries()) demand(names.every((name) => texts[index].includes(name)), texts[index]);
    demand(!texts.join().includes('NOVAKOVA') && !texts.join().includes('BROWN'), 'a row that is to be corrected was sent');
  });
  await check('the pictures and the list are gone from the chat', async () => {
    const files = (await kept(clerk)).filter(({ from, photo, document }) => from.id === clerk && (photo || document));
    demand(files.length === 0, JSON.stringify(files));
    demand(await own(phoneOf(page, clerk)).locator('.photo, .file').count() === 0, 'the page still shows one');
  });
  await check('the list comes back with the reasons', async () => {
    const { document } = (await kept(clerk)).filter(({ caption }) => caption?.includes('what to correct beside each row')).at(-1);
    demand(document.file_name.endsWith('.xlsx'), document.file_name);
  });
  for (const lang of ['km', 'zh']) {
    await page.click(`.languages [lang=${lang}]`);
    await shoot(page, `desktop-chapter-4-${lang}`);
  }
  await page.click('.languages [lang=en]');
  await checkLayout(page, 'after an album and a list');
  await check('played again, nobody of the album is reported twice', async () => {
    const before = (await receipts()).length;
    await playChapter(page, 3);
    const texts = (await receipts()).slice(before).map(({ text }) => text);
    demand(texts.length === 1 && texts[0].includes(list[0]), texts.join('\n'));
  });
  await checkSilence(seen, 'during an album and a list');
  await context.close();
}

async function movedTime(browser) {
  const { context, page, seen } = await open(browser, DESKTOP, 'lang=en');
  const phone = phoneOf(page, 1001);
  const present = async () => Date.parse(await page.locator('.time .present').getAttribute('datetime'));
  const later = async (step, seconds) => {
    const before = await present();
    await page.locator(`.time [data-step=${step}]`).click();
    await page.waitForFunction((until) => Date.parse(document.querySelector('.time .present').dateTime) >= until, before + seconds * 1000, { timeout: SOON });
    return before;
  };
  const said = async (text) => {
    const line = phone.locator('.panel:not([hidden]) textarea');
    const before = await own(phone).count();
    await line.fill(text);
    await line.press('Enter');
    await grows(own(phone), before, 'message');
    return Date.parse(await own(phone).last().locator('time').getAttribute('datetime'));
  };
  await check('time goes on by an hour and by a day, and messages bear it', async () => {
    const before = await said('earlier');
    await later('hour', 3600);
    await later('day', 86_400);
    const after = await said('later');
    demand(after - before >= 90_000_000 && after - before < 90_120_000, `${(after - before) / 1000} s`);
    demand(await phone.locator('.panel:not([hidden]) .day').last().innerText() === 'Today', 'the new day is not today');
  });
  await check('the next morning begins at eight in Phnom Penh', async () => {
    await later('morning', 1);
    const shown = await page.locator('.time .present').innerText();
    demand(/08:00$/.test(shown), shown);
  });
  await check('the bot answers in the moved time', async () => {
    const before = await fromBot(phone).count();
    const sent = await said('/start');
    await grows(fromBot(phone), before, 'answer');
    const answered = Date.parse(await fromBot(phone).last().locator('time').getAttribute('datetime'));
    demand(answered >= sent && answered - sent < 60_000, `${(answered - sent) / 1000} s`);
  });
  await check('a tour can hand on a link and move time', async () => {
    const link = `https://t.me/${world.bot.username}?start=tour-1`;
    await asBot('sendMessage', { chat_id: 1001, text: link });
    const steps = [{ phone: 1, do: 'link', from: 0 }, { phone: 1, do: 'wait', text: '' }, { phone: 1, do: 'time', seconds: 3600 }, { phone: 1, do: 'time', until: 8 }];
    await page.route('**/sandbox/state', async (route) => {
      const state = await (await route.fetch()).json();
      state.page.tours = [{ title: 'A link', about: '', steps }];
      await route.fulfill({ json: state });
    });
    await page.goto(`${url}/?lang=en&speed=fast`);
    await page.waitForSelector('.phone .composer');
    const before = await present();
    await playChapter(page, 0, SOON);
    await phoneOf(page, 1002).locator('.row.mine', { hasText: '/start tour-1' }).waitFor({ timeout: SOON });
    // The page hears of the new time a moment after the tour has moved it.
    await page.waitForFunction((before) => {
      const shown = document.querySelector('.time .present');
      return Date.parse(shown.dateTime) - before > 3_600_000 && shown.innerText.endsWith('08:00');
    }, before, { timeout: SOON });
    await page.unroute('**/sandbox/state');
  });
  for (const lang of ['km', 'zh']) {
    await page.click(`.languages [lang=${lang}]`);
    await shoot(page, `desktop-time-${lang}`);
  }
  await checkLayout(page, 'after time has moved');
  await checkSilence(seen, 'while time moves');
  await context.close();
}

async function onAPhone(browser) {
  const { context, page, seen } = await open(browser, PHONE, 'lang=km', { hasTouch: true, isMobile: true });
  await page.click('.play');
  await check('the menu of chapters fits on a phone', async () => {
    for (const button of await page.locator('.chapters button').all()) {
      const box = await button.boundingBox();
      demand(box.x >= 0 && box.x + box.width <= PHONE.width, JSON.stringify(box));
    }
  });
  await shoot(page, 'phone-chapters');
  await page.keyboard.press('Escape');
  for (const index of [0, 1, 2, 3]) {
    await page.locator('.switcher button').nth(index).click();
    await page.waitForTimeout(700);
    await shoot(page, `phone-${index + 1}`);
  }
  await check('a tab brings each phone into view', async () => {
    const left = await page.locator('.phone').nth(3).evaluate((node) => node.getBoundingClientRect().left);
    demand(Math.abs(left) < 2, `the fourth phone stands at ${left}`);
  });
  await checkLayout(page, 'on a phone');
  await check('time and its buttons fit on a phone', async () => {
    for (const lang of ['zh', 'en', 'km']) {
      await page.click(`.languages [lang=${lang}]`);
      const right = await page.locator('.time button').last().evaluate((node) => node.getBoundingClientRect().right);
      const cut = await page.locator('.time .present').evaluate((node) => node.scrollWidth - node.clientWidth);
      demand(right <= PHONE.width && cut <= 0, `${lang}: buttons end at ${right}, ${cut} of the time are cut off`);
    }
  });
  await check('a menu of fourteen commands can be read to its end', async () => {
    const scope = { type: 'chat', chat_id: 1001 };
    const commands = Array.from({ length: 14 }, (_, n) => ({ command: `command_${n + 1}`, description: 'រាយការណ៍ភ្ញៀវបរទេសចូលស្នាក់នៅ ក្រោម ២ នាទី' }));
    await asBot('setMyCommands', { commands, scope });
    await page.reload();
    const phone = phoneOf(page, 1001);
    await phone.locator('.menu-button').click();
    await shoot(page, 'phone-menu');
    const entries = phone.locator('.commands button');
    demand(await entries.count() === 14, `${await entries.count()} entries`);
    await entries.last().scrollIntoViewIfNeeded();
    const box = await entries.last().boundingBox();
    demand(box.y + box.height <= PHONE.height && box.x + box.width <= PHONE.width, JSON.stringify(box));
    await asBot('deleteMyCommands', { scope });
    await phone.locator('.sheet .round').click();
  });
  await checkSilence(seen, 'on a phone');
  await context.close();
}

async function checkSilence(seen, when) {
  await check(`no error in the console ${when}`, () => demand(seen.errors.length === 0, seen.errors.join('\n')));
  await check(`no request to another address ${when}`, () => demand(seen.strangers.length === 0, seen.strangers.join('\n')));
}

await mkdir(shots, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
try {
  const parts = [guidedTour, laterChapters, albumChapter, byHand, linksAndFiles, photosAndFiles, onAPhone, movedTime];
  const wanted = process.env.ONLY?.split(',');
  for (const part of wanted ? parts.filter(({ name }) => wanted.includes(name)) : parts) {
    try { await part(browser); } catch (error) { failed += 1; console.log(`FAILED  ${part.name}: ${error.message}`); }
  }
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
