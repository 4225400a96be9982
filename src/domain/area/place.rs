//! Which areas lie near a position on the map; it suggests, a person confirms, and it knows nothing finer than districts.

use super::{Area, AreaCode, Gazetteer, Level};

static POINTS: &str = include_str!("../../../data/points.tsv");
static OUTLINES: &str = include_str!("../../../data/outlines.tsv");

/// A position known to lie in a district.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KnownPoint {
    /// The district, or an area in it.
    pub area: AreaCode,
    /// Degrees north, WGS 84.
    pub latitude: f64,
    /// Degrees east, WGS 84.
    pub longitude: f64,
}

/// What lies near a position; nothing, if that is not in Cambodia or close to its border.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nearby {
    /// Provinces, the likeliest first.
    pub provinces: Vec<&'static Area>,
    /// Every district of these provinces, the one with the nearest known point first.
    pub districts: Vec<&'static Area>,
}

impl Nearby {
    /// Whether the position is abroad, at sea, or no position at all.
    pub fn is_abroad(&self) -> bool {
        self.provinces.is_empty()
    }
}

/// The borders and known points as shipped; read at the first question.
pub(super) struct Places {
    points: Vec<KnownPoint>,
    outlines: Vec<Outline>,
}

struct Outline {
    province: AreaCode,
    /// Longitude and latitude in thousandths of a degree; the last point is the first.
    ring: Vec<(f64, f64)>,
}

/// Outlines are drawn for small maps: a position this near to one, in kilometres, may lie inside.
const UNSURE_KM: f64 = 6.0;
/// A known point this near, in kilometres, says more about the province than the outline does.
const CLOSE_KM: f64 = 4.0;
const KM_PER_DEGREE: f64 = 111.2;
const KAMPONG_CHAM: &str = "03";
/// Divided from Kampong Cham in 2013; the outline still shows one province.
const TBOUNG_KHMUM: &str = "25";

impl Gazetteer {
    /// The provinces and districts near a position in degrees.
    pub fn near(&'static self, latitude: f64, longitude: f64) -> Nearby {
        self.near_with(latitude, longitude, &[])
    }

    /// The provinces and districts near a position in degrees, by the shipped points and those that people have confirmed.
    pub fn near_with(&'static self, latitude: f64, longitude: f64, confirmed: &[KnownPoint]) -> Nearby {
        let here = (longitude * 1000.0, latitude * 1000.0);
        if !latitude.is_finite() || !longitude.is_finite() {
            return Nearby::default();
        }
        let places = self.places.get_or_init(Places::read);
        let known: Vec<(f64, AreaCode)> = places
            .points
            .iter()
            .chain(confirmed)
            .filter_map(|point| {
                let district = point.area.at_level(Level::District)?;
                let there = (point.longitude * 1000.0, point.latitude * 1000.0);
                Some((kilometres(here, there), district))
            })
            .collect();
        let provinces = places.provinces(here, &known);
        let nearest = |area: &Area| {
            let distances = known.iter().filter(|(_, district)| *district == area.code).map(|(distance, _)| *distance);
            distances.fold(f64::INFINITY, f64::min)
        };
        let mut districts: Vec<(f64, &Area)> = provinces
            .iter()
            .flat_map(|&province| self.children(Some(province)))
            .map(|district| (nearest(district), district))
            .collect();
        districts.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.code.cmp(&b.1.code)));
        Nearby {
            provinces: provinces.iter().filter_map(|&code| self.area(code)).collect(),
            districts: districts.into_iter().map(|(_, district)| district).collect(),
        }
    }
}

impl Places {
    fn read() -> Self {
        let rows = |table: &'static str| table.lines().filter(|line| !line.starts_with('#'));
        let number = |text: &str| text.parse::<f64>().expect("the converter writes numbers");
        let code = |text: &str| AreaCode::try_from(text).expect("the converter writes codes");
        let points = rows(POINTS).map(|row| {
            let mut cells = row.split('\t');
            let mut cell = || cells.next().unwrap_or_default();
            KnownPoint { area: code(cell()), latitude: number(cell()), longitude: number(cell()) }
        });
        let outlines = rows(OUTLINES).map(|row| {
            let (province, ring) = row.split_once('\t').unwrap_or_default();
            let corners = ring.split(' ').filter_map(|corner| corner.split_once(','));
            Outline { province: code(province), ring: corners.map(|(x, y)| (number(x), number(y))).collect() }
        });
        Self { points: points.collect(), outlines: outlines.collect() }
    }

    /// The provinces a position may lie in, the likeliest first.
    fn provinces(&self, here: (f64, f64), known: &[(f64, AreaCode)]) -> Vec<AreaCode> {
        let code = |text| AreaCode::try_from(text).expect("two digits are a code");
        let mut rated: Vec<(f64, AreaCode)> = Vec::new();
        for outline in &self.outlines {
            let Some(distance) = outline.distance(here) else {
                continue;
            };
            rated.push((distance, outline.province));
            if outline.province == code(KAMPONG_CHAM) {
                rated.push((distance, code(TBOUNG_KHMUM)));
            }
        }
        let nearest = |province: AreaCode| {
            let inside = known.iter().filter(|(_, district)| district.is_within(&province));
            inside.map(|(distance, _)| *distance).fold(f64::INFINITY, f64::min)
        };
        let mut ranked: Vec<(bool, f64, f64, AreaCode)> = rated
            .into_iter()
            .map(|(distance, province)| {
                let point = nearest(province);
                (point > CLOSE_KM, if point > CLOSE_KM { distance } else { 0.0 }, point, province)
            })
            .collect();
        ranked.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2)).then(a.3.cmp(&b.3)));
        let mut provinces = Vec::new();
        for (.., province) in ranked {
            if !provinces.contains(&province) {
                provinces.push(province);
            }
        }
        provinces
    }
}

impl Outline {
    /// Kilometres to the outline, 0 inside; none if farther than [`UNSURE_KM`].
    fn distance(&self, here: (f64, f64)) -> Option<f64> {
        if self.holds(here) {
            return Some(0.0);
        }
        let sides = self.ring.windows(2).map(|side| kilometres(here, nearest_on(here, side[0], side[1])));
        Some(sides.fold(f64::INFINITY, f64::min)).filter(|&distance| distance <= UNSURE_KM)
    }

    fn holds(&self, (x, y): (f64, f64)) -> bool {
        let crossed = |side: &&[(f64, f64)]| {
            let ((x1, y1), (x2, y2)) = (side[0], side[1]);
            (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        };
        self.ring.windows(2).filter(crossed).count() % 2 == 1
    }
}

fn nearest_on(here: (f64, f64), start: (f64, f64), end: (f64, f64)) -> (f64, f64) {
    let (dx, dy) = (end.0 - start.0, end.1 - start.1);
    let length = dx * dx + dy * dy;
    if length == 0.0 {
        return start;
    }
    let along = (((here.0 - start.0) * dx + (here.1 - start.1) * dy) / length).clamp(0.0, 1.0);
    (start.0 + along * dx, start.1 + along * dy)
}

/// On a flat map, which over the width of a province is right to a few metres a kilometre.
fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    let narrowing = f64::midpoint(a.1, b.1).mul_add(0.001, 0.0).to_radians().cos();
    let (dx, dy) = ((a.0 - b.0) * narrowing, a.1 - b.1);
    dx.hypot(dy) * KM_PER_DEGREE / 1000.0
}
