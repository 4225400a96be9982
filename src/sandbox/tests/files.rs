//! Photos, files and albums that people send, as the bot receives and downloads them.

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use image::{GenericImageView, ImageFormat};

use super::*;

impl Bot {
    async fn acted(&self, what: Value) -> Value {
        let answer = self.http.post(format!("{}/sandbox/act", self.sandbox.url())).json(&what).send();
        answer.await.expect("an answer").json().await.expect("JSON")
    }

    async fn download(&self, token: &str, path: &str) -> (u16, Vec<u8>) {
        let answer = self.http.get(format!("{}/file/bot{token}/{path}", self.sandbox.url())).send();
        let answer = answer.await.expect("an answer");
        (answer.status().as_u16(), answer.bytes().await.expect("bytes").to_vec())
    }

    async fn path_of(&self, file: &Value) -> String {
        let found = self.call("getFile", json!({ "file_id": file["file_id"] })).await;
        assert_eq!(
            (&found["file_size"], &found["file_unique_id"]),
            (&file["file_size"], &file["file_unique_id"]),
            "as the message said"
        );
        found["file_path"].as_str().expect("a path").to_owned()
    }

    async fn messages(&self) -> Vec<Value> {
        self.updates(0).await.into_iter().map(|mut update| update["message"].take()).collect()
    }
}

#[tokio::test]
async fn a_photo_comes_in_several_sizes_each_a_jpeg_to_download() {
    let bot = bot().await;
    bot.sandbox.post(SOK, SOK, Post::photo(picture(3000, 2000, 90), Some("front")));
    let message = bot.messages().await.remove(0);
    assert_eq!((&message["caption"], message.get("media_group_id")), (&json!("front"), None));
    let sizes = message["photo"].as_array().expect("sizes");
    let shapes: Vec<_> = sizes.iter().map(|s| (s["width"].as_u64(), s["height"].as_u64())).collect();
    assert_eq!(shapes, [(90, 60), (320, 213), (800, 533), (1280, 853)].map(|(w, h)| (Some(w), Some(h))));
    for size in sizes {
        let path = bot.path_of(size).await;
        assert_eq!(path.split(|c: char| c.is_ascii_digit()).next_back(), Some(".jpg"), "{path}");
        assert!(path.starts_with("photos/file_"), "{path}");
        let (status, bytes) = bot.download(TOKEN, &path.replace('/', "%2F")).await;
        assert_eq!((status, bytes.len() as u64), (200, size["file_size"].as_u64().expect("a size")));
        let seen = image::load_from_memory_with_format(&bytes, ImageFormat::Jpeg).expect("a JPEG").dimensions();
        assert_eq!(
            (Some(u64::from(seen.0)), Some(u64::from(seen.1))),
            (size["width"].as_u64(), size["height"].as_u64())
        );
    }
    let fine = Post { fine: true, ..Post::photo(picture(3000, 2000, 90), None) };
    bot.sandbox.post(SOK, SOK, fine);
    assert_eq!(bot.messages().await[1]["photo"][4]["width"], 2560);
    bot.blameless();
}

