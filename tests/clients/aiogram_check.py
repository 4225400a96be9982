"""Drives a sandbox with aiogram, whose parsing nobody here wrote, and counts what it could not read.

Needs a sandbox without a bot: SANDBOX_URL (http://127.0.0.1:PORT) and SANDBOX_TOKEN in the environment.
It makes its own people and groups. Exits with 1 if anything failed.
"""

import asyncio
import os
import struct
import sys
import time
import traceback
import zlib
from base64 import b64encode

import aiogram.methods
import aiohttp
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BufferedInputFile,
    CopyTextButton,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    MenuButtonCommands,
    MenuButtonDefault,
    MessageEntity,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)

URL = os.environ.get("SANDBOX_URL", "").rstrip("/")
TOKEN = os.environ.get("SANDBOX_TOKEN", "")
if not URL or not TOKEN:
    sys.exit("set SANDBOX_URL and SANDBOX_TOKEN to those of a sandbox without a bot")
BASE = 700_000_000 + int(time.time()) % 10_000_000 * 10
ANNA, BORA, CHEA = BASE, BASE + 1, BASE + 2
UNIT, FORUM = -BASE, -1_000_000_000_000 - BASE
KINDS = [
    "message", "edited_message", "channel_post", "edited_channel_post", "callback_query", "inline_query", "chosen_inline_result",
    "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request",
    "message_reaction", "message_reaction_count",
]


def png(width=64, height=48):
    """A grey picture."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Check:
    """The bot, the people's controls, and the score."""

    def __init__(self, bot, http):
        self.bot, self.http = bot, http
        self.offset = None
        self.passed = self.failed = 0

    async def control(self, path, **what):
        async with self.http.post(f"{URL}/sandbox/{path}", json=what) as answer:
            got = await answer.json()
            assert got["ok"], got
            return got

    def do(self, what, **more):
        return self.control("do", **{"do": what, **more})

    async def act(self, user, what, chat=None, **more):
        return await self.control("act", user=user, chat=chat or user, **{"do": what, **more})

    async def updates(self):
        """All waiting updates, confirmed."""
        got = await self.bot.get_updates(offset=self.offset, allowed_updates=KINDS)
        if got:
            self.offset = got[-1].update_id + 1
        return got

    async def next(self, kind):
        """The newest update must be of this kind; its content."""
        got = await self.updates()
        assert got and got[-1].event_type == kind, [u.event_type for u in got]
        return got[-1].event

    async def offers(self, method):
        """Whether the sandbox has this method at all."""
        async with self.http.post(f"{URL}/bot{TOKEN}/{method}", json={"no_such_parameter": 1}) as answer:
            return answer.status != 404

    async def run(self, scene):
        try:
            await scene(self)
            self.passed += 1
        except Exception:
            self.failed += 1
            print(f"FAILED {scene.__name__}")
            traceback.print_exc()


SCENES = []


def scene(function):
    SCENES.append(function)
    return function


async def refused(kind, call, words=""):
    """The call must fail with this exception; answers it."""
    try:
        await call
    except kind as error:
        assert words in str(error), f"{error} does not say: {words}"
        return error
    raise AssertionError(f"{kind.__name__} was expected")


def buttons(*names):
    return InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text=name, callback_data=name)] for name in names])


@scene
async def it_knows_itself(t):
    me = await t.bot.get_me()
    assert me.is_bot and me.username and me.can_join_groups
    hook = await t.bot.get_webhook_info()
    assert hook.url == "" and hook.pending_update_count >= 0


@scene
async def strangers_cannot_be_written_to(t):
    await refused(TelegramForbiddenError, t.bot.send_message(CHEA, "hello"), "can't initiate conversation")
    await refused(TelegramBadRequest, t.bot.send_message(5, "hello"), "chat not found")


