// Drives a sandbox with grammY, whose requests and answers nobody here wrote, and counts what went wrong.
//
// Needs a sandbox without a bot: SANDBOX_URL (http://127.0.0.1:PORT) and SANDBOX_TOKEN in the environment.
// It makes its own people and groups. Exits with 1 if anything failed.

import assert from 'node:assert/strict';
import { Bot, GrammyError, HttpError, InlineKeyboard, InputFile, InputMediaBuilder, Keyboard } from 'grammy';
import { deflateSync, crc32 } from 'node:zlib';

const URL_BASE = (process.env.SANDBOX_URL ?? '').replace(/\/$/, '');
const TOKEN = process.env.SANDBOX_TOKEN ?? '';
if (!URL_BASE || !TOKEN) {
  console.error('set SANDBOX_URL and SANDBOX_TOKEN to those of a sandbox without a bot');
  process.exit(1);
}
const BASE = 800_000_000 + (Math.floor(Date.now() / 1000) % 10_000_000) * 10;
const [ANNA, BORA, CHEA] = [BASE, BASE + 1, BASE + 2];
const [UNIT, FORUM] = [-BASE, -1_000_000_000_000 - BASE];
const KINDS = [
  'message', 'edited_message', 'channel_post', 'callback_query', 'inline_query', 'poll', 'poll_answer', 'my_chat_member', 'chat_member',
  'message_reaction',
];

const bot = new Bot(TOKEN, { client: { apiRoot: URL_BASE } });
const { api } = bot;

async function control(path, body) {
  const response = await fetch(`${URL_BASE}/sandbox/${path}`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
  });
  const answer = await response.json();
  assert.equal(answer.ok, true, JSON.stringify(answer));
  return answer;
}

const change = (what, more = {}) => control('do', { do: what, ...more });
const act = (user, what, more = {}) => control('act', { user, chat: user, do: what, ...more });

let offset = 0;
async function updates() {
  const got = await api.getUpdates({ offset, allowed_updates: KINDS });
  if (got.length) offset = got.at(-1).update_id + 1;
  return got;
}

/** The newest update must be of this kind; its content. */
async function next(kind) {
  const last = (await updates()).at(-1);
  assert.ok(last?.[kind], `${kind} expected, got ${JSON.stringify(last)}`);
  return last[kind];
}

/** The call must be refused with this code and these words; the error. */
async function refused(code, words, call) {
  try {
    await call();
  } catch (error) {
    assert.ok(error instanceof GrammyError, String(error));
    assert.equal(error.error_code, code);
    assert.ok(error.description.includes(words), `${error.description} does not say: ${words}`);
    return error;
  }
  assert.fail(`${code} ${words} was expected`);
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A grey picture. */
function png(width = 64, height = 48) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, 0x80)]);
  const rows = deflateSync(Buffer.concat(Array(height).fill(row)));
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Whether a message has what the Bot API promises of each. */
function whole(message) {
  for (const [field, type] of [['message_id', 'number'], ['date', 'number'], ['chat', 'object'], ['from', 'object']]) {
    assert.equal(typeof message[field], type, field);
  }
  assert.equal(message.from.is_bot, true);
  return message;
}

