use super::{
    fonts::Weight,
    page::{Drawn, HEIGHT, WIDTH},
    paragraph::{Style, wrap},
    receipt::{ReceiptPaper, lay_out, receipt},
};
use crate::text::{Language, Words};

/// A receipt with the words that go wrong where text is not shaped, in each script.
fn paper(guests: usize) -> ReceiptPaper {
    ReceiptPaper {
        number: "R-7K2M94Q".into(),
        received: "២២ វិច្ឆិកា ២០២៦ ម៉ោង ១៣:០៥".into(),
        timeliness: "✅ On time".into(),
        on_time: true,
        premises: "Villa ភ្នំពេញ 金边公寓".into(),
        address: "House 12 ផ្ទះស្ត្រីខ្ញុំ 三楼, ".repeat(12),
        guests: (1..=guests).map(|number| format!("NGUYỄN THỊ ÁNH {number}")).collect(),
        arrived: "2026年11月22日".into(),
        reported_by: "Dara, clerk".into(),
        version: Some("corrected on 23 November 2026, version 2".into()),
        code: "H4TZ-9PLC".into(),
        link: "https://t.me/snaknov_bot?start=v_R-7K2M94Q_H4TZ-9PLC".into(),
        printed: "22 November 2026, 14:40".into(),
    }
}

fn printed(language: Language, paper: &ReceiptPaper) -> String {
    let text = text_of(&receipt(Words::of(language), paper).unwrap());
    text.split_whitespace().collect()
}

/// The text of a PDF as a reader copies it: glyphs by their font's map, but what a span says of itself goes first
/// (`ActualText`, ISO 32000-1, 14.9.4): that is how Khmer, whose glyphs do not stand in the order of the letters, is kept.
fn text_of(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let mut text = String::new();
    for page in document.get_pages().into_values() {
        let fonts = document.get_page_fonts(page).unwrap();
        let mut font = None;
        let mut spans = Vec::new();
        for operation in document.get_and_decode_page_content(page).unwrap().operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "Tf" => font = fonts[operands[0].as_name().unwrap()].get_font_encoding(&document).ok(),
                "BDC" => {
                    let said = operands[1].as_dict().and_then(|span| span.get(b"ActualText"));
                    let said = said.and_then(lopdf::decode_text_string).ok();
                    text.push_str(said.as_deref().unwrap_or_default());
                    spans.push(said.is_some());
                }
                "BMC" => spans.push(false),
                "EMC" => drop(spans.pop()),
                "Tj" | "TJ" if !spans.contains(&true) => {
                    let parts = operands[0].as_array().cloned().unwrap_or_else(|_| vec![operands[0].clone()]);
                    for part in parts.iter().filter_map(|part| part.as_str().ok()) {
                        text.push_str(&lopdf::Document::decode_text(font.as_ref().unwrap(), part).unwrap());
                    }
                }
                _ => {}
            }
        }
    }
    text
}

#[test]
fn a_receipt_reads_back_as_what_stands_on_it_in_each_language() {
    let paper = paper(1);
    for (language, heading, label) in [
        (Language::Km, "បង្កាន់ដៃ", "លេខកូដផ្ទៀងផ្ទាត់"),
        (Language::En, "Receipt", "Verificationcode"),
        (Language::Zh, "回执", "核验码"),
    ] {
        let text = printed(language, &paper);
        for expected in [
            heading,
            label,
            "R-7K2M94Q",
            "H4TZ-9PLC",
            "២២វិច្ឆិកា២០២៦ម៉ោង១៣:០៥",
            "Villaភ្នំពេញ金边公寓",
            "ផ្ទះស្ត្រីខ្ញុំ三楼",
            "NGUYỄNTHỊÁNH1",
            "2026年11月22日",
            "Dara,clerk",
            "version2",
        ] {
            assert!(text.contains(expected), "{language:?}: no {expected} in {text}");
        }
        assert!(!text.contains('✅'), "the symbol before the sentence gives way to the drawn mark");
    }
}

#[test]
fn the_same_receipt_gives_the_same_bytes_and_names_itself() {
    let words = Words::of(Language::Km);
    let bytes = receipt(words, &paper(1)).unwrap();
    assert_eq!(bytes, receipt(words, &paper(1)).unwrap());
    assert!(bytes.len() < 150_000, "{} bytes", bytes.len());
    assert!(bytes.starts_with(b"%PDF-"));
}

#[test]
fn what_no_font_has_is_printed_as_a_visible_mark() {
    let premises = "🏠 ເຮືອນ 𠮷 نزل".to_owned();
    let text = printed(Language::En, &ReceiptPaper { premises, ..paper(1) });
    assert!(text.contains("\u{fffd}"), "{text}");
}

#[test]
fn whatever_is_typed_can_be_printed() {
    let words = Words::of(Language::Km);
    for odd in [
        "",
        " ",
        "\u{17d2}",
        "\u{17d2}\u{17d2}ក\u{17d2}",
        "\u{200d}\u{fe0f}",
        "\0\n\r\t",
        "\u{301}",
        "…“”",
        "\u{10ffff}",
    ] {
        let odd = odd.to_owned();
        let paper = ReceiptPaper {
            premises: odd.clone(),
            address: odd.repeat(50),
            guests: vec![odd.clone(), odd.clone()],
            timeliness: odd.clone(),
            number: odd.clone(),
            link: odd,
            ..paper(0)
        };
        assert!(receipt(words, &paper).is_ok(), "{:?}", paper.premises);
    }
}

/// Left, top, right, bottom of the letters and of the code.
fn boxes(page: &[Drawn]) -> Vec<[f32; 4]> {
    let boxed = |drawn: &Drawn| match drawn {
        Drawn::Text { x, baseline, line, .. } => {
            let top = baseline - line.ascent();
            Some([*x, top, x + line.width(), top + line.height()])
        }
        Drawn::Code { x, y, side, .. } | Drawn::Mark { x, y, side, .. } => Some([*x, *y, x + side, y + side]),
        Drawn::Rule { .. } => None,
    };
    page.iter().filter_map(boxed).collect()
}

#[test]
fn nothing_overlaps_and_nothing_leaves_the_page() {
    for language in Language::ALL {
        for guests in [0, 1, 3, 80] {
            let pages = lay_out(Words::of(language), &paper(guests)).unwrap();
            assert_eq!(pages.len() > 1, guests == 80, "{guests} guests take {} pages", pages.len());
            for page in pages {
                let boxes = boxes(&page);
                for (at, a) in boxes.iter().enumerate() {
                    let inside = a[0] >= 50.0 && a[1] >= 40.0 && a[2] <= WIDTH - 50.0 && a[3] <= HEIGHT - 40.0;
                    assert!(inside, "{language:?}, {guests} guests: {a:?}");
                    for b in &boxes[..at] {
                        let apart = a[0] + 0.1 > b[2] || b[0] + 0.1 > a[2] || a[1] + 0.1 > b[3] || b[1] + 0.1 > a[3];
                        assert!(apart, "{language:?}, {guests} guests: {a:?} and {b:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn a_line_leaves_room_for_what_khmer_stacks() {
    let style = Style { language: Language::Km, weight: Weight::Regular, size: 10.0 };
    let height = |text| wrap(text, style, 400.0)[0].height();
    assert!(height("ស្ត្រី") > height("Street"));
}
