#!/usr/bin/env python3
"""Cuts the fonts that printed papers are set in. Run from anywhere; it writes into data/fonts.

    npm install --no-save --prefix BUILD @expo-google-fonts/noto-sans@0.4.2 \
        @expo-google-fonts/noto-sans-khmer@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3
    pip install fonttools==4.68.0
    python3 data/convert/fonts.py BUILD/node_modules

Khmer is the whole script. Latin is every Latin letter with its marks, Vietnamese too. Chinese is all of GB 2312, the
first level of Big5 (signs in Cambodia are often in traditional characters), some characters of names that neither has,
and whatever our own words and data use. The semi-bold ones are for headings, which are our own words: of Chinese they
have nothing but those. All are under the SIL Open Font License; the licences are copied beside the fonts. None has a
Reserved Font Name of its own ('Source' is the one reserved, and is not used), so the cuts may keep their names.
"""

import re
import shutil
import sys
from pathlib import Path

from fontTools import subset

REPO = Path(__file__).resolve().parents[2]
FONTS = REPO / "data/fonts"

HAN = r"[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
PUNCTUATION = "“”‘’…—·《》〈〉【】「」『』〔〕、。，；：？！（）￥％＋－／＝＠＃＆＊～"
# Met in names, and in neither of the two standards' common parts.
NAMES = "喆堃昇淼煊珺璟琨镕祎翀赟甯頔彧韡邨昉晟晞暐曈旻垚堉奡婳媗嫒宸峯彣恺惢晗晙朤栩桉梓櫆沄泓洺浠浩浛湉湜溋滢漪澍瀞焱焜燚玥珈珞珩琋琰瑄瑧瑷璇璠甄皓祺禤竑筠筱綦羽翊翎芃芊苒莙菀菡葳蔓蕙薇蘅虢衎袆诩诺谌豳赓踔迤逄郅郜鄢鄞钊钰铄铖锴镔闫陇隗靓頫颢飏馨骁骐骞魁麒黎龑"


def latin() -> str:
    """Letters, marks, punctuation and currencies; the replacement character; no other script."""
    ranges = [(0x20, 0x24F), (0x259, 0x25A), (0x2B0, 0x2FF), (0x300, 0x36F), (0x1E00, 0x1EFF), (0x2010, 0x2027),
              (0x2030, 0x205E), (0x2070, 0x209C), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2150, 0x215F),
              (0x2190, 0x21FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)]
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


def gb_2312() -> str:
    """Rows 16 to 87: both levels, 6,763 characters."""
    pairs = ((row, cell) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(bytes(pair).decode("gb2312", "ignore") for pair in pairs)


def big5_level_one() -> str:
    """The 5,401 frequent characters."""
    cells = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    pairs = ((row, cell) for row in range(0xA4, 0xC7) for cell in cells if (row, cell) <= (0xC6, 0x7E))
    return "".join(bytes(pair).decode("big5", "ignore") for pair in pairs)


def ours(*patterns: str) -> str:
    """The Chinese characters of our own files."""
    found = set()
    for pattern in patterns:
        for path in sorted(REPO.glob(pattern)):
            found.update(re.findall(HAN, path.read_text(encoding="utf-8")))
    return "".join(sorted(found))


def cut(source: Path, target: str, text: str, features: list[str]) -> None:
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    options.drop_tables += ["BASE", "DSIG", "STAT", "VORG", "gasp", "vhea", "vmtx"]
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)
    font.recalcTimestamp = False
    font["head"].modified = font["head"].created
    path = FONTS / target
    subset.save_font(font, path, options)
    print(f"{target}: {len(font.getBestCmap())} characters, {path.stat().st_size:,} bytes")


def main() -> None:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    packages = Path(sys.argv[1]) / "@expo-google-fonts"
    FONTS.mkdir(exist_ok=True)
    khmer = "".join(map(chr, [0x20, 0xA0, 0x200B, 0x200C, 0x200D, 0x25CC, *range(0x1780, 0x1800), *range(0x19E0, 0x1A00)]))
    shaping = ["abvf", "abvm", "abvs", "blwf", "blwm", "blws", "ccmp", "clig", "kern", "liga", "locl", "mark", "mkmk",
               "pref", "pres", "pstf", "psts", "rlig"]
    common = gb_2312() + big5_level_one() + NAMES + PUNCTUATION
    for weight, name in (("400Regular", "regular"), ("600SemiBold", "semibold")):
        heading = name == "semibold"
        for package, family, text, features in (
            ("noto-sans", "NotoSans", latin(), ["ccmp", "kern", "liga", "locl", "mark", "mkmk"]),
            ("noto-sans-khmer", "NotoSansKhmer", khmer, shaping),
            (
                "noto-sans-sc",
                "NotoSansSC",
                ours("locales/zh/papers.ftl") if heading else common + ours("locales/**/*.ftl", "data/*.tsv", "data/*.json"),
                ["locl"],
            ),
        ):
            cut(packages / package / weight / f"{family}_{weight}.ttf", f"{package}-{name}.ttf", text, features)
            shutil.copyfile(packages / package / "LICENSE_FONT", FONTS / f"{package}.OFL.txt")


if __name__ == "__main__":
    main()
