//! Pages of lines, rules, a code and a mark, and how they become a PDF. Deliberately black and grey on white: papers are
//! printed on whatever is at hand.

use anyhow::Context as _;
use krilla::{
    Document,
    action::LinkAction,
    annotation::{LinkAnnotation, Target},
    color::luma,
    geom::{Path, PathBuilder, Point, Rect},
    metadata::Metadata,
    num::NormalizedF32,
    page::PageSettings,
    paint::{Fill, FillRule, Stroke},
    surface::Surface,
};

use super::{paragraph::Line, qr::Pattern};

/// A4, points.
pub(super) const WIDTH: f32 = 595.28;
/// A4, points.
pub(super) const HEIGHT: f32 = 841.89;

/// How dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    Black,
    Grey,
    Pale,
}

impl Ink {
    fn fill(self) -> Fill {
        let lightness = match self {
            Self::Black => 0,
            Self::Grey => 90,
            Self::Pale => 190,
        };
        Fill { paint: luma::Color::new(lightness).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
    }
}

/// Something at a place of a page; points from the page's left and top.
pub(super) enum Drawn {
    /// Text; `baseline` is where its letters stand.
    Text { x: f32, baseline: f32, line: Line, ink: Ink },
    /// A horizontal rule.
    Rule { x: f32, y: f32, width: f32, thickness: f32, ink: Ink },
    /// A QR code and where it leads.
    Code { x: f32, y: f32, side: f32, pattern: Pattern, link: String },
    /// A tick in a circle, or a clock.
    Mark { x: f32, y: f32, side: f32, on_time: bool },
}

/// The pages as a PDF.
pub(super) fn pdf(pages: Vec<Vec<Drawn>>, title: String, language: &str) -> anyhow::Result<Vec<u8>> {
    let mut document = Document::new();
    document.set_metadata(Metadata::new().title(title).language(language.to_owned()).creator("Snaknov".to_owned()));
    for drawn in pages {
        let mut page = document.start_page_with(PageSettings::from_wh(WIDTH, HEIGHT).context("the size of A4")?);
        let mut links = Vec::new();
        let mut surface = page.surface();
        for drawn in drawn {
            draw(&mut surface, &drawn)?;
            if let Drawn::Code { x, y, side, link, .. } = drawn {
                let area = Rect::from_xywh(x, y, side, side).context("the place of a QR code")?;
                links.push(LinkAnnotation::new(area, Target::Action(LinkAction::new(link).into())));
            }
        }
        surface.finish();
        for link in links {
            page.add_annotation(link.into());
        }
        page.finish();
    }
    document.finish().map_err(|error| anyhow::anyhow!("writing a PDF: {error:?}"))
}

fn draw(surface: &mut Surface<'_>, drawn: &Drawn) -> anyhow::Result<()> {
    match drawn {
        Drawn::Text { x, baseline, line, ink } => {
            surface.set_fill(Some(ink.fill()));
            let mut x = *x;
            for set in &line.sets {
                let font = set.run.typeface.embedded.clone();
                surface.draw_glyphs(Point::from_xy(x, *baseline), &set.glyphs, font, &set.run.text, line.size, false);
                x += set.width() * line.size;
            }
        }
        Drawn::Rule { x, y, width, thickness, ink } => {
            surface.set_fill(Some(ink.fill()));
            surface.draw_path(&rectangles([(*x, *y, *width, *thickness)])?);
        }
        Drawn::Code { x, y, side, pattern, .. } => {
            surface.set_fill(Some(Ink::Black.fill()));
            surface.draw_path(&squares(*x, *y, *side, pattern)?);
        }
        Drawn::Mark { x, y, side, on_time } => draw_mark(surface, (*x, *y), *side, *on_time)?,
    }
    Ok(())
}

fn rectangles(rectangles: impl IntoIterator<Item = (f32, f32, f32, f32)>) -> anyhow::Result<Path> {
    let mut path = PathBuilder::new();
    for (x, y, width, height) in rectangles {
        path.push_rect(Rect::from_xywh(x, y, width, height).context("a rectangle without area")?);
    }
    path.finish().context("an empty path")
}

#[expect(clippy::cast_precision_loss, reason = "a code has at most 177 squares a side")]
fn squares(x: f32, y: f32, side: f32, pattern: &Pattern) -> anyhow::Result<Path> {
    let square = side / pattern.side as f32;
    let stretches = pattern.stretches().into_iter();
    rectangles(stretches.map(|(row, column, length)| {
        (x + column as f32 * square, y + row as f32 * square, length as f32 * square, square)
    }))
}

/// Seen from afar, and on a bad copy, the tick and the clock still differ.
fn draw_mark(surface: &mut Surface<'_>, (x, y): (f32, f32), side: f32, on_time: bool) -> anyhow::Result<()> {
    let radius = side / 2.0;
    let at = |dx: f32, dy: f32| (x + radius + dx * radius, y + radius + dy * radius);
    let mut circle = PathBuilder::new();
    // Four curves that lie within a thousandth of a circle.
    let bend = 0.5523;
    let points: [[(f32, f32); 3]; 4] = [
        [(1.0, bend), (bend, 1.0), (0.0, 1.0)],
        [(-bend, 1.0), (-1.0, bend), (-1.0, 0.0)],
        [(-1.0, -bend), (-bend, -1.0), (0.0, -1.0)],
        [(bend, -1.0), (1.0, -bend), (1.0, 0.0)],
    ];
    let (start_x, start_y) = at(1.0, 0.0);
    circle.move_to(start_x, start_y);
    for curve in points {
        let [(ax, ay), (bx, by), (cx, cy)] = curve.map(|(dx, dy)| at(dx, dy));
        circle.cubic_to(ax, ay, bx, by, cx, cy);
    }
    circle.close();
    let strokes = if on_time {
        [at(-0.45, 0.02), at(-0.1, 0.38), at(0.48, -0.34)]
    } else {
        [at(0.0, -0.58), at(0.0, 0.0), at(0.4, 0.26)]
    };
    let mut hand = PathBuilder::new();
    for (number, (x, y)) in strokes.into_iter().enumerate() {
        if number == 0 { hand.move_to(x, y) } else { hand.line_to(x, y) }
    }
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { width: side / 12.0, ..Stroke::default() }));
    for path in [circle, hand] {
        surface.draw_path(&path.finish().context("an empty path")?);
    }
    surface.set_stroke(None);
    Ok(())
}
