//! Callback data: opaque tokens. A versioned one is nothing but a keyed hash over chat, version and act, found again by
//! computing it for each button on offer; a standing one carries its meaning with a keyed hash over it.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use subtle::ConstantTimeEq;

use crate::domain::{id::ChatId, number::code_from, press::Press};

use super::{Keys, Receipt};

/// Bytes of the hash that are sent: 96 bits.
const HASH: usize = 12;

impl Keys {
    /// The token of a button on one version of a private chat's screen.
    pub fn versioned_token(&self, chat: ChatId, version: i64, act: &str) -> String {
        let hash = self.token(&[b"version", &chat.0.to_be_bytes(), &version.to_be_bytes(), act.as_bytes()]);
        format!("v{}", URL_SAFE_NO_PAD.encode(&hash[..HASH]))
    }

    /// The token of a standing button. In a group it is bound to no chat, because a group's number changes when it
    /// becomes a supergroup; who may press is decided at each press.
    pub fn standing_token(&self, chat: ChatId, press: Press) -> String {
        let code = press.code();
        let chat = if chat.is_private() { chat } else { ChatId(0) };
        let hash = self.token(&[b"standing", &chat.0.to_be_bytes(), code.as_bytes()]);
        format!("s{code}.{}", URL_SAFE_NO_PAD.encode(&hash[..HASH]))
    }

    /// The code by which a receipt is known to be genuine.
    pub fn verification_code(&self, receipt: &Receipt) -> String {
        let made_at = receipt.made_at.timestamp_millis().to_be_bytes();
        let hash = self.token(&[b"receipt", receipt.number.as_str().as_bytes(), &made_at]);
        let mut bits = [0; 8];
        bits.copy_from_slice(&hash[..8]);
        code_from(u64::from_be_bytes(bits))
    }

    /// What a standing token means, if it is one of ours for this chat.
    pub fn read_standing(&self, chat: ChatId, data: &str) -> Option<Press> {
        let (code, _) = data.strip_prefix('s')?.split_once('.')?;
        let press = Press::from_code(code)?;
        same(&self.standing_token(chat, press), data).then_some(press)
    }
}

/// Whether two tokens are equal, in a time that does not tell where they differ.
pub fn same(ours: &str, theirs: &str) -> bool {
    ours.as_bytes().ct_eq(theirs.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::{
        domain::id::{AlertId, ReportId},
        store::MasterKey,
    };

    use super::*;

    #[test]
    fn a_token_is_bound_to_chat_version_and_act() {
        let keys = Keys::of(&MasterKey::generate());
        let token = keys.versioned_token(ChatId(7), 3, "c:passport");
        assert_eq!(token, keys.versioned_token(ChatId(7), 3, "c:passport"));
        for other in [
            keys.versioned_token(ChatId(8), 3, "c:passport"),
            keys.versioned_token(ChatId(7), 4, "c:passport"),
            keys.versioned_token(ChatId(7), 3, "c:none"),
        ] {
            assert!(!same(&token, &other));
        }
        assert!(token.len() <= 64);
    }

    proptest! {
        #[test]
        fn a_standing_token_opens_for_its_chat_and_no_other(chat in 1..i64::MAX, other in 1..i64::MAX, id in 0..i64::MAX) {
            let keys = Keys::of(&MasterKey::generate());
            let token = keys.standing_token(ChatId(chat), Press::Another(ReportId(id)));
            prop_assert!(token.len() <= 64);
            prop_assert_eq!(keys.read_standing(ChatId(chat), &token), Some(Press::Another(ReportId(id))));
            if chat != other {
                prop_assert_eq!(keys.read_standing(ChatId(other), &token), None);
            }
        }

        #[test]
        fn forged_data_opens_nothing(data in ".{0,64}", id in any::<i64>()) {
            let keys = Keys::of(&MasterKey::generate());
            prop_assert_eq!(keys.read_standing(ChatId(-5), &data), None);
            let token = keys.standing_token(ChatId(-5), Press::Acknowledge(AlertId(id)));
            let forged = token.replacen('k', "d", 1);
            prop_assert_eq!(keys.read_standing(ChatId(-5), &forged), None);
        }
    }
}
