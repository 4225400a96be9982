//! A receipt on paper: A4, one page unless there are many guests. Deliberately no facts beyond those handed in, and no
//! word of its own outside the catalogue.

use crate::text::{Language, Words};

use super::{
    fonts::Weight,
    page::{self, Drawn, HEIGHT, Ink, WIDTH},
    paragraph::{Line, Style, wrap},
    qr::Pattern,
};

/// What stands on a receipt, each as it is to be read.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceiptPaper {
    /// The receipt's number.
    pub number: String,
    /// When the report was received.
    pub received: String,
    /// Whether it came within the deadline, in one sentence. Symbols before its first letter are left out.
    pub timeliness: String,
    /// Which mark stands before that sentence: a tick or a clock.
    pub on_time: bool,
    /// The name of the place.
    pub premises: String,
    /// Its address.
    pub address: String,
    /// The guests' names.
    pub guests: Vec<String>,
    /// The day of arrival.
    pub arrived: String,
    /// Who reported, and as what.
    pub reported_by: String,
    /// Which version of the report this is; none where there is only one.
    pub version: Option<String>,
    /// The verification code.
    pub code: String,
    /// Where the receipt is checked: the text of the QR code, an address of at most 2,331 bytes.
    pub link: String,
    /// When the paper was made.
    pub printed: String,
}

impl std::fmt::Debug for ReceiptPaper {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ReceiptPaper({} guests)", self.guests.len())
    }
}

/// From the page's left and right edge, points.
const MARGIN: f32 = 62.0;
/// From the page's top edge.
const TOP: f32 = 60.0;
/// Between the margins.
const CONTENT: f32 = WIDTH - 2.0 * MARGIN;
/// The column of labels.
const LABELS: f32 = 128.0;
/// Between two columns.
const GAP: f32 = 14.0;
/// The QR code.
const CODE: f32 = 106.0;
/// The column of the QR code, and of the words below it.
const CODE_COLUMN: f32 = 140.0;

/// A receipt as a PDF in the language of `words`. It fails only where the link is too long for a QR code.
pub fn receipt(words: &Words, paper: &ReceiptPaper) -> anyhow::Result<Vec<u8>> {
    let pages = lay_out(words, paper)?;
    let title = format!("{} {}", words.msg_paper_title(), paper.number);
    page::pdf(pages, title, words.language().as_str())
}

pub(super) fn lay_out(words: &Words, paper: &ReceiptPaper) -> anyhow::Result<Vec<Vec<Drawn>>> {
    let foot = Foot::of(words, paper);
    let mut flow = Flow::new(words.language(), HEIGHT - MARGIN - foot.height());
    flow.head(words);
    flow.proof(words, paper)?;
    flow.rows(words, paper);
    let mut pages = flow.pages;
    let count = pages.len();
    for (at, page) in pages.iter_mut().enumerate() {
        let number =
            (count > 1).then(|| format!("{} · {}/{}", paper.number, words.digits(at + 1), words.digits(count)));
        foot.draw(page, number);
    }
    Ok(pages)
}

/// Pages that are filled from top to bottom.
struct Flow {
    language: Language,
    pages: Vec<Vec<Drawn>>,
    /// Where the next thing goes.
    y: f32,
    /// What lies below belongs to the foot.
    limit: f32,
}

impl Flow {
    fn new(language: Language, limit: f32) -> Self {
        Self { language, pages: vec![Vec::new()], y: TOP, limit }
    }

    fn draw(&mut self, drawn: Drawn) {
        if let Some(page) = self.pages.last_mut() {
            page.push(drawn);
        }
    }

    fn style(&self, size: f32, weight: Weight) -> Style {
        Style { language: self.language, weight, size }
    }

    /// Draws lines below each other, and moves below them.
    fn text(&mut self, x: f32, lines: Vec<Line>, ink: Ink) {
        for line in lines {
            let (baseline, height) = (self.y + line.ascent(), line.height());
            self.draw(Drawn::Text { x, baseline, line, ink });
            self.y += height;
        }
    }

    fn rule(&mut self, thickness: f32, ink: Ink) {
        self.draw(Drawn::Rule { x: MARGIN, y: self.y, width: CONTENT, thickness, ink });
        self.y += thickness;
    }

    /// What this paper is.
    fn head(&mut self, words: &Words) {
        let title = wrap(&words.msg_paper_title(), self.style(25.0, Weight::SemiBold), CONTENT);
        self.text(MARGIN, title, Ink::Black);
        let subtitle = wrap(&words.msg_paper_subtitle(), self.style(12.0, Weight::Regular), CONTENT);
        self.text(MARGIN, subtitle, Ink::Grey);
        self.y += 12.0;
        self.rule(1.4, Ink::Black);
    }