@scene
async def a_person_starts(t):
    await t.updates()
    await t.act(ANNA, "start", payload="abc")
    message = await t.next("message")
    assert message.text == "/start abc" and message.from_user.id == ANNA and message.chat.type == "private"
    assert message.entities[0].type == "bot_command" and message.entities[0].length == 6
    chat = await t.bot.get_chat(ANNA)
    assert chat.id == ANNA and chat.first_name == "Anna"
    await t.act(BORA, "start")


@scene
async def texts_go_out(t):
    sent = await t.bot.send_message(
        ANNA, "<b>ជំរាបសួរ</b> 😀 <a href=\"https://example.org/\">link</a>", parse_mode="HTML", disable_notification=True,
        protect_content=True, link_preview_options=LinkPreviewOptions(is_disabled=True), reply_markup=buttons("one", "two"),
    )
    assert [e.type for e in sent.entities] == ["bold", "text_link"] and sent.has_protected_content
    assert sent.reply_markup.inline_keyboard[1][0].callback_data == "two" and sent.link_preview_options.is_disabled
    answer = await t.bot.send_message(ANNA, "answer", reply_parameters=ReplyParameters(message_id=sent.message_id))
    assert answer.reply_to_message.message_id == sent.message_id
    plain = await t.bot.send_message(ANNA, "😀 bold", entities=[MessageEntity(type="bold", offset=3, length=4)], parse_mode=None)
    assert plain.entities[0].extract_from(plain.text) == "bold"
    await t.bot.send_message(ANNA, "x", reply_markup=InlineKeyboardMarkup(inline_keyboard=[
        [InlineKeyboardButton(text="a", url="https://example.org"), InlineKeyboardButton(text="b", copy_text=CopyTextButton(text="c"))],
    ]))
    assert await t.bot.send_chat_action(ANNA, "typing")


@scene
async def keyboards_go_out(t):
    keyboard = ReplyKeyboardMarkup(
        keyboard=[[KeyboardButton(text="Place", request_location=True), KeyboardButton(text="Number", request_contact=True)]],
        resize_keyboard=True, one_time_keyboard=True, input_field_placeholder="say",
    )
    for markup in (keyboard, ReplyKeyboardRemove(), ForceReply(selective=True)):
        sent = await t.bot.send_message(ANNA, "keyboard", reply_markup=markup)
        await refused(TelegramBadRequest, t.bot.edit_message_text("x", chat_id=ANNA, message_id=sent.message_id), "can't be edited")


@scene
async def places_and_people_go_out(t):
    place = await t.bot.send_location(ANNA, 11.55, 104.92, horizontal_accuracy=20.5)
    assert abs(place.location.latitude - 11.55) < 1e-9
    venue = await t.bot.send_venue(ANNA, 11.55, 104.92, "Market", "Street 1")
    assert venue.venue.title == "Market" and venue.location.longitude == 104.92
    contact = await t.bot.send_contact(ANNA, "85500000000", "Sok", last_name="X")
    assert contact.contact.phone_number == "85500000000"


@scene
async def files_go_out(t):
    photo = await t.bot.send_photo(ANNA, BufferedInputFile(png(), "a.png"), caption="<i>c</i>", parse_mode="HTML", has_spoiler=True)
    assert (photo.photo[-1].width, photo.photo[-1].height) == (64, 48) and photo.caption == "c" and photo.has_media_spoiler
    again = await t.bot.send_photo(ANNA, photo.photo[-1].file_id)
    assert again.photo[-1].file_unique_id == photo.photo[-1].file_unique_id
    document = await t.bot.send_document(ANNA, BufferedInputFile(b"a,b", "rooms.csv"), caption="rooms", reply_markup=buttons("ok"))
    assert document.document.file_name == "rooms.csv" and document.document.file_size == 3
    got = await t.bot.download(document.document.file_id)
    assert got.read() == b"a,b"
    album = await t.bot.send_media_group(ANNA, [
        InputMediaPhoto(media=BufferedInputFile(png(), "a.png"), caption="first"), InputMediaPhoto(media=photo.photo[-1].file_id),
    ])
    assert len(album) == 2 and album[0].media_group_id == album[1].media_group_id is not None
    edited = await t.bot.edit_message_caption(chat_id=ANNA, message_id=document.message_id, caption="rooms, again")
    assert edited.caption == "rooms, again" and edited.reply_markup is None
    media = InputMediaDocument(media=BufferedInputFile(b"c", "c.txt"), caption="c")
    replaced = await t.bot.edit_message_media(media, chat_id=ANNA, message_id=document.message_id)
    assert replaced.document.file_name == "c.txt" and replaced.caption == "c"


