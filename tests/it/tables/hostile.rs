//! Files that mean harm, made here: each is refused, or read without harm, within the bounds of memory.

use std::{
    fs,
    io::{Cursor, Write as _},
};

use snaknov::{domain::premises::PremisesKind, intake::table};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::{dry_run, files, folder, request};

/// The most memory that a process may have used, whatever it was given; most of it is the program itself.
const PEAK_KIB_MAX: u64 = 200 * 1024;

const HEADER: &str = "Name,Passport No,Room\n";

#[test]
fn files_that_mean_harm_are_refused_or_read_without_harm() {
    let place = std::env::temp_dir().join(format!("snaknov-hostile-{}", std::process::id()));
    fs::create_dir_all(&place).expect("a folder");
    let mut wrong = Vec::new();
    for (name, bytes, expected) in cases() {
        let file = place.join(name);
        fs::write(&file, bytes).expect("written");
        let seen = dry_run(&file, &["--measure"]);
        let refused = seen["refused"].as_str().unwrap_or("read");
        let peak = seen["peak_kib"].as_u64().unwrap_or(u64::MAX);
        println!("{name}: {refused}, {} MiB, {} ms", peak / 1024, seen["milliseconds"]);
        if !expected.split(' ').any(|expected| expected == refused) || peak > PEAK_KIB_MAX {
            wrong.push(format!("{name}: {refused} with {peak} KiB, expected {expected}"));
        }
        fs::remove_file(&file).expect("removed");
    }
    fs::remove_dir(&place).expect("removed");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn broken_files_bring_nothing_down() {
    // A few bytes changed at places of chance, always the same ones.
    let mut chance = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        chance ^= chance << 13;
        chance ^= chance >> 7;
        chance ^= chance << 17;
        usize::try_from(chance % below as u64).expect("small")
    };
    for file in files("sent") {
        let whole = fs::read(&file).expect("a table");
        for _ in 0..12 {
            let mut bytes = whole.clone();
            for _ in 0..=next(8) {
                let at = next(bytes.len());
                bytes[at] = u8::try_from(next(256)).expect("a byte");
            }
            bytes.truncate(whole.len() - next(whole.len() / 4));
            let _ = table::read(&bytes, &request(PremisesKind::Hotel));
        }
    }
}

type Case = (&'static str, Vec<u8>, &'static str);

fn cases() -> Vec<Case> {
    let mut cases = texts();
    cases.extend(workbooks());
    cases.extend(old_workbooks());
    cases.extend(open_documents());
    cases.extend(others());
    cases
}

fn sent(name: &str) -> Vec<u8> {
    fs::read(folder("sent").join(name)).expect("a table")
}

fn texts() -> Vec<Case> {
    let rows = |count: usize| {
        (0..count).map(|row| format!("GUEST NAME,E{row:07},{}\n", row % 900)).collect::<Vec<_>>().concat()
    };
    let wide = |cell: &str, times: usize| cell.repeat(times);
    vec![
        ("nothing.csv", Vec::new(), "empty"),
        ("blanks.csv", b" \r\n \t\n".to_vec(), "empty"),
        ("endless_line.csv", vec![b'a'; 19 * 1024 * 1024], "no_header"),
        ("endless_cells.csv", wide("a,", 9 * 1024 * 1024).into_bytes(), "too_many_cells"),
        (
            "endless_quote.csv",
            format!("{HEADER}\"{}", wide("a,b\n", 2 * 1024 * 1024)).into_bytes(),
            "too_many_rows too_many_cells",
        ),
        ("columns_100000.csv", format!("{HEADER}{}", wide("x,", 100_000)).into_bytes(), "too_many_cells"),
        ("zeros.csv", [HEADER.as_bytes(), &[0; 5000]].concat(), "not_a_table"),
        ("control.csv", [HEADER.as_bytes(), b"A\x1b[2J,E1234567,1\n"].concat(), "not_a_table"),
        ("rows_6000.csv", format!("{HEADER}{}", rows(6_000)).into_bytes(), "too_many_rows"),
        ("rows_5000.csv", format!("{HEADER}{}", rows(5_000)).into_bytes(), "read"),
        ("rows_million.csv", format!("{HEADER}{}", "A,B\n".repeat(4 * 1024 * 1024)).into_bytes(), "too_many_rows"),
        ("too_large.csv", vec![b'a'; 21 * 1024 * 1024], "too_large"),
        ("no_header.csv", b"a,b,c\nd,e,f\n".to_vec(), "no_header"),
        ("half_a_letter.csv", "Name,Passport No\nGUEST,E1234567\n张".as_bytes()[..34].to_vec(), "read"),
    ]
}

