//! The page and the controls beside the Bot API.

use super::*;

#[tokio::test]
async fn the_page_and_the_controls_answer_only_this_machine() {
    let bot = bot().await;
    let page = bot.http.get(bot.sandbox.url()).send().await.expect("an answer");
    assert_eq!(page.status(), 200);
    assert!(page.headers()["content-security-policy"].to_str().expect("ASCII").starts_with("default-src 'self'"));
    let foreign = bot
        .http
        .get(format!("{}/sandbox/state", bot.sandbox.url()))
        .header("host", "evil.example")
        .send()
        .await
        .expect("an answer");
    assert_eq!(foreign.status(), 403);
    let act = format!("{}/sandbox/act", bot.sandbox.url());
    let form = bot.http.post(&act).body("{}").header("content-type", "text/plain").send().await.expect("an answer");
    assert_eq!(form.status(), 403);
    let said: Value = bot
        .http
        .post(&act)
        .json(&json!({ "user": SOK, "chat": SOK, "do": "say", "text": "hello" }))
        .send()
        .await
        .expect("an answer")
        .json()
        .await
        .expect("JSON");
    assert_eq!(said["ok"], json!(true));
    let odd: Value = bot
        .http
        .post(&act)
        .json(&json!({ "user": SOK, "chat": 5, "do": "say", "text": "x" }))
        .send()
        .await
        .expect("an answer")
        .json()
        .await
        .expect("JSON");
    assert_eq!(odd, json!({ "ok": false, "why": "there is no chat 5" }));
    let state: Value = bot
        .http
        .get(format!("{}/sandbox/state", bot.sandbox.url()))
        .send()
        .await
        .expect("an answer")
        .json()
        .await
        .expect("JSON");
    assert_eq!(state["chats"][0]["messages"][0]["text"], "hello");
    assert_eq!((&state["chats"][2]["kind"], &state["page"]), (&json!("group"), &json!({ "phones": [] })));
}

#[tokio::test]
async fn the_page_is_told_what_happens() {
    let bot = bot().await;
    let mut stream = bot.http.get(format!("{}/sandbox/events", bot.sandbox.url())).send().await.expect("an answer");
    assert_eq!(stream.headers()["content-type"], "text/event-stream");
    let mut events = bot.sandbox.events();
    let id = bot.sent("hello").await;
    assert_eq!(events.recv().await.expect("an event").text(), "/start");
    let event = events.recv().await.expect("an event");
    assert_eq!((event.kind, event.chat, event.message_id, event.text().as_str()), ("message", SOK, id, "hello"));
    let mut seen = String::new();
    while !seen.contains("\"text\":\"hello\"") {
        seen.push_str(&String::from_utf8_lossy(&stream.chunk().await.expect("alive").expect("more")));
    }
    assert!(seen.contains("event: message\ndata: {\"chat\":1001,\"message\":{"), "{seen}");
}

#[tokio::test]
async fn the_world_can_be_changed_over_http() {
    let bot = bot().await;
    let post = async |path: &str, body: Value| -> Value {
        let answer = bot.http.post(format!("{}/sandbox/{path}", bot.sandbox.url())).json(&body).send();
        answer.await.expect("an answer").json().await.expect("JSON")
    };
    assert_eq!(post("do", json!({ "do": "migrate", "chat": SOK })).await["ok"], json!(false));
    let to = post("do", json!({ "do": "migrate", "chat": GROUP })).await["chat"].as_i64().expect("an id");
    assert_eq!(bot.sandbox.messages(to)[0]["migrate_from_chat_id"], json!(GROUP));
    let fault =
        json!({ "method": "getMe", "fault": { "error": { "code": 503, "description": "Service Unavailable" } } });
    assert_eq!(post("faults", fault).await, json!({ "ok": true }));
    assert_eq!(bot.refused("getMe", json!({})).await.0, 503);
    bot.call("getMe", json!({})).await;
    post("act", json!({ "user": SOK, "chat": SOK, "do": "sticker", "emoji": "🙏" })).await;
    assert_eq!(bot.sandbox.last_message(SOK).expect("a message")["sticker"]["emoji"], "🙏");
    post("do", json!({ "do": "delete_group", "chat": to })).await;
    let (code, why) = bot.refused("sendMessage", json!({ "chat_id": to, "text": "x" })).await;
    assert_eq!((code, why.as_str()), (403, "Forbidden: the group chat was deleted"));
}

#[tokio::test]
async fn a_stopped_sandbox_answers_nothing() {
    let bot = bot().await;
    bot.call("getMe", json!({})).await;
    bot.sandbox.stop();
    assert!(bot.http.get(format!("{}/bot{TOKEN}/getMe", bot.sandbox.url())).send().await.is_err());
}

#[tokio::test]
async fn moved_time_reaches_followers_messages_and_the_page() {
    let bot = bot().await;
    let before = bot.sent("before").await;
    let (told, heard) = std::sync::mpsc::channel();
    bot.sandbox.on_advance(move |seconds| {
        let _ = told.send(seconds);
    });
    let mut events = bot.sandbox.events();
    let post = async |body: Value| -> Value {
        let answer = bot.http.post(format!("{}/sandbox/do", bot.sandbox.url())).json(&body).send();
        answer.await.expect("an answer").json().await.expect("JSON")
    };
    assert_eq!(post(json!({ "do": "advance_clock_seconds", "seconds": 7200 })).await["ok"], json!(true));
    assert_eq!(heard.try_recv(), Ok(7200), "before the answer");
    let event = events.recv().await.expect("an event");
    let state: Value = bot
        .http
        .get(format!("{}/sandbox/state", bot.sandbox.url()))
        .send()
        .await
        .expect("an answer")
        .json()
        .await
        .expect("JSON");
    let (then, now) = (event.value()["now"].as_i64().expect("a moment"), state["now"].as_i64().expect("a moment"));
    assert!(event.kind == "time" && (then..then + 60_000).contains(&now), "{then} {now}");
    let after = bot.call("sendMessage", json!({ "chat_id": SOK, "text": "after" })).await;
    let earlier = bot.sandbox.messages(SOK).into_iter().find(|m| m["message_id"] == before).expect("the first");
    assert!(after["date"].as_i64() >= earlier["date"].as_i64().map(|date| date + 7200));
    for back in [-1, i64::MAX] {
        assert_eq!(post(json!({ "do": "advance_clock_seconds", "seconds": back })).await["ok"], json!(false));
    }
    assert!(heard.try_recv().is_err());
}

#[tokio::test]
async fn a_link_is_opened_over_http() {
    let bot = bot().await;
    let open = async |url: &str| -> Value {
        let body = json!({ "user": MEI, "do": "open_link", "url": url });
        let answer = bot.http.post(format!("{}/sandbox/act", bot.sandbox.url())).json(&body).send();
        answer.await.expect("an answer").json().await.expect("JSON")
    };
    let opened = open("https://t.me/test_of_bot?start=p").await;
    assert_eq!((&opened["ok"], &opened["chat"]), (&json!(true), &json!(MEI)));
    assert_eq!(bot.sandbox.last_message(MEI).expect("a message")["message_id"], opened["message_id"]);
    assert_eq!(open("https://example.org/").await["ok"], json!(false));
}