@scene
async def messages_are_edited_and_deleted(t):
    sent = await t.bot.send_message(ANNA, "one", reply_markup=buttons("a"))
    where = {"chat_id": ANNA, "message_id": sent.message_id}
    edited = await t.bot.edit_message_text("two", **where, reply_markup=buttons("b"))
    assert edited.text == "two" and edited.edit_date and edited.reply_markup.inline_keyboard[0][0].text == "b"
    await refused(TelegramBadRequest, t.bot.edit_message_text("two", **where, reply_markup=buttons("b")), "message is not modified")
    assert (await t.bot.edit_message_reply_markup(**where)).reply_markup is None
    assert await t.bot.delete_message(**where)
    await refused(TelegramBadRequest, t.bot.delete_message(**where), "message to delete not found")
    await refused(TelegramBadRequest, t.bot.edit_message_text("x", **where), "message to edit not found")
    several = [(await t.bot.send_message(ANNA, str(n))).message_id for n in range(3)]
    assert await t.bot.delete_messages(ANNA, several)


@scene
async def messages_are_forwarded_copied_pinned_and_reacted_to(t):
    sent = await t.bot.send_message(ANNA, "original")
    forwarded = await t.bot.forward_message(BORA, ANNA, sent.message_id)
    assert forwarded.forward_origin.type == "user" and forwarded.text == "original"
    copied = await t.bot.copy_message(BORA, ANNA, sent.message_id)
    assert copied.message_id > forwarded.message_id
    assert await t.bot.pin_chat_message(ANNA, sent.message_id, disable_notification=True)
    assert (await t.bot.get_chat(ANNA)).pinned_message.message_id == sent.message_id
    assert await t.bot.unpin_chat_message(ANNA, message_id=sent.message_id)
    theirs = (await t.act(ANNA, "say", text="mine"))["message_id"]
    assert await t.bot.set_message_reaction(ANNA, theirs, [ReactionTypeEmoji(emoji="👍")], is_big=True)
    assert await t.bot.set_message_reaction(ANNA, theirs)
    secret = await t.bot.send_message(ANNA, "secret", protect_content=True)
    await refused(TelegramBadRequest, t.bot.forward_message(BORA, ANNA, secret.message_id), "can't be forwarded")


@scene
async def buttons_are_pressed_and_answered(t):
    sent = await t.bot.send_message(ANNA, "press", reply_markup=buttons("yes"))
    query_id = (await t.act(ANNA, "press", message_id=sent.message_id, data="yes"))["callback_query_id"]
    query = await t.next("callback_query")
    assert query.id == query_id and query.data == "yes" and query.message.message_id == sent.message_id and query.chat_instance
    assert await t.bot.answer_callback_query(query.id, text="done", show_alert=True)
    await t.bot.delete_message(ANNA, sent.message_id)
    await t.act(ANNA, "press", message_id=sent.message_id, data="yes", forged=True)
    gone = await t.next("callback_query")
    assert gone.message.date == 0 and gone.message.chat.id == ANNA
    await t.do("advance_clock_seconds", seconds=151)
    await refused(TelegramBadRequest, t.bot.answer_callback_query(gone.id), "query is too old")


