//! The one point through which identity data and raw updates pass on their way into the database and back, and the
//! keys for it. Deliberately no rotation and no escrow: the operator keeps the key file, outside the database.

use std::{
    fs,
    io::Write as _,
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

use anyhow::{Context, bail, ensure};
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use serde::{Serialize, de::DeserializeOwned};
use sha2::Sha256;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The first byte of each sealed piece, so that a later cipher can tell its own.
const FORMAT: u8 = 1;
const NONCE: usize = 24;

/// The operator's secret: 32 bytes, written as 64 hexadecimal digits in a file that only its owner may read.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct MasterKey([u8; 32]);

impl std::fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MasterKey(…)")
    }
}

impl MasterKey {
    /// A new random key.
    pub fn generate() -> Self {
        let mut key = [0; 32];
        fill_random(&mut key);
        Self(key)
    }

    /// Writes the key to a file that must not exist yet, readable by its owner alone.
    pub fn write_new(&self, path: &Path) -> anyhow::Result<()> {
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)
            .with_context(|| format!("creating the key file {}", path.display()))?;
        for byte in &self.0 {
            write!(file, "{byte:02x}")?;
        }
        writeln!(file)?;
        file.sync_all()?;
        Ok(())
    }

    /// Reads a key file. Errors: missing, readable by others, not 64 hexadecimal digits.
    pub fn read(path: &Path) -> anyhow::Result<Self> {
        let text = fs::read_to_string(path).with_context(|| format!("reading the key file {}", path.display()))?;
        let text = Zeroizing::new(text);
        let mode = fs::metadata(path)?.permissions().mode();
        if mode & 0o077 != 0 {
            bail!("the key file {} can be read by others: run `chmod 600` on it", path.display());
        }
        let digits = text.trim();
        ensure!(
            digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "the key file {} does not hold 64 hexadecimal digits",
            path.display()
        );
        let mut key = [0; 32];
        for (byte, pair) in key.iter_mut().zip(digits.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair)?, 16)?;
        }
        Ok(Self(key))
    }
}

/// Random bytes of the operating system; without them nothing safe can be done.
pub(crate) fn fill_random(bytes: &mut [u8]) {
    getrandom::fill(bytes).expect("the operating system gives random bytes");
}

/// Keys for one purpose each, derived from the master key.
pub struct Keys {
    cipher: XChaCha20Poly1305,
    index: Hmac<Sha256>,
    token: Hmac<Sha256>,
}

impl Keys {
    /// The keys of a master key.
    pub fn of(master: &MasterKey) -> Self {
        let root = Hkdf::<Sha256>::new(None, &master.0);
        let derive = |purpose: &str| {
            let mut key = Zeroizing::new([0; 32]);
            root.expand(purpose.as_bytes(), &mut *key).expect("32 bytes are a length that HKDF gives");
            key
        };
        let keyed =
            |purpose| <Hmac<Sha256> as Mac>::new_from_slice(&*derive(purpose)).expect("HMAC takes keys of any length");
        Self {
            cipher: XChaCha20Poly1305::new((&*derive("snaknov/seal/1")).into()),
            index: keyed("snaknov/document-index/1"),
            token: keyed("snaknov/token/1"),
        }
    }

    /// Seals bytes for a place (table and column), so that a piece moved elsewhere does not open.
    pub(super) fn seal(&self, place: &'static str, plain: &[u8]) -> Vec<u8> {
        let mut nonce = [0; NONCE];
        fill_random(&mut nonce);
        let payload = Payload { msg: plain, aad: place.as_bytes() };
        let sealed = self
            .cipher
            .encrypt(XNonce::from_slice(&nonce), payload)
            .expect("the message is far below the cipher's limit");
        let mut piece = Vec::with_capacity(1 + NONCE + sealed.len());
        piece.push(FORMAT);
        piece.extend_from_slice(&nonce);
        piece.extend_from_slice(&sealed);
        piece
    }

    /// Opens a sealed piece. Errors: another key, another place, a changed piece.
    pub(super) fn open(&self, place: &'static str, piece: &[u8]) -> anyhow::Result<Vec<u8>> {
        match piece.split_at_checked(1 + NONCE) {
            Some((head, sealed)) if head[0] == FORMAT => self
                .cipher
                .decrypt(XNonce::from_slice(&head[1..]), Payload { msg: sealed, aad: place.as_bytes() })
                .ok()
                .with_context(|| format!("a sealed {place} does not open: is it the right key file?")),
            _ => bail!("a sealed {place} has an unknown format"),
        }
    }

    /// Seals a value as JSON.
    pub(super) fn seal_json<T: Serialize>(&self, place: &'static str, value: &T) -> anyhow::Result<Vec<u8>> {
        let plain = Zeroizing::new(serde_json::to_vec(value)?);
        Ok(self.seal(place, &plain))
    }

    /// Opens a value sealed as JSON. The error does not quote the content.
    pub(super) fn open_json<T: DeserializeOwned>(&self, place: &'static str, piece: &[u8]) -> anyhow::Result<T> {
        let plain = Zeroizing::new(self.open(place, piece)?);
        serde_json::from_slice(&plain).map_err(|error| {
            anyhow::anyhow!("a sealed {place} does not read (line {}, column {})", error.line(), error.column())
        })
    }

    /// A keyed hash under which equal document numbers are found without being readable.
    pub fn document_index(&self, number: &str) -> Vec<u8> {
        let mut mac = self.index.clone();
        mac.update(number.as_bytes());
        mac.finalize().into_bytes()[..16].to_vec()
    }

    /// A keyed hash of what a button, a code or a link stands for; 16 bytes, for comparing in constant time.
    pub fn token(&self, parts: &[&[u8]]) -> [u8; 16] {
        let mut mac = self.token.clone();
        for part in parts {
            mac.update(&u32::try_from(part.len()).unwrap_or(u32::MAX).to_be_bytes());
            mac.update(part);
        }
        let hash = mac.finalize().into_bytes();
        let mut token = [0; 16];
        token.copy_from_slice(&hash[..16]);
        token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_opens_only_at_its_place_and_with_its_key() {
        let keys = Keys::of(&MasterKey::generate());
        let piece = keys.seal("stay.identity", b"AB123456");
        assert_eq!(keys.open("stay.identity", &piece).unwrap(), b"AB123456");
        assert!(!piece.windows(8).any(|window| window == b"AB123456"));
        assert!(keys.open("inbox.update", &piece).is_err());
        assert!(Keys::of(&MasterKey::generate()).open("stay.identity", &piece).is_err());
        let mut changed = piece.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert!(keys.open("stay.identity", &changed).is_err());
        assert!(keys.open("stay.identity", &[]).is_err());
    }

    #[test]
    fn a_key_file_that_others_can_read_is_refused() {
        let folder = std::env::temp_dir().join(format!("snaknov-key-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("key");
        let _ = fs::remove_file(&path);
        MasterKey::generate().write_new(&path).unwrap();
        assert!(MasterKey::read(&path).is_ok());
        assert!(MasterKey::generate().write_new(&path).is_err(), "an existing key is never overwritten");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        assert!(MasterKey::read(&path).unwrap_err().to_string().contains("read by others"));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn equal_numbers_have_equal_indexes_and_parts_do_not_run_together() {
        let keys = Keys::of(&MasterKey::generate());
        assert_eq!(keys.document_index("AB1"), keys.document_index("AB1"));
        assert_ne!(keys.document_index("AB1"), keys.document_index("AB2"));
        assert_ne!(keys.token(&[b"a", b"bc"]), keys.token(&[b"ab", b"c"]));
    }
}
