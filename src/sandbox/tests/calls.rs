//! What the bot may send, edit and delete, and what it is refused.

use super::*;

#[tokio::test]
async fn an_edit_changes_something_or_is_refused() {
    let bot = bot().await;
    let id = bot.sent("one").await;
    let edited = bot.call("editMessageText", json!({ "chat_id": SOK, "message_id": id, "text": "two" })).await;
    assert!(edited["text"] == "two" && edited["edit_date"].is_i64());
    let why = bot.bad("editMessageText", json!({ "chat_id": SOK, "message_id": id, "text": "two" })).await;
    assert!(why.starts_with("message is not modified"), "{why}");
    assert_eq!(
        bot.bad("editMessageText", json!({ "chat_id": SOK, "message_id": 999, "text": "x" })).await,
        "message to edit not found"
    );
    let theirs = bot.sandbox.say(SOK, SOK, "mine");
    assert_eq!(
        bot.bad("editMessageText", json!({ "chat_id": SOK, "message_id": theirs, "text": "x" })).await,
        "message can't be edited"
    );
    let caption = json!({ "chat_id": SOK, "message_id": id, "caption": "x" });
    assert_eq!(bot.bad("editMessageCaption", caption).await, "there is no caption in the message to edit");
    bot.call("editMessageReplyMarkup", json!({ "chat_id": SOK, "message_id": id, "reply_markup": { "inline_keyboard": [[{ "text": "a", "callback_data": "b" }]] } })).await;
    bot.call("editMessageReplyMarkup", json!({ "chat_id": SOK, "message_id": id })).await;
    bot.blameless();
}

#[tokio::test]
async fn a_message_with_a_reply_keyboard_cannot_be_edited_and_shows_it_only_on_phones() {
    let bot = bot().await;
    bot.sandbox.say(SOK, SOK, "/start");
    let keyboard = json!({ "keyboard": [[{ "text": "Share", "request_location": true }]], "resize_keyboard": true });
    let sent = bot.call("sendMessage", json!({ "chat_id": SOK, "text": "Where?", "reply_markup": keyboard })).await;
    assert!(sent["reply_markup"].is_null());
    assert_eq!(bot.sandbox.last_message(SOK).expect("a message")["reply_markup"], keyboard);
    let edit = json!({ "chat_id": SOK, "message_id": sent["message_id"], "text": "x" });
    assert_eq!(bot.bad("editMessageText", edit).await, "message can't be edited");
    let in_group = json!({ "chat_id": GROUP, "text": "Where?", "reply_markup": keyboard });
    assert_eq!(bot.bad("sendMessage", in_group).await, "location can be requested in private chats only");
}

#[tokio::test]
async fn messages_are_deleted_within_two_days() {
    let bot = bot().await;
    let id = bot.sent("x").await;
    let other = bot.sent("y").await;
    bot.call("deleteMessage", json!({ "chat_id": SOK, "message_id": id })).await;
    assert_eq!(
        bot.bad("deleteMessage", json!({ "chat_id": SOK, "message_id": id })).await,
        "message to delete not found"
    );
    bot.sandbox.advance_clock(48 * 3600);
    assert_eq!(
        bot.bad("deleteMessage", json!({ "chat_id": SOK, "message_id": other })).await,
        "message can't be deleted for everyone"
    );
    bot.call("editMessageText", json!({ "chat_id": SOK, "message_id": other, "text": "still editable" })).await;
    bot.blameless();
}

#[tokio::test]
async fn up_to_a_hundred_messages_of_both_sides_are_deleted_at_once() {
    let bot = bot().await;
    let own = bot.sent("x").await;
    let theirs = bot.sandbox.say(SOK, SOK, "AB1234567");
    let mut events = bot.sandbox.events();
    bot.call("deleteMessages", json!({ "chat_id": SOK, "message_ids": [own, theirs, 999_999] })).await;
    for id in [own, theirs] {
        let event = events.recv().await.expect("an event");
        assert_eq!((event.kind, event.chat, event.message_id), ("deleted", SOK, id));
    }
    assert_eq!(bot.sandbox.messages(SOK).len(), 1, "only /start is left");
    let in_group = bot.sandbox.say(SOK, GROUP, "/x");
    bot.blameless();
    let not_admin = json!({ "chat_id": GROUP, "message_ids": [in_group] });
    assert_eq!(bot.bad("deleteMessages", not_admin).await, "message can't be deleted");
    let die = bot.sandbox.post(SOK, SOK, Content::Dice(6));
    let die = json!({ "chat_id": SOK, "message_id": die });
    assert_eq!(bot.bad("deleteMessage", die.clone()).await, "message can't be deleted for everyone");
    bot.sandbox.advance_clock(24 * 3600);
    bot.call("deleteMessage", die).await;
    bot.blameless();
    for ids in [Vec::new(), (0..101).collect::<Vec<i64>>()] {
        bot.bad("deleteMessages", json!({ "chat_id": SOK, "message_ids": ids })).await;
    }
    assert_eq!(bot.sandbox.violations().len(), 2);
}

