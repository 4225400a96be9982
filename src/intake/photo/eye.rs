//! The recogniser: a strip becomes, for each of its time steps, how likely each character is. Its weights are compiled
//! into the program, which thereby stays one file that needs no other; a wrong hash disables photos and nothing else.

use std::sync::OnceLock;

use rten::Model;
use rten_tensor::{NdTensor, prelude::*};
use sha2::{Digest, Sha256};

use super::strip::HEIGHT;

/// Characters in the order of the model's classes, after the blank.
pub(super) const CHARACTERS: &[u8; 37] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

/// Pixels a time step is wide.
pub(super) const STEP: usize = 8;

/// What one time step looks like: the blank between characters, then each of [`CHARACTERS`]; it adds up to one.
pub(super) type Glimpse = [f32; 38];

static WEIGHTS: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/model/mrz.onnx"));
const SHA256: &str = "806e23dc29d724fb13878ca7622e8bd3364e98c0dde773ab1c0217789dc182a1";

/// A loaded recogniser.
pub(super) struct Eye {
    model: Model,
}

impl Eye {
    /// The one of this process, loaded when first asked for; none when the weights are not those that were tested.
    pub(super) fn open() -> Option<&'static Self> {
        static EYE: OnceLock<Option<Eye>> = OnceLock::new();
        EYE.get_or_init(|| Self::of(WEIGHTS)).as_ref()
    }

    fn of(weights: &'static [u8]) -> Option<Self> {
        let hash = Sha256::digest(weights).iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
        if hash != SHA256 {
            return None;
        }
        Model::load_static_slice(weights).ok().map(|model| Self { model })
    }

    /// Looks at a strip of greys from -1 to 1, [`HEIGHT`] high.
    pub(super) fn look(&self, strip: &[f32]) -> Option<Vec<Glimpse>> {
        let width = strip.len() / HEIGHT;
        let rgb: Vec<f32> = [strip, strip, strip].concat();
        let input = NdTensor::<f32, 4>::from_data([1, 3, HEIGHT, width], rgb);
        let output = self.model.run_one(input.view().into(), None).ok()?;
        let output: NdTensor<f32, 3> = output.try_into().ok()?;
        let glimpses = output.to_vec();
        let (glimpses, rest) = glimpses.as_chunks::<38>();
        rest.is_empty().then(|| glimpses.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_that_were_not_tested_are_not_used() {
        assert!(Eye::of(b"something else").is_none());
        assert!(Eye::open().is_some());
    }
}
