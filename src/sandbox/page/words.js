// The words of the page itself, in three languages. What the bot says is never translated here.

import { now } from './now.js';

const WORDS = {
  en: {
    sub: 'A pretend Telegram on this computer. Nothing leaves it.',
    language: 'Language', play: 'Guided tours', again: 'Play it again', pause: 'Pause', resume: 'Go on', stop: 'Stop',
    speed: 'Speed', step: 'Step {n} of {all}', done: '“{title}” is finished. Every phone is yours: try it.',
    stopped: 'Step {n} stopped: {why}', nobutton: 'no button “{text}” came', notext: 'no message with “{text}” came', noanswer: 'the bot did not answer',
    phones: 'Phones', bot: 'bot', members: '{n} members', typing: 'typing…', busy: { upload_photo: 'sending a photo…', upload_document: 'sending a file…', find_location: 'looking for a place…', record_voice: 'recording…' },
    message: 'Message', send: 'Send', attach: 'Attach', menu: 'Menu', commands: 'Commands', keyboard: 'Keyboard', more: 'More',
    photo: 'Photo', file: 'File', location: 'Location', contact: 'Contact', sticker: 'Sticker', voice: 'Voice message', video: 'Video', audio: 'Audio', poll: 'Poll',
    mine: 'My number', someone: 'Someone else', name: 'Name', phone: 'Phone number', latitude: 'Latitude', longitude: 'Longitude', share: 'Share', places: 'Where?', people: 'Whose contact?', stickers: 'Choose a sticker',
    specimens: 'Specimens', asphoto: 'Send as photo', asfile: 'Send as file', album: 'Album of {n} photos', nopicture: 'This cannot be sent as a photo. Send it as a file.',
    edit: 'Edit', delete: 'Delete', editing: 'Editing the message', cancel: 'Cancel', close: 'Close', copy: 'Copy', copied: 'Copied', press: 'Message menu',
    edited: 'edited', protected: 'Cannot be forwarded or saved', nolink: 'The sandbox does not open links: {url}', start: 'START', about: 'What can this bot do?',
    block: 'Stop the bot', unblock: 'Start the bot again', blocked: 'You stopped this bot.', leave: 'Leave the group',
    today: 'Today', offline: 'Connecting…', failed: 'That did not work: {why}', toolarge: 'That file is too large.', unread: '{n} unread', chats: 'Chats', down: 'To the newest message',
    joined: '{who} joined the group', left: '{who} left the group', pinned: 'A message was pinned', created: 'The group was created', moved: 'The group became a supergroup', topic: 'Topic: {name}', forwarded: 'Forwarded from {who}', unsupported: 'This kind of message is not drawn here', nobody: 'No messages yet',
    link: 'Open this link', openhere: 'Open on this phone', elsewhere: 'Open on another phone', download: 'Download {name}',
    time: 'Time in Phnom Penh', ahead: { hour: '+1 hour', day: '+1 day', morning: '🌅 08:00' }, later: { hour: 'One hour later', day: 'One day later', morning: 'To the next morning, 08:00' },
  },
  km: {
    sub: 'Telegram សាកល្បងនៅលើកុំព្យូទ័រនេះ។ គ្មានអ្វីចេញទៅក្រៅទេ។',
    language: 'ភាសា', play: 'ការណែនាំ', again: 'មើលម្ដងទៀត', pause: 'ផ្អាក', resume: 'បន្ត', stop: 'បញ្ឈប់',
    speed: 'ល្បឿន', step: 'ជំហាន {n} ក្នុង {all}', done: '«{title}» ចប់ហើយ។ លោកអ្នកអាចសាកល្បងទូរសព្ទទាំងអស់បាន។',
    stopped: 'ជំហាន {n} ឈប់៖ {why}', nobutton: 'មិនមានប៊ូតុង «{text}»', notext: 'មិនមានសារ «{text}»', noanswer: 'បុតមិនបានឆ្លើយ',
    phones: 'ទូរសព្ទ', bot: 'បុត', members: 'សមាជិក {n} នាក់', typing: 'កំពុងវាយ…', busy: { upload_photo: 'កំពុងផ្ញើរូប…', upload_document: 'កំពុងផ្ញើឯកសារ…', find_location: 'កំពុងរកទីតាំង…', record_voice: 'កំពុងថតសំឡេង…' },
    message: 'សារ', send: 'ផ្ញើ', attach: 'ភ្ជាប់', menu: 'ម៉ឺនុយ', commands: 'ពាក្យបញ្ជា', keyboard: 'ក្ដារចុច', more: 'បន្ថែម',
    photo: 'រូបថត', file: 'ឯកសារ', location: 'ទីតាំង', contact: 'លេខទំនាក់ទំនង', sticker: 'ស្ទីកគ័រ', voice: 'សារជាសំឡេង', video: 'វីដេអូ', audio: 'សំឡេង', poll: 'ការស្ទង់មតិ',
    mine: 'លេខរបស់ខ្ញុំ', someone: 'អ្នកផ្សេង', name: 'ឈ្មោះ', phone: 'លេខទូរសព្ទ', latitude: 'រយៈទទឹង', longitude: 'រយៈបណ្ដោយ', share: 'ផ្ញើ', places: 'នៅទីណា?', people: 'លេខរបស់អ្នកណា?', stickers: 'ជ្រើសស្ទីកគ័រ',
    specimens: 'ឯកសារគំរូ', asphoto: 'ផ្ញើជារូបថត', asfile: 'ផ្ញើជាឯកសារ', album: 'អាល់ប៊ុមរូបថត {n} សន្លឹក', nopicture: 'មិនអាចផ្ញើជារូបថតបានទេ។ សូមផ្ញើជាឯកសារ។',
    edit: 'កែ', delete: 'លុប', editing: 'កំពុងកែសារ', cancel: 'បោះបង់', close: 'បិទ', copy: 'ចម្លង', copied: 'បានចម្លង', press: 'ម៉ឺនុយសារ',
    edited: 'បានកែ', protected: 'មិនអាចបញ្ជូនបន្ត ឬរក្សាទុកបានទេ', nolink: 'ទីនេះមិនបើកតំណទេ៖ {url}', start: 'ចាប់ផ្ដើម', about: 'តើបុតនេះធ្វើអ្វីបាន?',
    block: 'បញ្ឈប់បុត', unblock: 'ចាប់ផ្ដើមបុតឡើងវិញ', blocked: 'អ្នកបានបញ្ឈប់បុតនេះ។', leave: 'ចាកចេញពីក្រុម',
    today: 'ថ្ងៃនេះ', offline: 'កំពុងភ្ជាប់…', failed: 'មិនបានសម្រេច៖ {why}', toolarge: 'ឯកសារនេះធំពេក។', unread: 'មិនទាន់អាន {n}', chats: 'ការជជែក', down: 'ទៅសារចុងក្រោយ',
    joined: '{who} បានចូលក្រុម', left: '{who} បានចាកចេញពីក្រុម', pinned: 'សារមួយត្រូវបានខ្ទាស់', created: 'ក្រុមត្រូវបានបង្កើត', moved: 'ក្រុមបានក្លាយជាក្រុមធំ', topic: 'ប្រធានបទ៖ {name}', forwarded: 'បញ្ជូនបន្តពី {who}', unsupported: 'សារប្រភេទនេះមិនបង្ហាញនៅទីនេះទេ', nobody: 'មិនទាន់មានសារទេ',
    link: 'បើកតំណនេះ', openhere: 'បើកលើទូរសព្ទនេះ', elsewhere: 'បើកលើទូរសព្ទផ្សេង', download: 'ទាញយក {name}',
    time: 'ម៉ោងនៅភ្នំពេញ', ahead: { hour: '+1 ម៉ោង', day: '+1 ថ្ងៃ', morning: '🌅 08:00' }, later: { hour: 'មួយម៉ោងក្រោយ', day: 'មួយថ្ងៃក្រោយ', morning: 'ទៅព្រឹកបន្ទាប់ ម៉ោង 08:00' },
  },
  zh: {
    sub: '本机上的模拟 Telegram，任何内容都不会外传。',
    language: '语言', play: '导览', again: '重新播放', pause: '暂停', resume: '继续', stop: '停止',
    speed: '速度', step: '第 {n} 步，共 {all} 步', done: '“{title}”播放完毕。每部手机都可以自己操作试试。',
    stopped: '第 {n} 步停住：{why}', nobutton: '没有出现按钮“{text}”', notext: '没有出现含“{text}”的消息', noanswer: '机器人没有回应',
    phones: '手机', bot: '机器人', members: '{n} 位成员', typing: '正在输入…', busy: { upload_photo: '正在发送照片…', upload_document: '正在发送文件…', find_location: '正在查找位置…', record_voice: '正在录音…' },
    message: '消息', send: '发送', attach: '附件', menu: '菜单', commands: '命令', keyboard: '键盘', more: '更多',
    photo: '照片', file: '文件', location: '位置', contact: '联系人', sticker: '贴纸', voice: '语音消息', video: '视频', audio: '音频', poll: '投票',
    mine: '我的号码', someone: '其他人', name: '姓名', phone: '电话号码', latitude: '纬度', longitude: '经度', share: '发送', places: '在哪里？', people: '谁的联系方式？', stickers: '选择贴纸',
    specimens: '样例文件', asphoto: '以照片发送', asfile: '以文件发送', album: '相册，共 {n} 张照片', nopicture: '无法以照片发送，请以文件发送。',
    edit: '编辑', delete: '删除', editing: '正在编辑消息', cancel: '取消', close: '关闭', copy: '复制', copied: '已复制', press: '消息菜单',
    edited: '已编辑', protected: '不能转发或保存', nolink: '此处不打开链接：{url}', start: '开始', about: '这个机器人能做什么？',
    block: '停用机器人', unblock: '重新启用机器人', blocked: '您已停用此机器人。', leave: '退出群组',
    today: '今天', offline: '正在连接…', failed: '没有成功：{why}', toolarge: '文件太大。', unread: '{n} 条未读', chats: '聊天', down: '到最新消息',
    joined: '{who} 加入了群组', left: '{who} 退出了群组', pinned: '一条消息已置顶', created: '群组已创建', moved: '群组已升级为超级群组', topic: '话题：{name}', forwarded: '转发自 {who}', unsupported: '此类消息在这里不显示', nobody: '还没有消息',
    link: '打开此链接', openhere: '在这部手机上打开', elsewhere: '在另一部手机上打开', download: '下载 {name}',
    time: '金边时间', ahead: { hour: '+1 小时', day: '+1 天', morning: '🌅 08:00' }, later: { hour: '一小时后', day: '一天后', morning: '到下一个早上 08:00' },
  },
};

