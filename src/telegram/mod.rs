//! The only user of teloxide: receive, read, draw, send. Deliberately without any word or decision of the product.

mod api;
mod courier;
mod draw;
mod fault;
mod profile;
mod read;
mod receive;
mod work;

pub use api::{Api, Token};
pub use courier::TelegramCourier;
pub use fault::ApiFault;
pub use profile::{learn_name, set_profile};
pub use receive::{ReceiveFault, receive};
pub use work::Worker;