#[tokio::test]
async fn a_file_comes_as_it_is_and_the_same_bytes_are_the_same_file() {
    let bot = bot().await;
    let sheet = b"PK\x03\x04 guests".to_vec();
    for name in ["guests.xlsx", "again.xlsx"] {
        bot.sandbox.post(SOK, SOK, Post::document(name, "", sheet.clone()));
    }
    bot.sandbox.post(SOK, SOK, Post::document("page.png", "", picture(640, 480, 7)));
    let messages = bot.messages().await;
    let [first, second, page] = [0, 1, 2].map(|at| &messages[at]["document"]);
    assert_eq!(
        (&first["file_name"], &first["mime_type"], &first["file_size"]),
        (
            &json!("guests.xlsx"),
            &json!("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            &json!(sheet.len())
        )
    );
    assert_ne!(first["file_id"], second["file_id"]);
    assert_eq!(first["file_unique_id"], second["file_unique_id"]);
    let path = bot.path_of(first).await;
    assert_eq!(path, "documents/file_1.xlsx");
    assert_eq!(bot.download(TOKEN, &path).await, (200, sheet));
    assert_eq!((page["thumbnail"]["width"].as_u64(), page["thumbnail"]["height"].as_u64()), (Some(320), Some(240)));
    assert!(first.get("thumbnail").is_none());
    let path = bot.path_of(&page["thumbnail"]).await;
    assert!(path.starts_with("thumbnails/"), "{path}");
    let path = bot.path_of(page).await;
    assert_eq!(bot.download(TOKEN, &path).await, (200, picture(640, 480, 7)), "a file is not scaled");
    bot.blameless();
}

#[tokio::test]
async fn an_album_is_two_to_ten_messages_with_one_group() {
    let bot = bot().await;
    let photos = |count: u8| (0..count).map(|shade| Post::photo(picture(100, 80, shade), None)).collect::<Vec<_>>();
    let ids = bot.sandbox.album(SOK, SOK, photos(10));
    let other = bot.sandbox.album(SOK, SOK, photos(2));
    let messages = bot.messages().await;
    assert_eq!((ids.len(), other.len(), messages.len()), (10, 2, 12), "each its own update");
    let groups: Vec<&str> = messages.iter().filter_map(|m| m["media_group_id"].as_str()).collect();
    assert!(
        groups[..10].iter().all(|group| *group == groups[0]) && groups[10] == groups[11] && groups[10] != groups[0]
    );
    let files = vec![Post::document("a.csv", "", b"a".to_vec()), Post::document("b.csv", "", b"b".to_vec())];
    bot.sandbox.album(SOK, SOK, files);
    assert_eq!(bot.messages().await[13]["document"]["file_name"], "b.csv");
    bot.blameless();
}

#[tokio::test]
async fn acts_send_photos_files_and_albums() {
    let mut world = world();
    let specimen = |name: &str, bytes| Specimen { name: name.to_owned(), bytes, ..Specimen::default() };
    world.specimens = vec![
        specimen("one.png", picture(200, 100, 1)),
        specimen("a list.csv", b"room,name".to_vec()),
        specimen("missing", Vec::new()),
    ];
    let bot = bot_in(world).await;
    let coded = BASE64_STANDARD.encode(picture(50, 40, 2));
    let act = |more: Value| {
        let mut what = json!({ "user": SOK, "chat": SOK });
        what.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        bot.acted(what)
    };
    assert!(act(json!({ "do": "photo", "base64": coded, "caption": "c" })).await["message_id"].is_i64());
    assert!(act(json!({ "do": "document", "specimen": "a list.csv" })).await["message_id"].is_i64());
    let items = json!([{ "specimen": "one.png" }, { "base64": coded, "pause_ms": 30 }, { "specimen": "one.png", "caption": "3" }]);
    let started = std::time::Instant::now();
    let album = act(json!({ "do": "album", "items": items, "caption": "1", "pause_ms": 20 })).await;
    assert!(started.elapsed() >= Duration::from_millis(50), "siblings that come late");
    let messages = bot.messages().await;
    assert_eq!(messages[0]["caption"], "c");
    assert_eq!(messages[1]["document"]["mime_type"], "text/csv");
    let told: Vec<&Value> = messages[2..].iter().map(|m| &m["message_id"]).collect();
    assert_eq!(json!(told), album["message_ids"]);
    assert!(messages[2..].iter().all(|m| m["media_group_id"] == album["media_group_id"]));
    let captions: Vec<&Value> = messages[2..].iter().map(|m| &m["caption"]).collect();
    assert_eq!(captions, [&json!("1"), &Value::Null, &json!("3")]);
    for wrong in [
        json!({ "do": "photo", "base64": BASE64_STANDARD.encode("no picture") }),
        json!({ "do": "photo", "specimen": "a list.csv" }),
        json!({ "do": "photo", "specimen": "missing" }),
        json!({ "do": "photo" }),
        json!({ "do": "document", "base64": "" }),
        json!({ "do": "document", "base64": "*" }),
        json!({ "do": "album", "items": [{ "specimen": "one.png" }] }),
        json!({ "do": "album", "items": vec![json!({ "specimen": "one.png" }); 11] }),
        json!({ "do": "album", "items": [{ "specimen": "one.png" }, { "specimen": "a list.csv", "kind": "document" }] }),
        json!({ "do": "album", "items": [{ "specimen": "one.png" }, { "specimen": "a list.csv" }] }),
    ] {
        let answer = act(wrong.clone()).await;
        assert!(answer["ok"] == json!(false) && answer["why"].is_string(), "{wrong}: {answer}");
    }
    assert_eq!(bot.messages().await.len(), 5, "nothing of what was refused was sent");
    let state = bot.http.get(format!("{}/sandbox/state", bot.sandbox.url())).send().await.expect("an answer");
    let offered = &state.json::<Value>().await.expect("JSON")["page"]["specimens"];
    assert_eq!((offered[0]["picture"].as_bool(), offered[1]["picture"].as_bool()), (Some(true), Some(false)));
    assert_eq!((offered[1]["url"].as_str(), offered[2].is_null()), (Some("/sandbox/specimen/a%20list.csv"), true));
    let served = bot.http.get(format!("{}/sandbox/specimen/a%20list.csv", bot.sandbox.url())).send().await;
    let served = served.expect("an answer");
    assert_eq!(served.headers()["content-type"], "text/csv");
    assert_eq!(served.text().await.expect("text"), "room,name");
    let offer = json!({ "do": "offer_specimen", "name": "later.png", "base64": coded });
    let offered = bot.http.post(format!("{}/sandbox/do", bot.sandbox.url())).json(&offer).send().await;
    assert_eq!(offered.expect("an answer").json::<Value>().await.expect("JSON"), json!({ "ok": true }));
    assert!(act(json!({ "do": "photo", "specimen": "later.png" })).await["message_id"].is_i64());
    bot.blameless();
}

#[tokio::test]
async fn a_form_with_several_files_is_an_album() {
    let bot = bot().await;
    let part = |name: &str, bytes: Vec<u8>| reqwest::multipart::Part::bytes(bytes).file_name(name.to_owned());
    let upload = async |kind: &str, form: reqwest::multipart::Form| -> Value {
        let url = format!("{}/sandbox/upload?user={SOK}&chat={SOK}&kind={kind}&caption=all", bot.sandbox.url());
        let answer = bot.http.post(url).header("x-sandbox", "1").multipart(form).send().await.expect("an answer");
        answer.json().await.expect("JSON")
    };
    let form = || reqwest::multipart::Form::new();
    let two = form().part("a", part("1.png", picture(9, 9, 1))).part("b", part("2.png", picture(9, 9, 2)));
    assert_eq!(upload("photo", two).await["message_ids"].as_array().map(Vec::len), Some(2));
    let one = form().part("a", part("/home/sok/ភ្ញៀវ.ods", b"PK".to_vec()));
    assert!(upload("document", one).await["media_group_id"].is_null());
    let broken = form().part("a", part("1.png", picture(9, 9, 1))).part("b", part("2.png", b"text".to_vec()));
    assert!(upload("photo", broken).await["why"].as_str().is_some_and(|why| why.starts_with("no picture")));
    let messages = bot.messages().await;
    assert_eq!(messages.len(), 3, "an album is sent whole or not at all");
    assert_eq!((&messages[0]["caption"], messages[1].get("caption")), (&json!("all"), None));
    assert_eq!(messages[2]["document"]["file_name"], "ភ្ញៀវ.ods");
    assert_eq!(messages[2]["document"]["mime_type"], "application/vnd.oasis.opendocument.spreadsheet");
    bot.blameless();
}

#[tokio::test]
async fn files_are_fetched_as_published_or_refused() {
    let bot = bot().await;
    bot.sandbox.post(SOK, SOK, Post::document("a.txt", "", b"a".to_vec()));
    bot.sandbox.post(SOK, SOK, Post::document("large.bin", "", vec![0; (20 << 20) + 1]));
    let messages = bot.messages().await;
    let id = messages[0]["document"]["file_id"].as_str().expect("an id");
    assert_eq!(bot.bad("getFile", json!({ "file_id": messages[1]["document"]["file_id"] })).await, "file is too big");
    let mut other =
        World { bot: BotUser { id: 77, first_name: "Other".into(), username: "other_bot".into() }, ..world() };
    other.token = "77:x".to_owned();
    let stranger = Sandbox::start(other, ([127, 0, 0, 1], 0).into()).await.expect("a free port");
    stranger.post(SOK, SOK, Post::document("a.txt", "", b"a".to_vec()));
    let foreign = stranger.last_message(SOK).expect("a message")["document"].take();
    assert_eq!(foreign["file_unique_id"], messages[0]["document"]["file_unique_id"]);
    for wrong in [json!("x"), foreign["file_id"].clone(), json!(id.replace('A', "B"))] {
        assert_eq!(bot.bad("getFile", json!({ "file_id": wrong })).await, "invalid file_id");
    }
    assert_eq!(bot.download(TOKEN, "documents/file_1.txt").await.0, 404, "nobody asked for a link");
    let path = bot.path_of(&messages[0]["document"]).await;
    assert_eq!(bot.download(TOKEN, &path).await, (200, b"a".to_vec()));
    assert_eq!(bot.download("1:wrong", &path).await.0, 401);
    assert_eq!(bot.download(TOKEN, "documents/file_99.txt").await.0, 404);
    bot.sandbox.advance_clock(3590);
    assert_eq!(bot.download(TOKEN, &path).await.0, 200);
    bot.sandbox.advance_clock(20);
    assert_eq!(bot.download(TOKEN, &path).await.0, 404, "after an hour it must be asked for again");
    assert_eq!(bot.path_of(&messages[0]["document"]).await, path);
    assert_eq!(bot.download(TOKEN, &path).await.0, 200);
    bot.blameless();
}

#[tokio::test]
async fn what_people_sent_is_deleted_within_two_days() {
    let bot = bot().await;
    let album =
        bot.sandbox.album(SOK, SOK, vec![Post::photo(picture(9, 9, 1), None), Post::photo(picture(9, 9, 2), None)]);
    bot.sandbox.advance_clock(48 * 3600 - 60);
    bot.call("deleteMessage", json!({ "chat_id": SOK, "message_id": album[0] })).await;
    bot.sandbox.advance_clock(120);
    let late = json!({ "chat_id": SOK, "message_id": album[1] });
    assert_eq!(bot.bad("deleteMessage", late).await, "message can't be deleted for everyone");
    let late = json!({ "chat_id": SOK, "message_ids": [album[1]] });
    assert_eq!(bot.bad("deleteMessages", late).await, "message can't be deleted for everyone");
    assert_eq!(bot.sandbox.messages(SOK).len(), 1);
    bot.blameless();
}

#[tokio::test]
#[should_panic(expected = "no picture")]
async fn a_photo_that_is_no_picture_is_a_mistake_of_the_caller() {
    let bot = bot().await;
    bot.sandbox.post(SOK, SOK, Post::photo(b"%PDF-1.7".to_vec(), None));
}