const scenes = {
  async 'it knows itself'() {
    const me = await api.getMe();
    for (const field of ['can_join_groups', 'can_read_all_group_messages', 'supports_inline_queries', 'can_connect_to_business', 'has_main_web_app']) {
      assert.equal(typeof me[field], 'boolean', field);
    }
    await bot.init();
    assert.equal(bot.botInfo.username, me.username);
    assert.equal((await api.getWebhookInfo()).url, '');
  },

  async 'a person starts'() {
    await refused(403, "can't initiate conversation", () => api.sendMessage(CHEA, 'x'));
    await updates();
    await act(ANNA, 'start');
    const message = await next('message');
    assert.equal(message.text, '/start');
    assert.equal(message.entities[0].type, 'bot_command');
    await act(BORA, 'start');
    const chat = await api.getChat(ANNA);
    assert.equal(chat.type, 'private');
    assert.equal(typeof chat.accent_color_id, 'number');
  },

  async 'texts go out'() {
    const keyboard = new InlineKeyboard().text('one', '1').text('two', '2').row().url('link', 'https://example.org').copyText('copy', 'this');
    const sent = whole(await api.sendMessage(ANNA, '<b>ស</b> 😀', {
      parse_mode: 'HTML', reply_markup: keyboard, protect_content: true, link_preview_options: { is_disabled: true },
    }));
    assert.deepEqual(sent.entities, [{ type: 'bold', offset: 0, length: 1 }]);
    assert.deepEqual(sent.reply_markup.inline_keyboard, keyboard.inline_keyboard);
    const answer = whole(await api.sendMessage(ANNA, 'x', { reply_parameters: { message_id: sent.message_id } }));
    assert.equal(answer.reply_to_message.message_id, sent.message_id);
    assert.equal(await api.sendChatAction(ANNA, 'upload_document'), true);
    await api.sendMessage(ANNA, 'x', { reply_markup: new Keyboard().requestLocation('here').requestContact('me').row().text('no').resized() });
    await api.sendMessage(ANNA, 'x', { reply_markup: { remove_keyboard: true } });
    await api.sendMessage(ANNA, 'x', { reply_markup: { force_reply: true, input_field_placeholder: 'p' } });
  },

  async 'places, venues and contacts go out'() {
    assert.equal(whole(await api.sendLocation(ANNA, 11.55, 104.92)).location.latitude, 11.55);
    assert.equal(whole(await api.sendVenue(ANNA, 11.55, 104.92, 'Market', 'Street 1')).venue.title, 'Market');
    assert.equal(whole(await api.sendContact(ANNA, '85500000000', 'Sok')).contact.first_name, 'Sok');
  },

  async 'files go out and come back'() {
    const photo = whole(await api.sendPhoto(ANNA, new InputFile(png(), 'a.png'), { caption: 'c' }));
    assert.deepEqual([photo.photo.at(-1).width, photo.photo.at(-1).height, photo.caption], [64, 48, 'c']);
    const document = whole(await api.sendDocument(ANNA, new InputFile(Buffer.from('a,b'), 'rooms.csv')));
    assert.equal(document.document.file_name, 'rooms.csv');
    const file = await api.getFile(document.document.file_id);
    const got = await fetch(`${URL_BASE}/file/bot${TOKEN}/${file.file_path}`);
    assert.equal(await got.text(), 'a,b');
    const album = await api.sendMediaGroup(ANNA, [InputMediaBuilder.photo(new InputFile(png(), 'a.png')), InputMediaBuilder.photo(photo.photo.at(-1).file_id)]);
    assert.equal(album[0].media_group_id, album[1].media_group_id);
    const captioned = await api.editMessageCaption(ANNA, document.message_id, { caption: 'rooms' });
    assert.equal(captioned.caption, 'rooms');
    const replaced = await api.editMessageMedia(ANNA, document.message_id, InputMediaBuilder.document(new InputFile(Buffer.from('c'), 'c.txt')));
    assert.equal(replaced.document.file_name, 'c.txt');
  },

  async 'messages are edited and deleted'() {
    const { message_id } = await api.sendMessage(ANNA, 'one', { reply_markup: new InlineKeyboard().text('a', 'b') });
    const edited = await api.editMessageText(ANNA, message_id, 'two');
    assert.equal(edited.text, 'two');
    assert.equal(typeof edited.edit_date, 'number');
    await refused(400, 'message is not modified', () => api.editMessageText(ANNA, message_id, 'two'));
    const buttons = await api.editMessageReplyMarkup(ANNA, message_id, { reply_markup: new InlineKeyboard().text('c', 'd') });
    assert.equal(buttons.reply_markup.inline_keyboard[0][0].callback_data, 'd');
    assert.equal(await api.deleteMessage(ANNA, message_id), true);
    await refused(400, 'message to delete not found', () => api.deleteMessage(ANNA, message_id));
    const several = [await api.sendMessage(ANNA, 'a'), await api.sendMessage(ANNA, 'b')].map((m) => m.message_id);
    assert.equal(await api.deleteMessages(ANNA, several), true);
  },

  async 'messages are forwarded, copied, pinned and reacted to'() {
    const { message_id } = await api.sendMessage(ANNA, 'original');
    assert.equal((await api.forwardMessage(BORA, ANNA, message_id)).forward_origin.type, 'user');
    assert.equal(typeof (await api.copyMessage(BORA, ANNA, message_id)).message_id, 'number');
    assert.equal(await api.pinChatMessage(ANNA, message_id), true);
    assert.equal(await api.unpinChatMessage(ANNA, message_id), true);
    assert.equal(await api.setMessageReaction(ANNA, message_id, [{ type: 'emoji', emoji: '👍' }]), true);
  },

  async 'buttons are pressed and answered'() {
    const { message_id } = await api.sendMessage(ANNA, 'press', { reply_markup: new InlineKeyboard().text('yes', 'y') });
    await act(ANNA, 'press', { message_id, data: 'y' });
    const query = await next('callback_query');
    assert.deepEqual([query.data, query.message.message_id, typeof query.chat_instance], ['y', message_id, 'string']);
    assert.equal(await api.answerCallbackQuery(query.id, { text: 'done' }), true);
    await act(ANNA, 'press', { message_id, data: 'y' });
    const late = await next('callback_query');
    await change('advance_clock_seconds', { seconds: 151 });
    await refused(400, 'query is too old', () => api.answerCallbackQuery(late.id));
  },

  async 'people send photos, files and albums'() {
    const fetched = async (id) => {
      const file = await api.getFile(id);
      const answer = await fetch(`${URL_BASE}/file/bot${TOKEN}/${encodeURIComponent(file.file_path)}`);
      assert.equal(answer.status, 200);
      return { file, bytes: Buffer.from(await answer.arrayBuffer()) };
    };
    await act(ANNA, 'photo', { base64: png(1000, 500).toString('base64'), caption: 'front' });
    const photo = await next('message');
    assert.deepEqual(photo.photo.map(({ width, height }) => [width, height]), [[90, 45], [320, 160], [800, 400], [1000, 500]]);
    const { file, bytes } = await fetched(photo.photo.at(-1).file_id);
    assert.deepEqual([bytes[0], bytes[1], bytes.length], [0xff, 0xd8, file.file_size]);
    assert.match(file.file_path, /^photos\/file_\d+\.jpg$/);

    const form = new FormData();
    const sheets = ['room,name\n101,x\n', 'room,name\n102,ភ\n'];
    for (const [n, sheet] of sheets.entries()) form.append('file', new Blob([sheet]), `rooms ${n}.csv`);
    await fetch(`${URL_BASE}/sandbox/upload?user=${ANNA}&chat=${ANNA}&kind=document`, { method: 'POST', body: form, headers: { 'x-sandbox': '1' } });
    const documents = (await updates()).map(({ message }) => message);
    assert.equal(documents[0].media_group_id, documents[1].media_group_id);
    for (const [n, { document }] of documents.entries()) {
      assert.deepEqual([document.file_name, document.mime_type], [`rooms ${n}.csv`, 'text/csv']);
      assert.equal((await fetched(document.file_id)).bytes.toString(), sheets[n]);
    }

    const items = [70, 80].map((width) => ({ base64: png(width, 60).toString('base64') }));
    const { message_ids: ids, media_group_id: group } = await act(ANNA, 'album', { items });
    const album = (await updates()).map(({ message }) => message);
    assert.deepEqual(album.map((m) => [m.message_id, m.media_group_id]), ids.map((id) => [id, group]));
    assert.equal(await api.deleteMessages(ANNA, ids), true);
    await refused(400, 'invalid file_id', () => api.getFile('x'.repeat(72)));
    const late = await fetch(`${URL_BASE}/file/bot${TOKEN}/photos/file_999999.jpg`);
    assert.deepEqual([late.status, (await late.json()).error_code], [404, 404]);
  },

  async 'the own router sorts every kind of update'() {
    const seen = [];
    for (const filter of ['message:text', 'message:photo', 'message:location', 'message:contact', 'message:sticker', 'message:voice', 'message:dice',
      'message:poll', 'message:venue', 'message:video', 'message:video_note', 'message:audio', 'message:animation', 'edited_message:text',
      'callback_query:data', 'my_chat_member', 'chat_member', 'message:new_chat_members', 'message:left_chat_member', 'inline_query', 'poll',
      'message:forum_topic_created']) {
      bot.on(filter, (_, following) => { seen.push(filter); return following(); });
    }
    await updates();
    const said = await act(ANNA, 'say', { text: 'one' });
    await act(ANNA, 'edit', { message_id: said.message_id, text: 'two' });
    const sent = await api.sendMessage(ANNA, 'press', { reply_markup: new InlineKeyboard().text('yes', 'y') });
    await act(ANNA, 'press', { message_id: sent.message_id, data: 'y' });
    await act(ANNA, 'location', { latitude: 11.5, longitude: 104.9 });
    await act(ANNA, 'venue', { latitude: 11.5, longitude: 104.9, title: 'Market', address: 'Street 1' });
    await act(ANNA, 'contact', { phone_number: '85500000000', user_id: ANNA });
    for (const kind of ['sticker', 'voice', 'dice', 'video', 'video_note', 'audio', 'animation']) await act(ANNA, kind);
    await act(ANNA, 'poll', { question: 'Which?' });
    await fetch(`${URL_BASE}/sandbox/upload?user=${ANNA}&chat=${ANNA}&kind=photo&name=p.png`, { method: 'POST', body: png(), headers: { 'x-sandbox': '1' } });
    await change('promote', { chat: UNIT });
    await change('join', { user: BORA, chat: UNIT });
    await change('leave', { user: BORA, chat: UNIT });
    await change('create_topic', { chat: FORUM, name: 'Alerts' });
    const from = { id: ANNA, is_bot: false, first_name: 'Anna' };
    await change('raw_update', { update: { inline_query: { id: '1', from, query: 'q', offset: '' } } });
    await change('raw_update', { update: { poll: { id: '1', question: 'q', options: [], total_voter_count: 0, is_closed: false, is_anonymous: true, type: 'regular', allows_multiple_answers: false } } });
    for (const update of await updates()) await bot.handleUpdate(update);
    const expected = ['animation', 'audio', 'contact', 'dice', 'forum_topic_created', 'left_chat_member', 'location', 'new_chat_members', 'photo',
      'poll', 'sticker', 'text', 'venue', 'video', 'video_note', 'voice'].map((kind) => `message:${kind}`);
    for (const filter of [...expected, 'edited_message:text', 'callback_query:data', 'my_chat_member', 'chat_member', 'inline_query', 'poll']) {
      assert.ok(seen.includes(filter), `${filter} was not seen`);
    }
  },

  async 'a poll waits, and a second one ends it'() {
    const waiting = api.getUpdates({ offset, timeout: 20 });
    await pause(200);
    await act(ANNA, 'say', { text: 'wake' });
    assert.equal((await waiting).at(-1).message.text, 'wake');
    await updates();
    const older = api.getUpdates({ offset, timeout: 20 });
    const ended = refused(409, 'terminated by other getUpdates request', () => older);
    await pause(200);
    await api.getUpdates({ offset });
    await ended;
  },

  async 'chats and members are described'() {
    const group = await api.getChat(UNIT);
    assert.equal(group.type, 'group');
    assert.equal(group.permissions.can_send_messages, true);
    assert.equal((await api.getChatMember(UNIT, ANNA)).status, 'creator');
    assert.deepEqual((await api.getChatAdministrators(UNIT)).map((m) => m.status).sort(), ['administrator', 'creator']);
    assert.equal(await api.getChatMemberCount(UNIT), 2);
  },

  async 'a block, a limit and a trouble are met'() {
    await change('block', { user: BORA });
    await refused(403, 'bot was blocked by the user', () => api.sendMessage(BORA, 'x'));
    await change('unblock', { user: BORA });
    await change('set_pace', { pace: 'published' });
    const limit = await refused(429, 'Too Many Requests', async () => { for (let n = 0; n < 40; n += 1) await api.sendMessage(BORA, 'x'); });
    await change('advance_clock_seconds', { seconds: limit.parameters.retry_after });
    whole(await api.sendMessage(BORA, 'after'));
    await change('set_pace', { pace: 'off' });
    await control('faults', { method: 'sendMessage', count: 1, fault: 'reset' });
    await assert.rejects(api.sendMessage(BORA, 'x'), HttpError);
  },

  async 'a topic is written to and vanishes'() {
    const { thread } = await change('create_topic', { chat: FORUM, name: 'More' });
    assert.equal((await api.sendMessage(FORUM, 'x', { message_thread_id: thread })).is_topic_message, true);
    await change('delete_topic', { chat: FORUM, thread });
    await refused(400, 'message thread not found', () => api.sendMessage(FORUM, 'x', { message_thread_id: thread }));
  },

  async 'the card is kept'() {
    assert.equal(await api.setMyCommands([{ command: 'start', description: 'Begin' }], { language_code: 'zh' }), true);
    assert.deepEqual(await api.getMyCommands({ language_code: 'zh' }), [{ command: 'start', description: 'Begin' }]);
    assert.equal(await api.deleteMyCommands({ language_code: 'zh' }), true);
    assert.equal(await api.setMyName('住客', { language_code: 'zh' }), true);
    assert.equal((await api.getMyName({ language_code: 'zh' })).name, '住客');
    assert.equal(await api.setMyDescription('d'), true);
    assert.equal((await api.getMyDescription()).description, 'd');
    assert.equal(await api.setMyShortDescription('s'), true);
    assert.equal((await api.getMyShortDescription()).short_description, 's');
    assert.equal(await api.setChatMenuButton({ menu_button: { type: 'commands' } }), true);
    assert.equal((await api.getChatMenuButton()).type, 'commands');
  },

  async 'a webhook ends polling'() {
    assert.equal(await api.setWebhook('https://example.org/hook', { secret_token: 'a' }), true);
    await refused(409, 'webhook is active', () => api.getUpdates());
    assert.equal(await api.deleteWebhook({ drop_pending_updates: true }), true);
  },

  async 'a group grows and the bot leaves'() {
    const to = (await change('migrate', { chat: UNIT })).chat;
    assert.deepEqual((await updates()).map((u) => u.message.migrate_to_chat_id ?? u.message.migrate_from_chat_id), [to, UNIT]);
    const error = await refused(400, 'group chat was upgraded to a supergroup chat', () => api.sendMessage(UNIT, 'x'));
    assert.equal(error.parameters.migrate_to_chat_id, to);
    whole(await api.sendMessage(to, 'x'));
    await change('kick', { chat: to });
    await refused(403, 'bot was kicked', () => api.sendMessage(to, 'x'));
    assert.equal(await api.leaveChat(FORUM), true);
  },

  async 'nothing unpublished was called until here'() {
    const { violations } = await (await fetch(`${URL_BASE}/sandbox/violations`)).json();
    assert.deepEqual(violations, []);
  },

  async 'what is not published is refused'() {
    await refused(400, 'unknown parameter "colour"', () => api.sendMessage(ANNA, 'x', { colour: 1 }));
    await refused(400, 'message is too long', () => api.sendMessage(ANNA, 'x'.repeat(4097)));
    await refused(400, 'must be of type Integer', () => api.deleteMessage(ANNA, 'five'));
    await refused(401, 'Unauthorized', () => new Bot('1:x', { client: { apiRoot: URL_BASE } }).api.getMe());
    const { violations } = await (await fetch(`${URL_BASE}/sandbox/violations`)).json();
    assert.equal(violations.length, 3);
    await change('clear_violations');
  },

  async 'it closes'() {
    assert.equal(await api.close(), true);
    assert.equal(await api.logOut(), true);
  },
};

await change('clear_violations');
for (const [id, first_name] of [[ANNA, 'Anna'], [BORA, 'Bora'], [CHEA, 'Chea']]) {
  await change('add_person', { person: { id, first_name, language_code: 'zh' } });
}
await change('add_group', { group: { id: UNIT, title: 'Unit', members: [ANNA] } });
await change('add_group', { group: { id: FORUM, title: 'Forum', kind: 'supergroup', forum: true, members: [ANNA] } });

let [passed, failed] = [0, 0];
for (const [name, scene] of Object.entries(scenes)) {
  try {
    await scene();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${name}\n${error.stack ?? error}`);
  }
}
console.log(`grammy: ${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
