//! Tables as comma-separated values that a spreadsheet opens as well: UTF-8 with a mark at the beginning, lines that end as
//! RFC 4180 has it, and no cell that begins a formula. Deliberately without a choice of columns.

use anyhow::Context as _;

use crate::domain::formula;

/// What tells spreadsheets that a file is UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// A file of rows, the first of which is the header.
pub(super) fn csv<'a>(rows: impl IntoIterator<Item = Vec<&'a str>>) -> anyhow::Result<Vec<u8>> {
    let mut writer =
        ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).flexible(true).from_writer(MARK.to_vec());
    for row in rows {
        writer
            .write_record(row.into_iter().map(|cell| formula::guarded(cell).into_owned()))
            .context("writing a row")?;
    }
    writer.into_inner().map_err(::csv::IntoInnerError::into_error).context("writing a file of values")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_come_back_and_none_begins_a_formula() {
        let cells =
            ["=HYPERLINK(\"http://x\",\"y\")", "a,b", "two\nlines", "‘quoted’ \"text\"", "ភ្ញៀវ", "-1", "012", ""];
        let bytes = csv([vec!["name"; 8], cells.to_vec()]).unwrap();
        assert!(bytes.starts_with(MARK));
        let text = String::from_utf8(bytes[MARK.len()..].to_vec()).unwrap();
        assert!(text.starts_with("name,name,") && text.contains("\r\n") && text.ends_with("\r\n"), "{text}");
        let mut reader = ::csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert!(row.iter().all(|cell| !cell.starts_with(['=', '-'])));
        assert_eq!(row.iter().map(formula::unguarded).collect::<Vec<_>>(), cells);
    }
}
