//! What people and groups do, and what the bot sees of it.

use super::*;

#[tokio::test]
async fn a_pressed_button_is_a_callback_query_with_its_message() {
    let bot = bot().await;
    bot.sandbox.say(SOK, SOK, "/start");
    let keyboard = json!({ "inline_keyboard": [[{ "text": "Yes", "callback_data": "yes" }]] });
    let sent = bot.call("sendMessage", json!({ "chat_id": SOK, "text": "Well?", "reply_markup": keyboard })).await;
    let id = sent["message_id"].as_i64().expect("an id");
    assert_eq!(sent["reply_markup"], keyboard);
    assert!(bot.sandbox.press(SOK, SOK, id, "no").is_err());
    let query = bot.sandbox.press(SOK, SOK, id, "yes").expect("the button exists");
    let update = bot.updates(0).await.pop().expect("an update");
    let pressed = &update["callback_query"];
    assert_eq!(
        (&pressed["id"], &pressed["data"], &pressed["message"]["text"]),
        (&json!(query), &json!("yes"), &json!("Well?"))
    );
    assert!(pressed["chat_instance"].is_string() && pressed["from"]["id"] == SOK);
    bot.call("answerCallbackQuery", json!({ "callback_query_id": query, "text": "ok" })).await;
    bot.blameless();
}

#[tokio::test]
async fn a_query_older_than_its_lifetime_cannot_be_answered() {
    let bot = bot().await;
    let id = bot.sent("x").await;
    let query = bot.sandbox.press_forged(SOK, SOK, id, "forged");
    bot.sandbox.advance_clock(151);
    let old = "query is too old and response timeout expired or query ID is invalid";
    assert_eq!(bot.bad("answerCallbackQuery", json!({ "callback_query_id": query })).await, old);
    assert_eq!(bot.bad("answerCallbackQuery", json!({ "callback_query_id": "17" })).await, old);
    assert!(bot.updates(0).await.iter().all(|u| u["callback_query"].is_null()), "nor is it delivered any more");
    bot.blameless();
}

#[tokio::test]
async fn a_bot_reaches_only_those_who_let_it() {
    let bot = bot().await;
    let message = json!({ "chat_id": MEI, "text": "x" });
    assert_eq!(
        bot.refused("sendMessage", message.clone()).await,
        (403, "Forbidden: bot can't initiate conversation with a user".into())
    );
    bot.sandbox.say(MEI, MEI, "/start");
    bot.call("sendMessage", message.clone()).await;
    bot.sandbox.block(MEI);
    assert_eq!(
        bot.refused("sendMessage", message.clone()).await,
        (403, "Forbidden: bot was blocked by the user".into())
    );
    let update = bot.updates(0).await.pop().expect("an update");
    assert_eq!(update["my_chat_member"]["new_chat_member"]["status"], "kicked");
    bot.sandbox.unblock(MEI);
    bot.call("sendMessage", message).await;
    bot.sandbox.remove_bot(GROUP);
    assert_eq!(
        bot.refused("sendMessage", json!({ "chat_id": GROUP, "text": "x" })).await,
        (403, "Forbidden: bot was kicked from the group chat".into())
    );
    assert_eq!(bot.bad("sendMessage", json!({ "chat_id": 77, "text": "x" })).await, "chat not found");
    bot.blameless();
}

#[tokio::test]
async fn a_group_that_grew_is_found_under_its_new_id() {
    let bot = bot().await;
    let to = bot.sandbox.migrate(GROUP);
    let (status, answer) = bot.envelope("sendMessage", json!({ "chat_id": GROUP, "text": "x" })).await;
    assert_eq!(status, 400);
    assert_eq!(answer["description"], "Bad Request: group chat was upgraded to a supergroup chat");
    assert_eq!(answer["parameters"]["migrate_to_chat_id"], json!(to));
    let updates = bot.updates(0).await;
    assert_eq!(
        (&updates[0]["message"]["migrate_to_chat_id"], &updates[1]["message"]["migrate_from_chat_id"]),
        (&json!(to), &json!(GROUP))
    );
    let sent = bot.call("sendMessage", json!({ "chat_id": to, "text": "x" })).await;
    assert_eq!(sent["chat"]["type"], "supergroup");
    bot.blameless();
}

#[tokio::test]
async fn topics_come_and_go() {
    let bot = bot().await;
    let thread = bot.sandbox.create_topic(FORUM, "Alerts");
    let sent = bot.call("sendMessage", json!({ "chat_id": FORUM, "message_thread_id": thread, "text": "x" })).await;
    assert_eq!(
        (&sent["message_thread_id"], &sent["is_topic_message"], &sent["chat"]["is_forum"]),
        (&json!(thread), &json!(true), &json!(true))
    );
    bot.sandbox.delete_topic(FORUM, thread);
    let again = json!({ "chat_id": FORUM, "message_thread_id": thread, "text": "x" });
    assert_eq!(bot.bad("sendMessage", again).await, "message thread not found");
    bot.call("sendMessage", json!({ "chat_id": FORUM, "text": "x" })).await;
    bot.blameless();
}

#[tokio::test]
async fn privacy_mode_lets_a_member_hear_commands_and_replies() {
    let bot = bot().await;
    bot.sandbox.say(SOK, GROUP, "chatter");
    bot.sandbox.say(SOK, GROUP, "/help@another_bot");
    bot.sandbox.say(SOK, GROUP, "/help@Test_of_Bot");
    bot.sandbox.say(SOK, GROUP, "/help");
    let sent =
        bot.call("sendMessage", json!({ "chat_id": GROUP, "text": "x" })).await["message_id"].as_i64().expect("an id");
    bot.sandbox.post(SOK, GROUP, Post::reply(sent, "thanks"));
    bot.sandbox.say(SOK, FORUM, "an administrator hears all");
    let updates = bot.updates(0).await;
    assert_eq!(texts(&updates), ["/help@Test_of_Bot", "/help", "thanks", "an administrator hears all"]);
    assert_eq!(updates[2]["message"]["reply_to_message"]["message_id"], json!(sent));
}