@scene
async def people_send_every_kind_of_message(t):
    await t.act(ANNA, "location", latitude=11.5, longitude=104.9)
    assert (await t.next("message")).location.latitude == 11.5
    await t.act(ANNA, "venue", latitude=11.5, longitude=104.9, title="Market", address="Street 1")
    assert (await t.next("message")).venue.address == "Street 1"
    await t.act(ANNA, "contact", phone_number="85500000000", first_name="Anna", user_id=ANNA)
    assert (await t.next("message")).contact.user_id == ANNA
    for kind in ("sticker", "voice", "audio", "video", "video_note", "animation", "dice"):
        await t.act(ANNA, kind)
        message = await t.next("message")
        assert getattr(message, kind) is not None and message.content_type == kind, message
    await t.act(ANNA, "poll", question="Which?")
    assert (await t.next("message")).poll.question == "Which?"
    said = (await t.act(ANNA, "say", text="one"))["message_id"]
    await t.act(ANNA, "edit", message_id=said, text="two")
    edited = await t.next("edited_message")
    assert edited.text == "two" and edited.edit_date


@scene
async def people_send_photos_files_and_albums(t):
    query = f"user={ANNA}&chat={ANNA}&kind=photo&name=p.png&caption=front"
    async with t.http.post(f"{URL}/sandbox/upload?{query}", data=png(1800, 1200), headers={"x-sandbox": "1"}) as answer:
        assert (await answer.json())["ok"]
    photo = await t.next("message")
    assert photo.content_type == "photo" and photo.caption == "front"
    assert [(size.width, size.height) for size in photo.photo] == [(90, 60), (320, 213), (800, 533), (1280, 853)]
    file = await t.bot.get_file(photo.photo[-1].file_id)
    jpeg = (await t.bot.download_file(file.file_path)).read()
    assert jpeg[:3] == b"\xff\xd8\xff" and len(jpeg) == photo.photo[-1].file_size == file.file_size
    assert file.file_path.startswith("photos/file_") and file.file_path.endswith(".jpg")

    sheet = b"PK\x03\x04" + bytes(range(256)) * 40
    await t.act(ANNA, "document", base64=b64encode(sheet).decode(), name="ភ្ញៀវ.xlsx", caption="guests")
    message = await t.next("message")
    assert (message.document.file_name, message.document.file_size, message.caption) == ("ភ្ញៀវ.xlsx", len(sheet), "guests")
    assert message.document.mime_type.endswith("spreadsheetml.sheet")
    assert (await t.bot.download(message.document)).read() == sheet
    await t.act(ANNA, "document", base64=b64encode(sheet).decode(), name="again.xlsx")
    again = (await t.next("message")).document
    assert again.file_unique_id == message.document.file_unique_id and again.file_id != message.document.file_id

    items = [{"base64": b64encode(png(width, 90)).decode()} for width in (100, 101, 102)]
    answer = await t.act(ANNA, "album", items=items, caption="three", pause_ms=100)
    album = [update.message for update in await t.updates()]
    assert [m.message_id for m in album] == answer["message_ids"] and {m.media_group_id for m in album} == {answer["media_group_id"]}
    assert [m.caption for m in album] == ["three", None, None] and [m.photo[-1].width for m in album] == [100, 101, 102]
    assert await t.bot.delete_messages(ANNA, answer["message_ids"][:2])
    items = [{"kind": "document", "base64": b64encode(png(64, size)).decode(), "name": f"{size}.png"} for size in (40, 50)]
    await t.act(ANNA, "album", items=items)
    first, second = [update.message for update in await t.updates()]
    assert first.media_group_id == second.media_group_id and first.document.thumbnail.height == 40
    assert (await t.bot.download(second.document)).read() == png(64, 50)

    await refused(TelegramBadRequest, t.bot.get_file("AgACAgUAAxk" + "x" * 61), "invalid file_id")
    await t.act(ANNA, "document", base64=b64encode(bytes(20 * 2**20 + 1)).decode(), name="large.bin")
    await refused(TelegramBadRequest, t.bot.get_file((await t.next("message")).document.file_id), "file is too big")
    await t.do("advance_clock_seconds", seconds=48 * 3600)
    await refused(TelegramBadRequest, t.bot.delete_message(ANNA, album[2].message_id), "message can't be deleted for everyone")
    async with t.http.post(f"{URL}/sandbox/act", json={"user": ANNA, "chat": ANNA, "do": "photo", "base64": "AAAA"}) as answer:
        assert (await answer.json())["why"].startswith("no picture")


