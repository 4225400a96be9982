//! Files that somebody asked for: gathered in short reads or written beside everything else, never within a transaction
//! that others wait for. Deliberately no decision who may ask; that was taken at the press, and is taken again here.

mod guests;
mod reasons;
mod template;

use chrono::{DateTime, Utc};

use crate::{
    store::{Outgoing, Store, What},
    text::{Attachment, Message},
};

use super::{Rendered, mydata};

/// The message with the file that a row asks for; `None` where nobody may have it (any more).
pub async fn gather(store: &Store, row: &Outgoing, now: DateTime<Utc>) -> anyhow::Result<Option<Rendered>> {
    match row.what {
        What::MyData(_) | What::MyDataBook(_) => mydata::gather(store, row, now).await,
        What::Guests { .. } => guests::gather(store, row, now).await,
        What::Reasons(batch) => reasons::gather(store, row, batch, now).await,
        What::Template(kind, form) => template::gather(store, row, kind, form).await.map(Some),
        _ => Ok(None),
    }
}

fn with_file(text: String, name: String, bytes: Vec<u8>) -> Rendered {
    let file = Attachment { name, bytes, is_picture: false };
    Rendered { message: Message { file: Some(file), ..Message::saying(text) }, revision: 1, remove: Vec::new() }
}
