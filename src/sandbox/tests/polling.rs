//! `getUpdates`: offsets, waiting, conflicts.

use super::*;

#[tokio::test]
async fn updates_come_again_until_a_higher_offset_confirms_them() {
    let bot = bot().await;
    for text in ["a", "b", "c"] {
        bot.sandbox.say(SOK, SOK, text);
    }
    let first = bot.updates(0).await;
    assert_eq!(texts(&first), ["a", "b", "c"]);
    assert_eq!(texts(&bot.updates(0).await), ["a", "b", "c"]);
    let second = first[1]["update_id"].as_i64().expect("an id");
    assert_eq!(texts(&bot.updates(second).await), ["b", "c"]);
    assert_eq!((bot.sandbox.confirmed_offset(), bot.sandbox.pending_updates()), (second, 2));
    assert_eq!(texts(&bot.updates(-1).await), ["c"]);
    assert_eq!(bot.updates(second + 2).await, Vec::<Value>::new());
    assert_eq!(bot.sandbox.update_ids_given(), second - 1..second + 2);
    bot.blameless();
}

#[tokio::test]
async fn a_long_poll_wakes_when_something_comes() {
    let bot = bot().await;
    let poll = bot.call("getUpdates", json!({ "timeout": 30 }));
    let say = async {
        while bot.sandbox.calls("getUpdates") == 0 {
            tokio::task::yield_now().await;
        }
        bot.sandbox.say(SOK, SOK, "wake");
    };
    let (got, ()) = tokio::time::timeout(Duration::from_secs(10), async { tokio::join!(poll, say) })
        .await
        .expect("well before the 30 s");
    assert_eq!(got[0]["message"]["text"], "wake");
}

#[tokio::test]
async fn the_older_of_two_polls_ends_with_a_conflict() {
    let bot = bot().await;
    let older = bot.refused("getUpdates", json!({ "timeout": 30 }));
    let newer = async {
        while bot.sandbox.calls("getUpdates") == 0 {
            tokio::task::yield_now().await;
        }
        bot.updates(0).await
    };
    let ((code, why), _) = tokio::join!(older, newer);
    assert_eq!(code, 409);
    assert_eq!(
        why,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    );
}

#[tokio::test]
async fn a_webhook_excludes_polling() {
    let bot = bot().await;
    bot.call(
        "setWebhook",
        json!({ "url": "https://example.org/hook", "allowed_updates": ["message"], "secret_token": "a_b-1" }),
    )
    .await;
    assert_eq!(bot.refused("getUpdates", json!({})).await.0, 409);
    let info = bot.call("getWebhookInfo", json!({})).await;
    assert_eq!((&info["url"], &info["allowed_updates"]), (&json!("https://example.org/hook"), &json!(["message"])));
    bot.call("deleteWebhook", json!({ "drop_pending_updates": true })).await;
    assert_eq!(bot.updates(0).await, Vec::<Value>::new());
}

#[tokio::test]
async fn allowed_updates_choose_the_kinds() {
    let bot = bot().await;
    bot.call("getUpdates", json!({ "allowed_updates": ["callback_query"] })).await;
    bot.sandbox.say(SOK, SOK, "unheard");
    let raw = bot.sandbox.raw_update(json!({ "some_future_kind": { "a": 1 } }));
    assert_eq!(bot.updates(0).await, [json!({ "update_id": raw, "some_future_kind": { "a": 1 } })]);
}