/** The languages of the page: code and the language's own name. */
export const LANGUAGES = [['km', 'ខ្មែរ'], ['en', 'English'], ['zh', '中文']];

const KEY = 'sandbox-language';
const listeners = new Set();
let current = first();

function first() {
  const asked = new URLSearchParams(location.search).get('lang') ?? stored();
  if (asked in WORDS) return asked;
  const wanted = (navigator.languages ?? [navigator.language]).map((code) => String(code).slice(0, 2).toLowerCase());
  return wanted.find((code) => code in WORDS) ?? 'en';
}

function stored() {
  try { return localStorage.getItem(KEY); } catch { return null; }
}

export function language() {
  return current;
}

export function setLanguage(code) {
  if (!(code in WORDS) || code === current) return;
  current = code;
  try { localStorage.setItem(KEY, code); } catch { /* a private window keeps nothing */ }
  for (const listener of listeners) listener(code);
}

export function onLanguage(listener) {
  listeners.add(listener);
}

/** A word of the page; `{name}` is filled from `args`. */
export function t(key, args = {}) {
  const [head, tail] = key.split('.');
  let word = WORDS[current][head];
  if (tail) word = word?.[tail];
  if (typeof word !== 'string') return '';
  return word.replace(/\{(\w+)\}/g, (_, name) => String(args[name] ?? ''));
}

