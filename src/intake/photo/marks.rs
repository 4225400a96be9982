//! Dark marks on a lighter ground: a picture becomes the boxes of whatever may be a character. It knows nothing of
//! characters, and keeps a mark wherever one may be.

use image::GrayImage;

/// A connected piece of ink: its box, around the middle.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
}

impl Mark {
    pub(super) fn size(&self) -> f32 {
        self.width.max(self.height)
    }
}

/// How ink is told from ground.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ink {
    /// Half the side of the square around a pixel that it is compared with.
    pub(super) reach: u32,
    /// The share by which it must be darker than that square's mean.
    pub(super) darker: f32,
}

/// The marks that are at least 4 and at most 110 pixels in their longer side.
pub(super) fn marks(grey: &GrayImage, ink: Ink) -> Vec<Mark> {
    let sums = Sums::of(grey);
    let (width, height) = grey.dimensions();
    let mut pieces = Pieces::default();
    let (mut above, mut here): (Vec<Run>, Vec<Run>) = (Vec::new(), Vec::new());
    for y in 0..height {
        here.clear();
        let mut start = None;
        for x in 0..=width {
            let inked = x < width && sums.is_ink(grey, x, y, ink);
            match (start, inked) {
                (None, true) => start = Some(x),
                (Some(from), false) => {
                    here.push(pieces.add(Run { from, to: x, piece: 0 }, y, &above));
                    start = None;
                }
                _ => {}
            }
        }
        std::mem::swap(&mut above, &mut here);
    }
    pieces.marks()
}

/// Sums of all pixels above and to the left, so that the mean of any rectangle is four look-ups.
pub(super) struct Sums {
    upto: Vec<u32>,
    width: usize,
    height: usize,
}

impl Sums {
    pub(super) fn of(grey: &GrayImage) -> Self {
        let (width, height) = (grey.width() as usize, grey.height() as usize);
        let mut upto = vec![0_u32; (width + 1) * (height + 1)];
        for (y, row) in grey.as_raw().chunks_exact(width.max(1)).enumerate() {
            let mut line = 0_u32;
            for (x, &pixel) in row.iter().enumerate() {
                line += u32::from(pixel);
                upto[(y + 1) * (width + 1) + x + 1] = upto[y * (width + 1) + x + 1].wrapping_add(line);
            }
        }
        Self { upto, width, height }
    }

    /// The mean of the square around a pixel, as far as it lies in the picture.
    #[expect(clippy::cast_precision_loss, reason = "sums of a few thousand bytes")]
    pub(super) fn mean(&self, x: u32, y: u32, reach: u32) -> f32 {
        let (x, y, reach) = (x as usize, y as usize, reach as usize);
        let (left, right) = (x.saturating_sub(reach), (x + reach + 1).min(self.width));
        let (top, bottom) = (y.saturating_sub(reach), (y + reach + 1).min(self.height));
        let stride = self.width + 1;
        let sum = self.upto[bottom * stride + right]
            .wrapping_sub(self.upto[top * stride + right])
            .wrapping_sub(self.upto[bottom * stride + left])
            .wrapping_add(self.upto[top * stride + left]);
        sum as f32 / ((right - left) * (bottom - top)) as f32
    }

    fn is_ink(&self, grey: &GrayImage, x: u32, y: u32, ink: Ink) -> bool {
        let mean = self.mean(x, y, ink.reach);
        f32::from(grey.get_pixel(x, y).0[0]) < mean - (mean * ink.darker).max(4.0)
    }
}

/// Ink in one row of pixels, up to but not including `to`.
#[derive(Clone, Copy)]
struct Run {
    from: u32,
    to: u32,
    piece: usize,
}

#[derive(Clone, Copy)]
struct Bounds {
    left: u32,
    right: u32,
    top: u32,
    bottom: u32,
    area: u32,
}

/// Pieces as they grow together from row to row.
#[derive(Default)]
struct Pieces {
    joined_to: Vec<usize>,
    bounds: Vec<Bounds>,
}

impl Pieces {
    fn add(&mut self, run: Run, y: u32, above: &[Run]) -> Run {
        let mut piece = None;
        // Touching at a corner counts.
        let first = above.partition_point(|other| other.to < run.from);
        for other in above[first..].iter().take_while(|other| other.from <= run.to) {
            let root = self.root(other.piece);
            piece = Some(match piece {
                None => root,
                Some(mine) => self.join(mine, root),
            });
        }
        let bounds = Bounds { left: run.from, right: run.to, top: y, bottom: y + 1, area: run.to - run.from };
        let piece = piece.unwrap_or_else(|| {
            self.joined_to.push(self.bounds.len());
            self.bounds.push(Bounds { area: 0, ..bounds });
            self.bounds.len() - 1
        });
        self.grow(piece, bounds);
        Run { piece, ..run }
    }

    fn root(&mut self, mut piece: usize) -> usize {
        while self.joined_to[piece] != piece {
            self.joined_to[piece] = self.joined_to[self.joined_to[piece]];
            piece = self.joined_to[piece];
        }
        piece
    }

    fn join(&mut self, one: usize, other: usize) -> usize {
        if one != other {
            self.joined_to[other] = one;
            let bounds = self.bounds[other];
            self.grow(one, bounds);
        }
        one
    }

    fn grow(&mut self, piece: usize, by: Bounds) {
        let bounds = &mut self.bounds[piece];
        bounds.left = bounds.left.min(by.left);
        bounds.right = bounds.right.max(by.right);
        bounds.top = bounds.top.min(by.top);
        bounds.bottom = bounds.bottom.max(by.bottom);
        bounds.area += by.area;
    }

    #[expect(clippy::cast_precision_loss, reason = "positions in a picture")]
    fn marks(&self) -> Vec<Mark> {
        let roots = self.bounds.iter().enumerate().filter(|&(piece, _)| self.joined_to[piece] == piece);
        roots
            .map(|(_, bounds)| bounds)
            .filter(|bounds| {
                let size = (bounds.right - bounds.left).max(bounds.bottom - bounds.top);
                (4..=110).contains(&size) && bounds.area >= 6
            })
            .map(|bounds| Mark {
                x: (bounds.left + bounds.right) as f32 / 2.0,
                y: (bounds.top + bounds.bottom) as f32 / 2.0,
                width: (bounds.right - bounds.left) as f32,
                height: (bounds.bottom - bounds.top) as f32,
            })
            .collect()
    }
}