fn workbooks() -> Vec<Case> {
    let cell = |at: &str, text: &str| format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let header = format!("<row r=\"1\">{}{}</row>", cell("A1", "Name"), cell("B1", "Passport No"));
    let guest = format!("<row r=\"2\">{}{}</row>", cell("A2", "GUEST NAME"), cell("B2", "E1234567"));
    let sheet = |rows: &str| worksheet(rows);
    let good = format!("{header}{guest}");
    let far = format!("{good}<row r=\"1048576\">{}</row>", cell("XFD1048576", "far"));
    let columns: String = (0..100_000).map(|_| "<c t=\"inlineStr\"><is><t>x</t></is></c>").collect();
    let row = |row: u32| format!("<row r=\"{row}\">{}</row>", cell(&format!("A{row}"), "GUEST"));
    let rows = (2..6_000).map(row).collect::<Vec<_>>().concat();
    let laughs = format!(
        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>{}",
        sheet(&format!("{header}<row r=\"2\">{}</row>", cell("A2", "&c;")))
    );
    let outside = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/externalLinkPath" Target="http://example.invalid/steal" TargetMode="External"/></Relationships>"#;
    let strings = |count: &str| format!("<sst uniqueCount=\"{count}\"><si><t>x</t></si></sst>");
    let whole = book(&sheet(&good), &[]);
    vec![
        ("bomb.xlsx", bomb("xl/worksheets/sheet1.xml", b"<row/>", 500 * 1024 * 1024), "unfolds"),
        ("bomb_of_spaces.xlsx", bomb("xl/worksheets/sheet1.xml", b"          ", 60 * 1024 * 1024), "unfolds"),
        ("bomb_of_strings.xlsx", bomb("xl/sharedStrings.xml", b"<si/>", 40 * 1024 * 1024), "unfolds"),
        ("bomb_of_styles.xlsx", bomb("xl/styles.xml", b"<xf/>", 40 * 1024 * 1024), "unfolds"),
        ("bomb_beside.xlsx", bomb("xl/media/image1.png", b"\0\0\0\0", 300 * 1024 * 1024), "unfolds"),
        (
            "size_that_lies.xlsx",
            lying(&bomb("xl/worksheets/sheet1.xml", b"<row/>", 100 * 1024 * 1024)),
            "unfolds damaged",
        ),
        ("strings_stated.xlsx", book(&sheet(&good), &[("xl/sharedStrings.xml", &strings("40000000000"))]), "unfolds"),
        ("far_cell.xlsx", book(&sheet(&far), &[]), "read"),
        ("columns_100000.xlsx", book(&sheet(&format!("{header}<row r=\"2\">{columns}</row>")), &[]), "too_many_cells"),
        ("rows_6000.xlsx", book(&sheet(&format!("{header}{rows}")), &[]), "too_many_rows"),
        (
            "long_cell.xlsx",
            book(
                &sheet(&format!(
                    "{header}<row r=\"2\">{}{}</row>",
                    cell("A2", &"A".repeat(900_000)),
                    cell("B2", "E1234567")
                )),
                &[],
            ),
            "read",
        ),
        ("laughs.xlsx", book(&laughs, &[]), "damaged"),
        ("macros.xlsx", book(&sheet(&good), &[("xl/vbaProject.bin", "\u{1}Attribut\u{0}e VB_Name")]), "read"),
        (
            "outside_links.xlsx",
            book(&sheet(&good), &[("xl/externalLinks/_rels/externalLink1.xml.rels", outside)]),
            "read",
        ),
        ("no_cells.xlsx", book(&sheet(""), &[]), "empty"),
        ("half.xlsx", whole[..whole.len() / 2].to_vec(), "damaged"),
        ("many_parts.xlsx", many_parts(), "unfolds"),
        ("plain_as_csv.csv", sent("plain.xlsx"), "read"),
    ]
}