@scene
async def other_kinds_of_update_are_read(t):
    user = {"id": ANNA, "is_bot": False, "first_name": "Anna"}
    channel = {"id": -1_001_234_567_890, "type": "channel", "title": "News"}
    post = {"message_id": 1, "date": 1_700_000_000, "chat": channel, "text": "news"}
    poll = {
        "id": "1", "question": "q", "options": [{"text": "a", "voter_count": 0}], "total_voter_count": 0, "is_closed": False,
        "is_anonymous": True, "type": "regular", "allows_multiple_answers": False,
    }
    for kind, body in {
        "channel_post": post,
        "edited_channel_post": {**post, "edit_date": 1_700_000_001},
        "inline_query": {"id": "1", "from": user, "query": "q", "offset": ""},
        "poll": poll,
        "poll_answer": {"poll_id": "1", "user": user, "option_ids": [0]},
        "message_reaction": {"chat": channel, "message_id": 1, "date": 1, "user": user, "old_reaction": [], "new_reaction": []},
    }.items():
        given = await t.do("raw_update", update={kind: body})
        got = (await t.updates())[-1]
        assert got.update_id == given["update_id"] and got.event_type == kind


@scene
async def a_poll_waits_and_a_second_one_ends_it(t):
    waiting = asyncio.create_task(t.bot.get_updates(offset=t.offset, timeout=20, allowed_updates=KINDS))
    await asyncio.sleep(0.2)
    await t.act(ANNA, "say", text="wake")
    assert (await asyncio.wait_for(waiting, 5))[-1].message.text == "wake"
    await t.updates()
    older = asyncio.create_task(t.bot.get_updates(offset=t.offset, timeout=20))
    await asyncio.sleep(0.2)
    await t.bot.get_updates(offset=t.offset, timeout=0)
    await refused(TelegramConflictError, asyncio.wait_for(older, 5), "terminated by other getUpdates request")


@scene
async def groups_tell_what_happens(t):
    await t.do("join", user=BORA, chat=UNIT)
    joined = await t.next("message")
    assert joined.new_chat_members[0].id == BORA
    await t.do("promote", chat=UNIT)
    change = await t.next("my_chat_member")
    assert (change.old_chat_member.status, change.new_chat_member.status) == ("member", "administrator")
    await t.do("leave", user=BORA, chat=UNIT)
    got = await t.updates()
    assert [u.event_type for u in got] == ["chat_member", "message"] and got[1].message.left_chat_member.id == BORA
    chat = await t.bot.get_chat(UNIT)
    assert chat.type == "group" and chat.permissions.can_send_messages
    assert (await t.bot.get_chat_member(UNIT, ANNA)).status == "creator"
    assert (await t.bot.get_chat_member(UNIT, BORA)).status == "left"
    assert {a.status for a in await t.bot.get_chat_administrators(UNIT)} == {"creator", "administrator"}
    assert await t.bot.get_chat_member_count(UNIT) == 2


@scene
async def topics_are_written_to(t):
    thread = (await t.do("create_topic", chat=FORUM, name="Alerts"))["thread"]
    created = await t.next("message")
    assert created.forum_topic_created.name == "Alerts"
    sent = await t.bot.send_message(FORUM, "alert", message_thread_id=thread)
    assert sent.is_topic_message and sent.message_thread_id == thread and sent.chat.is_forum
    await t.do("delete_topic", chat=FORUM, thread=thread)
    await refused(TelegramBadRequest, t.bot.send_message(FORUM, "alert", message_thread_id=thread), "message thread not found")


