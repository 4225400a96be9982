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
