//! The secret of a link that works once. What it opens is kept under a keyed hash; the secret itself is kept nowhere.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

use super::{Keys, fill_random};

/// Random bytes of a secret: 128 bits.
const SECRET: usize = 16;

/// The secret part of a link, in letters that a deep link may carry (Bot API: `A-Za-z0-9_-`). `Debug` does not show it.
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl Secret {
    /// A secret that nobody can guess.
    pub fn generate() -> Self {
        let mut bytes = [0; SECRET];
        fill_random(&mut bytes);
        Self(URL_SAFE_NO_PAD.encode(bytes))
    }

    /// As it stands in a link.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Keys {
    /// The hash under which a secret is found; `what` tells apart what secrets open.
    pub(super) fn secret_hash(&self, what: &'static str, secret: &str) -> Vec<u8> {
        self.token(&[b"once", what.as_bytes(), secret.as_bytes()]).to_vec()
    }
}

#[cfg(test)]
mod tests {
    use crate::store::MasterKey;

    use super::*;

    #[test]
    fn a_secret_is_long_is_not_shown_and_opens_one_kind_of_link() {
        let secret = Secret::generate();
        assert_eq!(secret.as_str().len(), 22);
        assert!(secret.as_str().bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_'));
        assert_eq!(format!("{secret:?}"), "Secret(…)");
        assert_ne!(secret.as_str(), Secret::generate().as_str());
        let keys = Keys::of(&MasterKey::generate());
        assert_ne!(keys.secret_hash("invitation", secret.as_str()), keys.secret_hash("guest", secret.as_str()));
    }
}