@scene
async def the_bot_is_blocked_and_unblocked(t):
    await t.do("block", user=BORA)
    assert (await t.next("my_chat_member")).new_chat_member.status == "kicked"
    await refused(TelegramForbiddenError, t.bot.send_message(BORA, "x"), "bot was blocked by the user")
    await t.do("unblock", user=BORA)
    assert (await t.next("my_chat_member")).new_chat_member.status == "member"
    await t.bot.send_message(BORA, "x")


@scene
async def limits_are_met_and_waited_out(t):
    await t.do("set_pace", pace="published")
    try:
        for _ in range(40):
            await t.bot.send_message(BORA, "x")
        raise AssertionError("no limit")
    except TelegramRetryAfter as error:
        await t.do("advance_clock_seconds", seconds=error.retry_after)
        await t.bot.send_message(BORA, "after")
    finally:
        await t.do("set_pace", pace="off")


@scene
async def troubles_are_met(t):
    await t.control("faults", method="sendMessage", count=1, fault={"error": {"code": 502, "description": "Bad Gateway"}})
    await refused(TelegramServerError, t.bot.send_message(ANNA, "x"))
    await t.control("faults", method="*", count=1, fault={"error": {"code": 429, "description": "Too Many Requests: retry after 3", "retry_after": 3}})
    assert (await refused(TelegramRetryAfter, t.bot.get_me())).retry_after == 3
    for fault in ("reset", "accept_then_drop"):
        await t.control("faults", method="sendMessage", count=1, fault=fault)
        await refused(TelegramNetworkError, t.bot.send_message(ANNA, fault))
    async with t.http.get(f"{URL}/sandbox/state") as answer:
        chats = (await answer.json())["chats"]
    texts = [m.get("text") for chat in chats if chat["id"] == ANNA for m in chat["messages"]]
    assert texts[-1] == "accept_then_drop" and "reset" not in texts


@scene
async def the_card_is_kept(t):
    commands = [BotCommand(command="start", description="Begin")]
    own = [BotCommand(command="mine", description="Mine")]
    assert await t.bot.set_my_commands(commands)
    assert await t.bot.set_my_commands(own, scope=BotCommandScopeChat(chat_id=ANNA))
    assert await t.bot.set_my_commands(commands, scope=BotCommandScopeAllPrivateChats(), language_code="km")
    assert [c.command for c in await t.bot.get_my_commands()] == ["start"]
    got = await t.bot.get_my_commands(scope=BotCommandScopeChat(chat_id=ANNA))
    assert [(c.command, c.description) for c in got] == [("mine", "Mine")]
    assert await t.bot.delete_my_commands(scope=BotCommandScopeChat(chat_id=ANNA))
    assert await t.bot.get_my_commands(scope=BotCommandScopeChat(chat_id=ANNA)) == []
    assert await t.bot.set_my_name("ស្នាក់នៅ", language_code="km")
    assert (await t.bot.get_my_name(language_code="km")).name == "ស្នាក់នៅ"
    assert await t.bot.set_my_description("d", language_code="zh")
    assert (await t.bot.get_my_description(language_code="zh")).description == "d"
    assert await t.bot.set_my_short_description("s")
    assert (await t.bot.get_my_short_description(language_code="en")).short_description == "s"
    assert await t.bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    assert (await t.bot.get_chat_menu_button(chat_id=ANNA)).type == "commands"
    assert await t.bot.set_chat_menu_button(menu_button=MenuButtonDefault())


@scene
async def a_webhook_ends_polling(t):
    assert await t.bot.set_webhook("https://example.org/hook", secret_token="a_b", allowed_updates=["message"])
    info = await t.bot.get_webhook_info()
    assert info.url == "https://example.org/hook" and info.allowed_updates == ["message"]
    await refused(TelegramConflictError, t.bot.get_updates(), "webhook is active")
    assert await t.bot.delete_webhook(drop_pending_updates=True)
    assert await t.bot.get_updates(allowed_updates=KINDS) == []