#[tokio::test]
async fn people_can_send_every_kind_of_thing() {
    let bot = bot().await;
    let nothing = || b"x".to_vec();
    let kinds = [
        (Content::Location { latitude: 11.5, longitude: 104.9 }, "location"),
        (
            Content::Venue { latitude: 11.5, longitude: 104.9, title: "Market".into(), address: "Street 1".into() },
            "venue",
        ),
        (
            Content::Contact { phone_number: "85500000000".into(), first_name: "Sok".into(), user_id: Some(SOK) },
            "contact",
        ),
        (Content::Photo(picture(4, 3, 9)), "photo"),
        (Content::Sticker("👍".into()), "sticker"),
        (Content::Voice(nothing()), "voice"),
        (Content::Audio(nothing()), "audio"),
        (Content::Video(nothing()), "video"),
        (Content::VideoNote(nothing()), "video_note"),
        (Content::Animation(nothing()), "animation"),
        (Content::Dice(6), "dice"),
        (Content::Poll("Which?".into()), "poll"),
    ];
    for (content, field) in kinds {
        bot.sandbox.post(SOK, SOK, content);
        let update = bot.updates(-1).await.pop().expect("an update");
        assert!(!update["message"][field].is_null(), "{field}: {update}");
    }
    let album = bot.sandbox.post(SOK, SOK, Post::photo(picture(4, 3, 9), Some("two")).in_album("7"));
    bot.sandbox.edit(SOK, SOK, album, "three");
    let update = bot.updates(-1).await.pop().expect("an update");
    assert_eq!(
        (&update["edited_message"]["caption"], &update["edited_message"]["media_group_id"]),
        (&json!("three"), &json!("7"))
    );
    bot.blameless();
}

#[tokio::test]
async fn a_long_text_arrives_as_several_messages() {
    let bot = bot().await;
    bot.sandbox.say(SOK, SOK, &"😀".repeat(2049));
    let lengths: Vec<usize> = texts(&bot.updates(0).await).iter().map(|t| t.encode_utf16().count()).collect();
    assert_eq!(lengths, [4096, 2]);
}

#[tokio::test]
async fn a_reply_goes_to_the_topic_of_what_it_answers() {
    let bot = bot().await;
    let thread = bot.sandbox.create_topic(FORUM, "Alerts");
    let said = bot.sandbox.post(SOK, FORUM, Post::from(Content::Text("seen".into())).in_topic(thread));
    let reply = json!({ "chat_id": FORUM, "text": "thanks", "reply_parameters": { "message_id": said } });
    assert_eq!(bot.call("sendMessage", reply).await["message_thread_id"], json!(thread));
}

#[tokio::test]
async fn a_link_to_the_bot_opened_by_another_person_starts_it_with_the_payload() {
    let bot = bot().await;
    let link = "https://t.me/test_of_bot?start=inv_A-1";
    let sent = bot.sent(&format!("Join: {link}.")).await;
    let shown = bot.sandbox.last_message(SOK).expect("a message");
    assert_eq!((&shown["message_id"], &shown["entities"][0]["type"]), (&json!(sent), &json!("url")));
    assert_eq!(shown["entities"][0]["length"], json!(link.len()));
    let opened = bot.sandbox.open_link(MEI, link);
    let update = bot.updates(0).await.pop().expect("an update");
    let message = &update["message"];
    assert_eq!((&message["message_id"], &message["text"]), (&json!(opened), &json!("/start inv_A-1")));
    assert_eq!((&message["from"]["id"], &message["chat"]["id"]), (&json!(MEI), &json!(MEI)));
    assert_eq!(message["entities"], json!([{ "type": "bot_command", "offset": 0, "length": 6 }]));
    bot.call("sendMessage", json!({ "chat_id": MEI, "text": "welcome" })).await;
    bot.sandbox.block(MEI);
    bot.sandbox.open_link(MEI, "https://t.me/test_of_bot");
    bot.call("sendMessage", json!({ "chat_id": MEI, "text": "again" })).await;
    bot.blameless();
}

#[tokio::test]
async fn a_person_deletes_messages_and_the_bot_is_not_told() {
    let bot = bot().await;
    let of_bot = bot.sent("one").await;
    let own = bot.sandbox.say(SOK, SOK, "two");
    let told = bot.updates(0).await.len();
    bot.sandbox.delete(SOK, SOK, of_bot);
    bot.sandbox.delete(SOK, SOK, own);
    assert_eq!((bot.sandbox.messages(SOK).len(), bot.updates(0).await.len()), (1, told));
    let edit = json!({ "chat_id": SOK, "message_id": of_bot, "text": "x" });
    assert_eq!(bot.bad("editMessageText", edit).await, "message to edit not found");
    let in_group = bot.sandbox.say(MEI, GROUP, "three");
    let url = format!("{}/sandbox/act", bot.sandbox.url());
    let what = json!({ "user": SOK, "chat": GROUP, "do": "delete", "message_id": in_group });
    let answer: Value = bot.http.post(url).json(&what).send().await.expect("an answer").json().await.expect("JSON");
    assert_eq!(answer["ok"], json!(false), "only Mei may");
    bot.blameless();
}
