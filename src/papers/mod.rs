//! Papers to be printed or kept: a receipt as a PDF, a QR code as a picture, tables to read, to fill in and to correct. Plain
//! values in, bytes out; the same values give the same bytes. Deliberately no choice of what stands on them, and nothing is sent here.

mod csv;
mod export;
mod fonts;
mod page;
mod paragraph;
mod qr;
#[cfg(test)]
mod read_back;
mod reasons;
mod receipt;
mod row;
mod template;
#[cfg(test)]
mod tests;
mod unl;
mod workbook;

pub use export::{GuestRow, guests_csv, guests_workbook};
pub use qr::qr;
pub use reasons::{Beside, reasons};
pub use receipt::{ReceiptPaper, receipt};
pub use template::template;
pub use unl::{UnlPlace, unl};
pub use workbook::{Cell, Sheet, workbook};
