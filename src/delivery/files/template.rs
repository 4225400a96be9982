//! A spreadsheet to fill in. Deliberately nothing of a particular place.

use anyhow::Context as _;

use crate::{
    domain::{export::FileForm, id::UserId, premises::PremisesKind},
    papers,
    store::{Outgoing, Store},
    text::{Language, Words},
};

use super::{super::Rendered, with_file};

pub(super) async fn gather(
    store: &Store,
    row: &Outgoing,
    kind: PremisesKind,
    form: FileForm,
) -> anyhow::Result<Rendered> {
    let language = store.write().await?.language_of(UserId(row.chat.0)).await?;
    let words = Words::of(language.unwrap_or(Language::En));
    let bytes = tokio::task::spawn_blocking(move || papers::template(kind, form, words));
    let bytes = bytes.await.context("writing a template")??;
    let caption = words.msg_files_template_caption(words.premises_kind(kind));
    Ok(with_file(caption, format!("template-{}.{}", kind.as_str(), form.as_str()), bytes))
}