    /// What proves the report, beside the code by which it is checked.
    fn proof(&mut self, words: &Words, paper: &ReceiptPaper) -> anyhow::Result<()> {
        let width = CONTENT - CODE_COLUMN - 2.0 * GAP;
        let top = self.y + 18.0;
        self.y = top - 4.0;
        for (label, value, size, weight) in [
            (words.msg_paper_number(), &paper.number, 19.0, Weight::SemiBold),
            (words.msg_paper_code(), &paper.code, 13.0, Weight::Regular),
        ] {
            self.text(MARGIN, wrap(&label, self.style(9.5, Weight::Regular), width), Ink::Grey);
            self.text(MARGIN, wrap(value, self.style(size, weight), width), Ink::Black);
            self.y += 8.0;
        }
        self.y += 6.0;
        let sentence = paper.timeliness.trim_start_matches(|c: char| !c.is_alphanumeric() && !"(（«“\"".contains(c));
        let lines = wrap(sentence, self.style(11.5, Weight::Regular), width - 22.0);
        let side = 13.0;
        let middle = lines.first().map_or(0.0, |line| line.ascent() - line.size * 0.36);
        self.draw(Drawn::Mark { x: MARGIN, y: self.y + middle - side / 2.0, side, on_time: paper.on_time });
        self.text(MARGIN + 22.0, lines, Ink::Black);
        let bottom = self.y;

        let left = MARGIN + CONTENT - CODE_COLUMN;
        let x = left + (CODE_COLUMN - CODE) / 2.0;
        let pattern = Pattern::of(&paper.link)?;
        self.draw(Drawn::Code { x, y: top, side: CODE, pattern, link: paper.link.clone() });
        self.y = top + CODE + 7.0;
        for (text, size) in [(words.msg_paper_scan(), 9.0), (without_scheme(&paper.link), 7.0)] {
            for line in wrap(&text, self.style(size, Weight::Regular), CODE_COLUMN) {
                let x = left + (CODE_COLUMN - line.width()) / 2.0;
                self.text(x, vec![line], Ink::Grey);
            }
        }
        self.y = self.y.max(bottom) + 16.0;
        Ok(())
    }

    /// What was reported.
    fn rows(&mut self, words: &Words, paper: &ReceiptPaper) {
        let guests = if paper.guests.len() == 1 { words.msg_paper_guest() } else { words.msg_paper_guests() };
        let one = std::slice::from_ref;
        self.row(&words.msg_paper_received(), one(&paper.received));
        self.row(&guests, &paper.guests);
        self.row(&words.msg_paper_arrived(), one(&paper.arrived));
        self.row(&words.msg_paper_premises(), one(&paper.premises));
        self.row(&words.msg_paper_address(), one(&paper.address));
        self.row(&words.msg_paper_reported_by(), one(&paper.reported_by));
        if let Some(version) = &paper.version {
            self.row(&words.msg_paper_version(), one(version));
        }
        self.rule(0.6, Ink::Pale);
    }

    /// A label beside its values, on further pages where they do not fit.
    fn row(&mut self, label: &str, values: &[String]) {
        let style = self.style(11.5, Weight::Regular);
        let x = MARGIN + LABELS + GAP;
        let mut labels = wrap(label, self.style(9.5, Weight::Regular), LABELS).into_iter();
        let mut values = values.iter().flat_map(|value| wrap(value, style, CONTENT - LABELS - GAP));
        self.break_page(60.0);
        self.rule(0.6, Ink::Pale);
        self.y += 7.0;
        loop {
            let (label, value) = (labels.next(), values.next());
            let both = || label.iter().chain(&value);
            if both().next().is_none() {
                break;
            }
            let ascent = both().map(Line::ascent).fold(0.0, f32::max);
            let height = both().map(Line::height).fold(0.0, f32::max);
            self.break_page(height);
            let baseline = self.y + ascent;
            if let Some(line) = label {
                self.draw(Drawn::Text { x: MARGIN, baseline, line, ink: Ink::Grey });
            }
            if let Some(line) = value {
                self.draw(Drawn::Text { x, baseline, line, ink: Ink::Black });
            }
            self.y += height;
        }
        self.y += 7.0;
    }

    /// Goes on with the next page where less room is left.
    fn break_page(&mut self, room: f32) {
        if self.y + room > self.limit {
            self.pages.push(Vec::new());
            self.y = TOP;
        }
    }
}

/// What stands at the bottom of each page.
struct Foot {
    note: String,
    printed: String,
    style: Style,
}

impl Foot {
    fn of(words: &Words, paper: &ReceiptPaper) -> Self {
        let style = Style { language: words.language(), weight: Weight::Regular, size: 8.8 };
        Self { note: words.msg_paper_footnote(), printed: words.msg_paper_printed(paper.printed.as_str()), style }
    }

    fn lines(&self, number: Option<String>) -> Vec<Line> {
        let last = [Some(self.printed.clone()), number].into_iter().flatten().collect::<Vec<_>>().join("   ");
        let mut lines = wrap(&self.note, self.style, CONTENT);
        lines.extend(wrap(&last, self.style, CONTENT));
        lines
    }

    fn height(&self) -> f32 {
        self.lines(None).iter().map(Line::height).sum::<f32>() + 20.0
    }

    fn draw(&self, page: &mut Vec<Drawn>, number: Option<String>) {
        let mut y = HEIGHT - MARGIN - self.height() + 20.0;
        for line in self.lines(number) {
            let (baseline, height) = (y + line.ascent(), line.height());
            page.push(Drawn::Text { x: MARGIN, baseline, line, ink: Ink::Grey });
            y += height;
        }
    }
}

/// An address as people copy it by hand.
fn without_scheme(link: &str) -> String {
    link.strip_prefix("https://").unwrap_or(link).to_owned()
}
