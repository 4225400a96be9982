//! The compound file in which old Excel workbooks lie: which streams there are, and where in the file their bytes are.
//! Deliberately no copy of them.

/// A free or ending entry of a chain; sectors have smaller numbers.
const RESERVED: u32 = 0xFFFF_FFFA;

/// Streams below this length lie in the small sectors of the root's stream.
const SMALL: u64 = 4096;

/// The first bytes of such a file.
pub(super) const SIGNATURE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// A compound file.
pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    chains: Vec<u32>,
    small_chains: Vec<u32>,
    /// Where in the file the small sectors lie, in pieces of a sector.
    small: Vec<usize>,
    streams: Vec<Named>,
}

struct Named {
    name: String,
    first: u32,
    length: u64,
}

/// A stream: where in the file each of its pieces begins.
pub(super) struct Stream<'a> {
    bytes: &'a [u8],
    pieces: Vec<usize>,
    piece: usize,
    length: usize,
}

impl<'a> Compound<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let head = bytes.get(..512).filter(|head| head.starts_with(SIGNATURE))?;
        let sector = match number(head, 30, 2) {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let mut compound = Self {
            bytes,
            sector,
            chains: Vec::new(),
            small_chains: Vec::new(),
            small: Vec::new(),
            streams: Vec::new(),
        };
        compound.chains = compound.chains(head);
        let directory = compound.chain(u32_at(head, 48))?;
        let entries = directory.iter().flat_map(|at| (0..sector / 128).map(move |entry| at + entry * 128));
        compound.streams = entries.filter_map(|at| named(bytes.get(at..at + 128)?)).collect();
        let root = compound.streams.first()?.first;
        compound.small = compound.chain(root)?;
        let small_chains = compound.chain(u32_at(head, 60))?;
        compound.small_chains = small_chains.iter().flat_map(|at| compound.numbers(*at)).collect();
        Some(compound)
    }

    /// Whether there is a stream of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|stream| stream.name.eq_ignore_ascii_case(name))
    }

    /// Whether all sectors that the chains name are there.
    pub(super) fn is_whole(&self) -> bool {
        let last = self.chains.iter().rposition(|next| *next != u32::MAX);
        last.is_none_or(|last| (last + 1) * self.sector < self.bytes.len())
    }

    pub(super) fn stream(&self, name: &str) -> Option<Stream<'a>> {
        let found = self.streams.iter().find(|stream| stream.name.eq_ignore_ascii_case(name))?;
        let is_small = found.length < SMALL;
        let (piece, pieces) =
            if is_small { (64, self.small_chain(found.first)?) } else { (self.sector, self.chain(found.first)?) };
        let length = usize::try_from(found.length).ok()?.min(pieces.len() * piece);
        Some(Stream { bytes: self.bytes, pieces, piece, length })
    }

    /// The table of chains: for each sector the next one.
    fn chains(&self, head: &[u8]) -> Vec<u32> {
        let most = self.bytes.len() / self.sector + 1;
        let mut tables: Vec<u32> = (76..512).step_by(4).map(|at| u32_at(head, at)).collect();
        let mut more = u32_at(head, 68);
        while more < RESERVED && tables.len() <= most + 109 {
            let mut listed: Vec<u32> = self.place(more).map(|at| self.numbers(at).collect()).unwrap_or_default();
            more = listed.pop().unwrap_or(u32::MAX);
            tables.extend(listed);
        }
        let places = tables.into_iter().filter(|table| *table < RESERVED).filter_map(|table| self.place(table));
        places.take(most).flat_map(|at| self.numbers(at).collect::<Vec<_>>()).take(most + self.sector).collect()
    }

    /// Where the sectors of a chain begin; none for a chain that runs in a circle, which other readers follow for ever.
    fn chain(&self, first: u32) -> Option<Vec<usize>> {
        let mut places = Vec::new();
        let mut next = first;
        while let Some(place) = self.place(next) {
            places.push(place);
            if places.len() > self.chains.len() {
                return None;
            }
            next = self.chains.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        Some(places)
    }

    fn small_chain(&self, first: u32) -> Option<Vec<usize>> {
        let mut places = Vec::new();
        let mut next = first;
        while next < RESERVED {
            if places.len() > self.small_chains.len() {
                return None;
            }
            let at = next as usize * 64;
            let Some(sector) = self.small.get(at / self.sector) else { break };
            places.push(sector + at % self.sector);
            next = self.small_chains.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        Some(places)
    }

    /// Where a sector begins, if it is in the file.
    fn place(&self, sector: u32) -> Option<usize> {
        let at = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        (sector < RESERVED && at < self.bytes.len()).then_some(at)
    }

    fn numbers(&self, at: usize) -> impl Iterator<Item = u32> + use<'a> {
        let end = (at + self.sector).min(self.bytes.len());
        let sector = self.bytes.get(at..end).unwrap_or_default();
        sector.chunks_exact(4).map(|four| u32_at(four, 0))
    }
}

impl Stream<'_> {
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// A number of so many bytes, the smallest first; bytes beyond the end are zero.
    pub(super) fn number(&self, at: usize, width: usize) -> u64 {
        let byte = |at| self.place(at).and_then(|place| self.bytes.get(place)).copied().unwrap_or(0);
        (at..at + width).rev().fold(0, |sum, at| sum << 8 | u64::from(byte(at)))
    }

    /// Overwrites two bytes in a copy of the file.
    pub(super) fn overwrite(&self, copy: &mut [u8], at: usize, with: [u8; 2]) {
        for (at, byte) in (at..).zip(with) {
            if let Some(place) = self.place(at).and_then(|place| copy.get_mut(place)) {
                *place = byte;
            }
        }
    }

    fn place(&self, at: usize) -> Option<usize> {
        let piece = self.pieces.get(at / self.piece).filter(|_| at < self.length)?;
        Some(piece + at % self.piece)
    }
}

fn named(entry: &[u8]) -> Option<Named> {
    let letters = usize::try_from(number(entry, 64, 2)).ok()?.clamp(2, 64) - 2;
    let units: Vec<u16> =
        entry.get(..letters)?.chunks_exact(2).map(|two| u16::from_le_bytes([two[0], two[1]])).collect();
    Some(Named { name: String::from_utf16_lossy(&units), first: u32_at(entry, 116), length: number(entry, 120, 4) })
}

fn number(bytes: &[u8], at: usize, width: usize) -> u64 {
    let digits = bytes.get(at..at + width).unwrap_or_default();
    digits.iter().rev().fold(0, |sum, digit| sum << 8 | u64::from(*digit))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::try_from(number(bytes, at, 4)).unwrap_or(u32::MAX)
}