fn old_workbooks() -> Vec<Case> {
    let whole = sent("old_excel.xls");
    let mut stated = whole.clone();
    let dimensions = find(&stated, &[0x00, 0x02, 0x0E, 0x00]).expect("its dimensions");
    stated[dimensions + 8..dimensions + 12].fill(0xFF);
    let mut protected = whole.clone();
    let page = find(&protected, &[0x42, 0x00, 0x02, 0x00]).expect("its code page");
    protected[page] = 0x2F;
    let renamed = |name: &str| {
        let mut bytes = whole.clone();
        let letters = |name: &str| -> Vec<u8> { name.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let at = find(&bytes, &letters("Workbook")).expect("its stream");
        let letters = letters(name);
        bytes[at..at + letters.len()].copy_from_slice(&letters);
        bytes[at + 64] = u8::try_from(letters.len() + 2).expect("short");
        bytes
    };
    let mut circle = whole.clone();
    // The table of chains stands in the sector that the head names at 76.
    let table = (usize::from(circle[76]) + 1) * 512;
    for entry in 0..64 {
        circle[table + entry * 4..table + entry * 4 + 4].copy_from_slice(&[1, 0, 0, 0]);
    }
    vec![
        ("far_cell.xls", fs::read(folder("hostile").join("far_cell.xls")).expect("a file"), "too_many_cells"),
        ("dimensions.xls", stated, "read"),
        ("protected.xls", protected, "encrypted"),
        ("encrypted.xlsx", renamed("EncryptedPackage"), "encrypted"),
        ("letter.doc", renamed("WordDocument"), "not_a_table"),
        ("circle.xls", circle, "damaged not_a_table"),
        ("half.xls", whole[..whole.len() / 2].to_vec(), "damaged"),
        ("head.xls", whole[..600].to_vec(), "damaged"),
    ]
}

fn open_documents() -> Vec<Case> {
    let cell = |text: &str, more: &str| {
        format!("<table:table-cell office:value-type=\"string\"{more}><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &str, more: &str| format!("<table:table-row{more}>{cells}</table:table-row>");
    let header = row(&(cell("Name", "") + &cell("Passport No", "")), "");
    let guest = cell("GUEST NAME", "") + &cell("E1234567", "");
    let empty = "<table:table-cell table:number-columns-repeated=\"16383\"/>";
    let far = format!(
        "{}{}",
        row(empty, " table:number-rows-repeated=\"1048570\""),
        row(&(empty.to_owned() + &cell("far", "")), "")
    );
    let good = format!("{header}{}", row(&guest, ""));
    let repeated =
        |count: &str| format!("{header}{}", row(&guest, &format!(" table:number-rows-repeated=\"{count}\"")));
    let wide = format!("{header}{}", row(&cell("x", " table:number-columns-repeated=\"16384\""), ""));
    let both = format!(
        "{header}{}",
        row(&cell("x", " table:number-columns-repeated=\"90\""), " table:number-rows-repeated=\"4000000000\"")
    );
    vec![
        ("far_cell.ods", document(&format!("{good}{far}"), ""), "read"),
        ("rows_million.ods", document(&repeated("1048576"), ""), "too_many_rows"),
        ("rows_and_columns.ods", document(&both, ""), "too_many_cells too_many_rows read"),
        ("columns_16384.ods", document(&wide, ""), "too_many_cells"),
        ("encrypted.ods", document(&good, "<manifest:encryption-data/>"), "encrypted"),
        ("deep.ods", document(&format!("{good}{}", "<text:p>".repeat(200_000)), ""), "damaged"),
    ]
}

fn others() -> Vec<Case> {
    let mut nested = book(&worksheet(""), &[]);
    for _ in 0..20 {
        nested = archive(&[("inner.zip", &nested)]);
    }
    let letter = archive(&[("[Content_Types].xml", b"<Types/>".as_slice()), ("word/document.xml", b"<w:document/>")]);
    vec![
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n0000".to_vec(), "not_a_table"),
        ("letter.pdf", b"%PDF-1.7\n".to_vec(), "not_a_table"),
        ("page.xls", b"<html><table><tr><td>Name</td></tr></table></html>".to_vec(), "not_a_table"),
        ("letter.xlsx", letter, "not_a_table"),
        ("nested.zip", nested, "not_a_table"),
        ("empty.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec(), "not_a_table damaged"),
        ("head_alone.xlsx", b"PK\x03\x04".to_vec(), "damaged"),
    ]
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn worksheet(rows: &str) -> String {
    format!(
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
    )
}

/// The parts of a workbook but for its sheet.
fn frame() -> Vec<(&'static str, Vec<u8>)> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    vec![
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml").into_bytes()),
        (
            "xl/workbook.xml",
            format!("<workbook xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Guests\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>").into_bytes(),
        ),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml").into_bytes()),
    ]
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(content).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A workbook with this sheet and these further parts.
fn book(sheet: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let frame = frame();
    let mut parts: Vec<(&str, &[u8])> = frame.iter().map(|(name, content)| (*name, content.as_slice())).collect();
    parts.push(("xl/worksheets/sheet1.xml", sheet.as_bytes()));
    parts.extend(more.iter().map(|(name, content)| (*name, content.as_bytes())));
    archive(&parts)
}

/// A workbook of which one part unfolds to so many bytes.
fn bomb(part: &str, piece: &[u8], size: usize) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut parts = frame();
    if part != "xl/worksheets/sheet1.xml" {
        parts.push(("xl/worksheets/sheet1.xml", worksheet("").into_bytes()));
    }
    for (name, content) in parts {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part");
        archive.write_all(&content).expect("written");
    }
    archive.start_file(part, SimpleFileOptions::default()).expect("a part");
    archive.write_all(b"<worksheet><sheetData>").expect("written");
    let block = piece.repeat(64 * 1024 / piece.len());
    for _ in 0..size / block.len() {
        archive.write_all(&block).expect("written");
    }
    archive.finish().expect("an archive").into_inner()
}

/// The archive with every stated size made small.
fn lying(archive: &[u8]) -> Vec<u8> {
    let mut bytes = archive.to_vec();
    let heads: Vec<usize> =
        bytes.windows(4).enumerate().filter(|(_, window)| window == b"PK\x01\x02").map(|(at, _)| at).collect();
    for head in heads {
        bytes[head + 24..head + 28].copy_from_slice(&100_u32.to_le_bytes());
    }
    bytes
}

fn many_parts() -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in 0..5_000 {
        archive.start_file(format!("xl/worksheets/sheet{part}.xml"), SimpleFileOptions::default()).expect("a part");
    }
    archive.finish().expect("an archive").into_inner()
}

/// An `OpenDocument` spreadsheet with these rows.
fn document(rows: &str, in_manifest: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Guests\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("META-INF/manifest.xml", format!("<manifest:manifest>{in_manifest}</manifest:manifest>").as_bytes()),
        ("content.xml", content.as_bytes()),
    ])
}
