//! The table of areas as shipped, read once; it does not search.

use std::sync::OnceLock;

use super::{AreaCode, place::Places, search::Index};

static TABLE: &str = include_str!("../../../data/areas.tsv");

/// How deep an area stands; a province is the least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A province or the capital, 2 digits.
    Province,
    /// A district, khan or town, 4 digits.
    District,
    /// A commune or sangkat, 6 digits.
    Commune,
    /// A village, 8 digits.
    Village,
}

impl Level {
    /// The length of a code of this level.
    pub fn digits(self) -> usize {
        match self {
            Self::Province => 2,
            Self::District => 4,
            Self::Commune => 6,
            Self::Village => 8,
        }
    }

    /// The level one step deeper; none below a village.
    pub fn below(self) -> Option<Self> {
        match self {
            Self::Province => Some(Self::District),
            Self::District => Some(Self::Commune),
            Self::Commune => Some(Self::Village),
            Self::Village => None,
        }
    }
}

/// What an area is called in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AreaKind {
    /// A province (khet).
    Province,
    /// The capital (reachtheani): Phnom Penh.
    Capital,
    /// A rural district (srok).
    District,
    /// A district of the capital (khan).
    Khan,
    /// A town (krong).
    Town,
    /// A rural commune (khum).
    Commune,
    /// A commune of a town or khan (sangkat).
    Sangkat,
    /// A village (phum).
    Village,
}

impl AreaKind {
    /// The level at which this kind stands.
    pub fn level(self) -> Level {
        match self {
            Self::Province | Self::Capital => Level::Province,
            Self::District | Self::Khan | Self::Town => Level::District,
            Self::Commune | Self::Sangkat => Level::Commune,
            Self::Village => Level::Village,
        }
    }

    /// The Khmer word that is written directly before the name.
    pub fn khmer(self) -> &'static str {
        match self {
            Self::Province => "ខេត្ត",
            Self::Capital => "រាជធានី",
            Self::District => "ស្រុក",
            Self::Khan => "ខណ្ឌ",
            Self::Town => "ក្រុង",
            Self::Commune => "ឃុំ",
            Self::Sangkat => "សង្កាត់",
            Self::Village => "ភូមិ",
        }
    }

    /// The word in Latin letters: the Khmer one as signs and addresses spell it, English for provinces.
    pub fn english(self) -> &'static str {
        match self {
            Self::Province => "Province",
            Self::Capital => "Capital",
            Self::District => "Srok",
            Self::Khan => "Khan",
            Self::Town => "Krong",
            Self::Commune => "Khum",
            Self::Sangkat => "Sangkat",
            Self::Village => "Phum",
        }
    }

    fn from_table(word: &str) -> Self {
        match word {
            "province" => Self::Province,
            "capital" => Self::Capital,
            "district" => Self::District,
            "khan" => Self::Khan,
            "town" => Self::Town,
            "commune" => Self::Commune,
            "sangkat" => Self::Sangkat,
            "" => Self::Village,
            other => unreachable!("areas.tsv has the kind {other:?}"),
        }
    }
}

/// One area, as published by the Ministry of Economy and Finance and repaired (see data/NOTICES.md).
#[derive(Debug, PartialEq, Eq)]
pub struct Area {
    /// The code by which the area is stored.
    pub code: AreaCode,
    /// What the area is called in law.
    pub kind: AreaKind,
    /// The Khmer name without the word for the kind (a few villages repeat that word in their name).
    pub khmer: &'static str,
    /// The name in Latin letters without the word for the kind.
    pub latin: &'static str,
    /// The Chinese name; provinces only.
    pub chinese: Option<&'static str>,
    /// The code under which it was published, which for some villages is malformed or shared.
    pub published: &'static str,
}

impl Area {
    /// The Khmer name with the word for the kind before it, once.
    pub fn khmer_with_kind(&self) -> String {
        let word = self.kind.khmer();
        if self.khmer.starts_with(word) { self.khmer.to_owned() } else { format!("{word}{}", self.khmer) }
    }

    /// The Latin name as an English address writes it: `Sangkat Tonle Basak`, `Kampot Province`, `Phnom Penh`.
    pub fn english_with_kind(&self) -> String {
        let word = self.kind.english();
        match self.kind {
            AreaKind::Capital => self.latin.to_owned(),
            AreaKind::Province => format!("{} {word}", self.latin),
            _ if self.latin.starts_with(word) => self.latin.to_owned(),
            _ => format!("{word} {}", self.latin),
        }
    }
}

/// All areas, in the order of their codes.
pub struct Gazetteer {
    areas: Vec<Area>,
    /// Position of an area and its further names to search by, separated by `|`.
    pub(super) aliases: Vec<(usize, &'static str)>,
    pub(super) index: OnceLock<Index>,
    pub(super) places: OnceLock<Places>,
}

impl Gazetteer {
    /// The one gazetteer, read at the first call.
    pub fn get() -> &'static Self {
        static GAZETTEER: OnceLock<Gazetteer> = OnceLock::new();
        GAZETTEER.get_or_init(|| Self::read(TABLE))
    }

    /// The area with this code.
    pub fn area(&self, code: AreaCode) -> Option<&Area> {
        let at = self.areas.binary_search_by_key(&code, |area| area.code).ok()?;
        self.areas.get(at)
    }

    /// The areas directly below `parent`, or the provinces, in the order of their codes.
    pub fn children(&self, parent: Option<AreaCode>) -> impl Iterator<Item = &Area> {
        let level = parent.map_or(Some(Level::Province), |code| code.level().below());
        self.subtree(parent).iter().filter(move |area| Some(area.kind.level()) == level)
    }

    /// `root` and all areas in it, or all areas; a parent comes before its children.
    pub fn subtree(&self, root: Option<AreaCode>) -> &[Area] {
        &self.areas[self.positions(root)]
    }

    /// From the province down to the area itself; empty for an unknown code.
    pub fn path(&self, code: AreaCode) -> Vec<&Area> {
        if self.area(code).is_none() {
            return Vec::new();
        }
        [Level::Province, Level::District, Level::Commune, Level::Village]
            .into_iter()
            .filter_map(|level| self.area(code.at_level(level)?))
            .collect()
    }

    /// Where `root` and the areas in it stand.
    pub(super) fn positions(&self, root: Option<AreaCode>) -> std::ops::Range<usize> {
        let Some(root) = root else {
            return 0..self.areas.len();
        };
        let start = self.areas.partition_point(|area| area.code < root);
        let inside = self.areas[start..].partition_point(|area| area.code.is_within(&root));
        start..start + inside
    }

    /// The area at a position.
    pub(super) fn at(&self, position: usize) -> &Area {
        &self.areas[position]
    }

    fn read(table: &'static str) -> Self {
        let mut areas = Vec::with_capacity(17_000);
        let mut aliases = Vec::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().unwrap_or("");
            let text = cell();
            let code = AreaCode::try_from(text).expect("the converter writes codes in the first column");
            let (khmer, latin, kind, published, chinese) = (cell(), cell(), cell(), cell(), cell());
            let further = cell();
            if !further.is_empty() || !chinese.is_empty() {
                aliases.push((areas.len(), further));
            }
            areas.push(Area {
                code,
                kind: AreaKind::from_table(kind),
                khmer,
                latin,
                chinese: Some(chinese).filter(|name| !name.is_empty()),
                published: if published.is_empty() { text } else { published },
            });
        }
        areas.shrink_to_fit();
        Self { areas, aliases, index: OnceLock::new(), places: OnceLock::new() }
    }
}
