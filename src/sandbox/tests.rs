//! The sandbox held to the published Bot API, through a real HTTP client.

mod calls;
mod controls;
mod files;
mod people;
mod polling;

use std::time::Duration;

use serde_json::{Value, json};

use super::{BotUser, Content, Fault, Group, GroupKind, Pace, Person, Post, Sandbox, Specimen, World};

const TOKEN: &str = "1234567:TEST-token_0";
const SOK: i64 = 1001;
const MEI: i64 = 1002;
const GROUP: i64 = -5001;
const FORUM: i64 = -1_009_000_001;

struct Bot {
    sandbox: Sandbox,
    http: reqwest::Client,
}

fn world() -> World {
    let person = |id, name: &str, language: &str| Person {
        id,
        first_name: name.to_owned(),
        username: Some(format!("{}_x", name.to_lowercase())),
        language_code: Some(language.to_owned()),
        ..Person::default()
    };
    World {
        token: TOKEN.to_owned(),
        bot: BotUser { id: 1_234_567, first_name: "Test".to_owned(), username: "test_of_bot".to_owned() },
        people: vec![person(SOK, "Sok", "km"), person(MEI, "Mei", "zh")],
        groups: vec![
            Group { id: GROUP, title: "Unit".to_owned(), members: vec![SOK, MEI], ..Group::default() },
            Group {
                id: FORUM,
                title: "Forum".to_owned(),
                kind: GroupKind::Supergroup,
                forum: true,
                members: vec![SOK],
                bot_is_admin: true,
            },
        ],
        page: json!({ "phones": [] }),
        specimens: Vec::new(),
        pace: Pace::Off,
    }
}

async fn bot() -> Bot {
    bot_in(world()).await
}

async fn bot_in(world: World) -> Bot {
    let sandbox = Sandbox::start(world, ([127, 0, 0, 1], 0).into()).await.expect("a free port");
    Bot { sandbox, http: reqwest::Client::new() }
}

impl Bot {
    async fn envelope(&self, method: &str, body: Value) -> (u16, Value) {
        let url = format!("{}/bot{TOKEN}/{method}", self.sandbox.url());
        let answer = self.http.post(url).json(&body).send().await.expect("an answer");
        (answer.status().as_u16(), answer.json().await.expect("JSON"))
    }

    async fn call(&self, method: &str, body: Value) -> Value {
        let (status, mut answer) = self.envelope(method, body).await;
        assert_eq!((status, answer["ok"].as_bool()), (200, Some(true)), "{method}: {answer}");
        answer["result"].take()
    }

    /// The refusal's code and description.
    async fn refused(&self, method: &str, body: Value) -> (u16, String) {
        let (status, answer) = self.envelope(method, body).await;
        assert_eq!(answer["ok"], json!(false), "{method}: {answer}");
        assert_eq!(answer["error_code"], json!(status));
        (status, answer["description"].as_str().expect("a description").to_owned())
    }

    async fn bad(&self, method: &str, body: Value) -> String {
        let (code, why) = self.refused(method, body).await;
        assert_eq!(code, 400, "{why}");
        why.strip_prefix("Bad Request: ").expect("the published beginning").to_owned()
    }

    /// A private message of the bot to someone who started it.
    async fn sent(&self, text: &str) -> i64 {
        self.sandbox.say(SOK, SOK, "/start");
        self.call("sendMessage", json!({ "chat_id": SOK, "text": text })).await["message_id"].as_i64().expect("an id")
    }

    async fn updates(&self, offset: i64) -> Vec<Value> {
        let got = self.call("getUpdates", json!({ "offset": offset })).await;
        got.as_array().expect("an array").clone()
    }

    fn blameless(&self) {
        assert_eq!(self.sandbox.violations(), Vec::<String>::new());
    }
}

/// A picture of one shade of grey.
fn picture(width: u32, height: u32, shade: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let grey = image::GrayImage::from_pixel(width, height, image::Luma([shade]));
    grey.write_to(&mut bytes, image::ImageFormat::Png).expect("a picture");
    bytes.into_inner()
}

fn texts(updates: &[Value]) -> Vec<&str> {
    updates.iter().filter_map(|u| u["message"]["text"].as_str()).collect()
}
