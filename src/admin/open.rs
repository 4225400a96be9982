//! Opening the data folder: for the one program that serves it, and for a tool beside it.

use std::{
    fs::{DirBuilder, File, TryLockError},
    os::unix::fs::DirBuilderExt,
    path::Path,
};

use anyhow::{Context, bail};

use crate::{
    config::{CardSettings, DataSettings},
    domain::hotlines::Hotlines,
    store::{Keys, MasterKey, Store},
};

/// Keeps a second program from serving the same data folder, as long as it lives.
pub(super) struct Lock {
    _file: File,
}

/// Takes the data folder for this program alone. Errors: another program has it.
pub(super) fn lock(data: &Path) -> anyhow::Result<Lock> {
    make_folder(data)?;
    let path = data.join("lock");
    let file = File::create(&path).with_context(|| format!("opening {}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(Lock { _file: file }),
        Err(TryLockError::WouldBlock) => bail!(
            "another snaknov serves the data folder {}: stop it first, or use another folder with --data",
            data.display()
        ),
        Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("locking {}", path.display())),
    }
}

/// Makes the data folder, for its owner's eyes only.
fn make_folder(data: &Path) -> anyhow::Result<()> {
    let made = DirBuilder::new().recursive(true).mode(0o700).create(data);
    made.with_context(|| format!("making the data folder {}", data.display()))
}

/// The operator's hotlines; none where no file is named. Errors: a file that does not read.
pub(super) fn hotlines(settings: &CardSettings) -> anyhow::Result<Hotlines> {
    let Some(text) = settings.read()? else { return Ok(Hotlines::default()) };
    Hotlines::parse(&text).map_err(|wrong| anyhow::anyhow!("the file of hotlines does not read: {wrong}"))
}

/// Opens the database of a data folder, beside a program that may serve it.
pub(super) async fn open(settings: &DataSettings) -> anyhow::Result<Store> {
    let keys = Keys::of(&MasterKey::read(settings.key_file()?)?);
    make_folder(&settings.data)?;
    Store::open(&settings.data, keys).await
}