#[tokio::test]
async fn the_published_pace_is_enforced_when_asked_for() {
    let bot = bot().await;
    bot.sent("one").await;
    bot.sandbox.set_pace(Pace::Published);
    for _ in 0..3 {
        bot.call("sendMessage", json!({ "chat_id": SOK, "text": "x" })).await;
    }
    let (status, answer) = bot.envelope("sendMessage", json!({ "chat_id": SOK, "text": "x" })).await;
    assert_eq!(status, 429);
    let wait = answer["parameters"]["retry_after"].as_i64().expect("seconds");
    assert_eq!(answer["description"], json!(format!("Too Many Requests: retry after {wait}")));
    bot.sandbox.advance_clock(wait);
    bot.call("sendMessage", json!({ "chat_id": SOK, "text": "x" })).await;
    bot.blameless();
}

#[tokio::test]
async fn faults_strike_as_ordered() {
    let bot = bot().await;
    bot.sandbox.say(SOK, SOK, "/start");
    let url = format!("{}/bot{TOKEN}/sendMessage", bot.sandbox.url());
    let send = |text: &str| bot.http.post(&url).json(&json!({ "chat_id": SOK, "text": text })).send();
    bot.sandbox.faults().next(
        "SendMessage",
        1,
        Fault::Error { code: 502, description: "Bad Gateway".into(), retry_after: None },
    );
    assert_eq!(send("lost").await.expect("an answer").status(), 502);
    bot.sandbox.faults().next("*", 1, Fault::Reset);
    assert!(send("lost too").await.is_err());
    bot.sandbox.faults().next("sendMessage", 1, Fault::AcceptThenDrop);
    assert!(send("arrived").await.is_err());
    bot.sandbox.faults().next("sendMessage", 1, Fault::Delay(1));
    assert!(send("late").await.is_ok());
    let shown: Vec<Value> = bot.sandbox.messages(SOK).into_iter().map(|mut m| m["text"].take()).collect();
    assert_eq!(shown, ["/start", "arrived", "late"]);
    bot.blameless();
}

#[tokio::test]
async fn texts_are_measured_in_utf16_after_parsing() {
    let bot = bot().await;
    bot.sent("x").await;
    let send = |text: String| json!({ "chat_id": SOK, "text": text, "parse_mode": "HTML" });
    bot.call("sendMessage", send(format!("<b>{}</b>", "a".repeat(4096)))).await;
    bot.call("sendMessage", send("😀".repeat(2048))).await;
    bot.blameless();
    assert_eq!(bot.bad("sendMessage", send("😀".repeat(2049))).await, "message is too long");
    assert_eq!(bot.bad("sendMessage", send(" <b> </b>".into())).await, "message text is empty");
    assert_eq!(
        bot.bad("sendMessage", send("<b>x".into())).await,
        "can't parse entities: Can't find end tag corresponding to start tag \"b\""
    );
    assert_eq!(bot.sandbox.violations().len(), 3);
}

#[tokio::test]
async fn html_becomes_entities_and_commands_are_found() {
    let bot = bot().await;
    bot.sent("x").await;
    let sent = bot.call("sendMessage", json!({ "chat_id": SOK, "text": "<b>ខ</b> /help", "parse_mode": "HTML" })).await;
    assert_eq!(sent["text"], "ខ /help");
    let found =
        json!([{ "type": "bold", "offset": 0, "length": 1 }, { "type": "bot_command", "offset": 2, "length": 5 }]);
    assert_eq!(sent["entities"], found);
}

#[tokio::test]
async fn what_is_not_published_is_a_violation() {
    let bot = bot().await;
    bot.sent("x").await;
    bot.blameless();
    assert_eq!(bot.refused("sendMassage", json!({})).await, (404, "Not Found".into()));
    assert_eq!(
        bot.bad("sendMessage", json!({ "chat_id": SOK, "text": "x", "colour": "red" })).await,
        "unknown parameter \"colour\""
    );
    assert_eq!(bot.bad("sendMessage", json!({ "chat_id": SOK })).await, "message text is empty");
    let keyboard = json!({ "inline_keyboard": [[{ "text": "a", "callback_data": "x".repeat(65) }]] });
    assert_eq!(
        bot.bad("sendMessage", json!({ "chat_id": SOK, "text": "x", "reply_markup": keyboard })).await,
        "BUTTON_DATA_INVALID"
    );
    assert_eq!(bot.sandbox.violations().len(), 4);
    let stranger = bot.http.get(format!("{}/bot1:wrong/getMe", bot.sandbox.url())).send().await.expect("an answer");
    assert_eq!(stranger.status(), 401);
}