@scene
async def a_group_grows_and_the_bot_leaves(t):
    to = (await t.do("migrate", chat=UNIT))["chat"]
    got = await t.updates()
    assert got[0].message.migrate_to_chat_id == to and got[1].message.migrate_from_chat_id == UNIT
    error = await refused(TelegramMigrateToChat, t.bot.send_message(UNIT, "x"))
    assert error.migrate_to_chat_id == to
    assert (await t.bot.send_message(to, "x")).chat.type == "supergroup"
    await t.do("kick", chat=to)
    await refused(TelegramForbiddenError, t.bot.send_message(to, "x"), "bot was kicked from the supergroup chat")
    assert await t.bot.leave_chat(FORUM)
    await refused(TelegramForbiddenError, t.bot.send_message(FORUM, "x"), "bot is not a member of the supergroup chat")


@scene
async def nothing_unpublished_was_called_until_here(t):
    async with t.http.get(f"{URL}/sandbox/violations") as answer:
        assert (await answer.json())["violations"] == []


@scene
async def what_is_not_published_is_refused(t):
    async with t.http.post(f"{URL}/bot{TOKEN}/sendMessage", json={"chat_id": ANNA, "text": "x", "colour": 1}) as answer:
        assert answer.status == 400 and "colour" in (await answer.json())["description"]
    await refused(TelegramBadRequest, t.bot.send_message(ANNA, "x" * 4097), "message is too long")
    await refused(TelegramBadRequest, t.bot.send_message(ANNA, "<b>x", parse_mode="HTML"), "can't parse entities")
    await refused(TelegramBadRequest, t.bot.send_message(ANNA, "x", reply_markup=buttons("x" * 65)), "BUTTON_DATA_INVALID")
    async with t.http.get(f"{URL}/bot{TOKEN}/sendMassage") as answer:
        assert answer.status == 404
    stranger = Bot(token="1:" + "x" * 35, session=t.bot.session)
    await refused(Exception, stranger.get_me(), "Unauthorized")
    async with t.http.get(f"{URL}/sandbox/violations") as answer:
        assert len((await answer.json())["violations"]) == 5
    await t.do("clear_violations")


@scene
async def every_published_parameter_is_known(t):
    """Sends each parameter that aiogram knows, alone; only its value or its loneliness may be complained about."""
    missing = []
    for name in aiogram.methods.__all__:
        kind = getattr(aiogram.methods, name)
        method = getattr(kind, "__api_method__", None)
        if not method or not await t.offers(method):
            continue
        for field, about in kind.model_fields.items():
            if (about.json_schema_extra or {}).get("deprecated"):
                continue
            async with t.http.post(f"{URL}/bot{TOKEN}/{method}", json={field: []}) as answer:
                if "unknown parameter" in (await answer.json()).get("description", ""):
                    missing.append(f"{method}.{field}")
    await t.bot.delete_webhook()
    await t.do("clear_violations")
    assert not missing, missing


@scene
async def it_closes(t):
    assert await t.bot.close()
    assert await t.bot.log_out()


async def main():
    session = AiohttpSession(api=TelegramAPIServer.from_base(URL))
    async with aiohttp.ClientSession() as http, Bot(token=TOKEN, session=session) as bot:
        check = Check(bot, http)
        await check.do("clear_violations")
        for user, name in ((ANNA, "Anna"), (BORA, "Bora"), (CHEA, "Chea")):
            await check.do("add_person", person={"id": user, "first_name": name, "language_code": "km"})
        await check.do("add_group", group={"id": UNIT, "title": "Unit", "members": [ANNA]})
        await check.do("add_group", group={"id": FORUM, "title": "Forum", "kind": "supergroup", "forum": True, "members": [ANNA]})
        for each in SCENES:
            await check.run(each)
    print(f"aiogram: {check.passed} passed, {check.failed} failed")
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
