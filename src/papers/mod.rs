//! Papers to be printed or kept: a receipt as a PDF, a QR code as a picture, tables as a workbook. Plain values in, bytes
//! out; the same values give the same bytes. Deliberately no choice of what stands on them, and nothing is sent here.

mod fonts;
mod page;
mod paragraph;
mod qr;
mod receipt;
#[cfg(test)]
mod tests;
mod workbook;

pub use qr::qr;
pub use receipt::{ReceiptPaper, receipt};
pub use workbook::{Cell, Sheet, workbook};