/** One of several translations given by others (`{km, en, zh}` or plain text). */
export function pick(labels) {
  if (typeof labels === 'string') return labels;
  return labels?.[current] ?? labels?.en ?? Object.values(labels ?? {})[0] ?? '';
}

const KHMER_ZERO = 0x17e0;

/** A date as somebody types it who writes that language: `{ year, month, day }`. */
export function typedDate({ year, month, day }, language) {
  if (language === 'zh') return `${year}/${month}/${day}`;
  const typed = `${day}/${month}/${year}`;
  return language === 'km' ? typed.replace(/\d/g, (digit) => String.fromCodePoint(KHMER_ZERO + Number(digit))) : typed;
}

const LOCALES = { en: 'en-GB', zh: 'zh-CN' };
const ZONE = 'Asia/Phnom_Penh';

/** The hour and minute of a moment (Unix seconds) in Cambodia. */
export function clock(seconds) {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: ZONE }).format(new Date(seconds * 1000));
}

/** The day of a moment (Unix seconds) in Cambodia, as people say it; `full` never says "today". */
export function day(seconds, full = false) {
  const moment = new Date(seconds * 1000);
  if (current === 'km') return khmerDay(moment, full);
  if (!full && date(moment) === today()) return t('today');
  const year = date(moment).slice(0, 4) === today().slice(0, 4) ? {} : { year: 'numeric' };
  const more = full ? { weekday: 'short', month: 'short', year: 'numeric' } : { month: 'long', ...year };
  return new Intl.DateTimeFormat(LOCALES[current], { day: 'numeric', ...more, timeZone: ZONE }).format(moment);
}

// Not every browser knows Khmer.
const KM_DAYS = ['អាទិត្យ', 'ច័ន្ទ', 'អង្គារ', 'ពុធ', 'ព្រហ.', 'សុក្រ', 'សៅរ៍'];
const KM_MONTHS = ['មករា', 'កុម្ភៈ', 'មីនា', 'មេសា', 'ឧសភា', 'មិថុនា', 'កក្កដា', 'សីហា', 'កញ្ញា', 'តុលា', 'វិច្ឆិកា', 'ធ្នូ'];

function khmerDay(moment, full) {
  const then = date(moment);
  if (!full && then === today()) return t('today');
  const [year, month, number] = then.split('-').map(Number);
  const words = `${number} ${KM_MONTHS[month - 1]}`;
  if (full) return `${KM_DAYS[new Date(`${then}T00:00:00Z`).getUTCDay()]} ${words} ${year}`;
  return then.slice(0, 4) === today().slice(0, 4) ? words : `${words} ${year}`;
}

/** The day that it is in Cambodia, `2026-11-22`. */
export function today() {
  return date(new Date(now()));
}

function date(moment) {
  return new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: ZONE }).format(moment);
}