#[tokio::test]
async fn files_go_both_ways() {
    let bot = bot().await;
    bot.sent("x").await;
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0, 0, 2, 0, 0, 0, 1, 0]);
    let photo = reqwest::multipart::Part::bytes(png.clone()).file_name("a.png");
    let form = reqwest::multipart::Form::new()
        .text("chat_id", SOK.to_string())
        .text("photo", "attach://p")
        .text("caption", "<i>c</i>")
        .text("parse_mode", "HTML")
        .part("p", photo);
    let answer = bot
        .http
        .post(format!("{}/bot{TOKEN}/SendPhoto", bot.sandbox.url()))
        .multipart(form)
        .send()
        .await
        .expect("an answer");
    let sent: Value = answer.json().await.expect("JSON");
    let sizes = sent["result"]["photo"].as_array().expect("sizes").clone();
    assert_eq!((&sizes[1]["width"], &sent["result"]["caption"]), (&json!(512), &json!("c")));
    let again = bot.call("sendPhoto", json!({ "chat_id": SOK, "photo": sizes[1]["file_id"] })).await;
    assert_eq!(again["photo"][1]["file_id"], sizes[1]["file_id"]);

    bot.sandbox.post(SOK, SOK, Post::document("rooms.csv", "text/csv", b"room,name".to_vec()));
    let update = bot.updates(0).await.pop().expect("an update");
    let document = &update["message"]["document"];
    assert_eq!((&document["file_name"], &document["mime_type"]), (&json!("rooms.csv"), &json!("text/csv")));
    let file = bot.call("getFile", json!({ "file_id": document["file_id"] })).await;
    let path = file["file_path"].as_str().expect("a path");
    for path in [path.to_owned(), path.replace('/', "%2F")] {
        let bytes = bot
            .http
            .get(format!("{}/file/bot{TOKEN}/{path}", bot.sandbox.url()))
            .send()
            .await
            .expect("an answer")
            .bytes()
            .await
            .expect("bytes");
        assert_eq!(&bytes[..], b"room,name");
    }
    bot.blameless();
    let wrong = json!({ "chat_id": SOK, "photo": document["file_id"] });
    assert_eq!(bot.bad("sendPhoto", wrong).await, "can't use file of type Document as Photo");
}

#[tokio::test]
async fn a_document_keeps_its_name_and_its_type_is_read_off_it() {
    let bot = bot().await;
    bot.sent("x").await;
    let sheet = reqwest::multipart::Part::bytes(b"PK".to_vec()).file_name("ភ្ញៀវ 11.xlsx");
    let keyboard = json!({ "inline_keyboard": [[{ "text": "OK", "callback_data": "ok" }]] });
    let form = reqwest::multipart::Form::new()
        .text("chat_id", SOK.to_string())
        .text("caption", "<b>Guests</b>")
        .text("parse_mode", "HTML")
        .text("reply_markup", keyboard.to_string())
        .part("document", sheet);
    let url = format!("{}/bot{TOKEN}/sendDocument", bot.sandbox.url());
    let answer: Value = bot.http.post(url).multipart(form).send().await.expect("an answer").json().await.expect("JSON");
    let sent = &answer["result"];
    let document = &sent["document"];
    assert_eq!((&document["file_name"], &document["file_size"]), (&json!("ភ្ញៀវ 11.xlsx"), &json!(2)));
    assert!(document["mime_type"].as_str().expect("a type").ends_with("spreadsheetml.sheet"));
    assert_eq!((&sent["caption"], &sent["reply_markup"]), (&json!("Guests"), &keyboard));
    assert_eq!(sent["caption_entities"][0]["type"], "bold");
    bot.blameless();
    let id = document["file_id"].as_str().expect("an id");
    let got = bot.http.get(format!("{}/sandbox/file/{id}", bot.sandbox.url())).send().await.expect("an answer");
    assert_eq!(got.headers()["content-type"], "application/octet-stream");
    let kept = got.headers()["content-disposition"].to_str().expect("ASCII").to_owned();
    assert!(kept.starts_with("attachment; filename*=UTF-8''%E1") && kept.ends_with("%2011.xlsx"), "{kept}");
    assert_eq!(&got.bytes().await.expect("bytes")[..], b"PK");
}

#[tokio::test]
async fn commands_are_kept_by_scope_and_language() {
    let bot = bot().await;
    let named = |name: &str| json!([{ "command": name, "description": "x" }]);
    bot.call("setMyCommands", json!({ "commands": named("start") })).await;
    bot.call("setMyCommands", json!({ "commands": named("km"), "language_code": "km" })).await;
    bot.call("setMyCommands", json!({ "commands": named("mei"), "scope": { "type": "chat", "chat_id": MEI } })).await;
    assert_eq!((bot.sandbox.commands_of(SOK), bot.sandbox.commands_of(MEI)), (named("km"), named("mei")));
    assert_eq!(bot.call("getMyCommands", json!({})).await, named("start"));
    bot.call("deleteMyCommands", json!({ "language_code": "km" })).await;
    assert_eq!(bot.sandbox.commands_of(SOK), named("start"));
    bot.blameless();
    assert_eq!(bot.bad("setMyCommands", json!({ "commands": named("Start") })).await, "BOT_COMMAND_INVALID");
    assert_eq!(
        bot.bad("setMyCommands", json!({ "commands": [], "language_code": "khm" })).await,
        "invalid language code specified"
    );
}
