"""Makes countries.tsv: every code a travel document can carry for a nationality, in three languages.

It decides nothing about recognition; how a place is written is a column of the table.
"""

import re

from packages import json_of, read_table, write_table

ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff]")
# Written in their short form.
SHORT = {"HK", "MO", "PS", "MM"}
EXPECTED_ISO = 249
EXPECTED_OTHER = 25


def territories(packages, language):
    text = packages.npm("cldr-localenames-full", f"main/{language}/territories.json")
    names = json_of(text)["main"][language]["localeDisplayNames"]["territories"]
    return {code: ZERO_WIDTH.sub("", name).strip() for code, name in names.items()}


def synonyms(packages, language):
    text = packages.npm("i18n-iso-countries", f"langs/{language}.json")
    return {
        code: [ZERO_WIDTH.sub("", name) for name in ([names] if isinstance(names, str) else names)]
        for code, names in json_of(text)["countries"].items()
    }


def alpha3_by_alpha2(packages):
    text = packages.npm("iso-3166", "1-a2-to-1-a3.js")
    found = dict(re.findall(r"([A-Z]{2}): '([A-Z]{3})'", text))
    assert len(found) == EXPECTED_ISO, len(found)
    return found


def written(names, code):
    return names.get(f"{code}-alt-short", names[code]) if code in SHORT else names[code]


def distinct(names, shown):
    """Names not shown already, each once, in the order given."""
    seen = {name.casefold() for name in shown}
    kept = []
    for name in names:
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            kept.append(name)
    return "|".join(kept)


def rows_of(packages):
    cldr = {language: territories(packages, language) for language in ("en", "km", "zh", "zh-Hant")}
    hong_kong = territories(packages, "zh-Hant-HK")
    more = [synonyms(packages, language) for language in ("en", "km", "zh")]
    by_hand = {row[0]: row[1].split("|") for row in read_table("country_aliases.tsv")}
    rows = []
    for alpha2, alpha3 in sorted([*alpha3_by_alpha2(packages).items(), ("XK", "RKS")]):
        shown = [written(cldr[language], alpha2) for language in ("km", "en", "zh")]
        others = by_hand.pop(alpha3, [])
        for language, names in cldr.items():
            others += [
                name for code, name in names.items()
                if code == alpha2 or (code.startswith(f"{alpha2}-alt") and len(name) > 4)
            ]
        others.append(hong_kong.get(alpha2, ""))
        for names in more:
            others += names.get(alpha2, [])
        rows.append([alpha3, alpha2, *shown, distinct(others, shown)])
    assert not by_hand, f"names for unknown codes: {sorted(by_hand)}"
    other = [
        [code, "", khmer, english, chinese, others[0] if others else ""]
        for code, khmer, english, chinese, *others in read_table("document_codes.tsv")
    ]
    assert len(other) == EXPECTED_OTHER, len(other)
    return rows + other


def make(packages, directory):
    rows = sorted(rows_of(packages))
    codes = [row[0] for row in rows]
    assert len(set(codes)) == len(codes)
    assert not any(ZERO_WIDTH.search(cell) for row in rows for cell in row)
    write_table(directory / "countries.tsv", [
        "document code, ISO alpha-2 (empty: not in ISO 3166), Khmer, English, Chinese, further names to search by",
    ], rows)
