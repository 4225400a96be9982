#!/usr/bin/env python3
"""Cuts the fonts that the page ships. Run from anywhere; it writes beside itself.

    npm install --no-save --prefix BUILD @fontsource-variable/noto-sans-khmer@5.3.0 \
        @expo-google-fonts/noto-sans-sc@0.4.3 @fontsource/noto-color-emoji@5.3.2
    pip install fonttools==4.68.0 brotli==1.2.1
    python3 make.py BUILD/node_modules

Khmer is the whole script with its weight axis. Chinese is the first level of GB 2312 (3,755 common
characters) and every further Chinese character that our own words and data use. Emoji are the ones
our words use and some common ones, without flags. All three are under the SIL Open Font License; the licences
are copied beside the fonts. None of the three has a Reserved Font Name of its own ('Source' is the one
reserved, and is not used), so the cuts may keep their names.
"""

import re
import shutil
import sys
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).resolve().parent
REPO = HERE.parents[3]

PUNCTUATION = (
    "，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕—…·～￥％＋－／＝＠＃＆＊"
    "０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩№℃°×÷±→←↑↓■□●○◆◇★☆"
)
# Place names of Cambodia, and words of passports and permits, beyond the first level.
EXTRA = "暹桢茉噶逻嗒喃曼谷奥仑枱梳杪沺砵湄珙隆柬埔寨磅湛菩萨戈公瑙岘缮"
EMOJI = (
    "☎✅✏✉✖➕➖➡⬅⬆⬇⚠ℹ❌❓❗⏰⏳⌛⏭⏩⏪⭐"
    "🆕🆗🆘🆔🏗🏘🏙🏚🏠🏡🏢🏨🏪🏫🏭🏁🎓🎉👇👈👉👆👋👌👍👎👏👤👥👦👧👨👩👪👶👷👮💁💡💬💰💳💼"
    "📁📂📃📄📅📆📇📈📉📊📋📌📍📎📜📝📞📤📥📦📧📨📩📬📱📲📷📸🔁🔃🔄🔍🔎🔐🔑🔒🔓🔔🔕🔗🔙🔚🔜🔝🔢"
    "🔧🔴🔵🔹🔸🔽🔼🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛🗂🗃🗄🗑🗒🗓🗺😀😊🙂🙋🙏🚀🚨🚩🚪🚫🚶🛂🛃🛏🛑🛡"
    "👁👀🕵👮🧭🔰♻🎯📑🆙🚔🏛🏦🛫🛬✈🚗🚕🚌🏍🚢🍽🛁🔌🔋🖨📠🖥⌨🔦🪧🧱🦺👔🎒🎫🏷🔖📛🩺🏥💉🧪⛑🆓🅿🚻👫👭👬🤱🍼🎈🥇🏆🧠💪🤲👐✋✊👊🫱😃😄😁😢😟😮🤔😴🥳😇🙌👏"
    "🌧🌤🌅🌃⛔🔺🔻🔶🔷🟥🟧🟨🟩🟦⬛⬜◼◻▶⏸⏹🔀↩↪⤴⤵🔘🗨🗯📣📢📯🔉🔊🔇📵🔏🗝🧷📐📏🧮💵💴💱🪙🏧💸📖📚📒📓📔🗞📰🏬🏤🏣🏟⛪🕌🛕🕍🌾🌴🐘"
    "🟠🟡🟢🟣⚪⚫🤖🤝🧍🧑🧒🧳🧾🪪🌍🌎🌏🌐🏴🏳💾💙💚🖊🖐🗣⚖⚙☑✔✍🌙☀🎂🛠🔤🈯"
)


def level_one() -> str:
    """Rows 16 to 55 of GB 2312."""
    pairs = ((row, cell) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return "".join(bytes(pair).decode("gb2312", "ignore") for pair in pairs)


def our_words() -> str:
    """Everything that the repository itself says or knows."""
    found = set()
    for folder in ("locales", "data", "src"):
        for path in sorted((REPO / folder).rglob("*")):
            if path.suffix in {".ftl", ".csv", ".tsv", ".json", ".toml", ".js", ".html", ".rs", ".svg"}:
                found.update(path.read_text(encoding="utf-8", errors="ignore"))
    return "".join(sorted(found))


def cut(source: Path, target: Path, text: str, features: list[str]) -> None:
    options = subset.Options()
    options.flavor = "woff2"
    options.hinting = False
    options.layout_features = features
    options.drop_tables += ["SVG", "DSIG", "vhea", "vmtx", "VORG"]
    font = subset.load_font(source, options)
    cutter = subset.Subsetter(options)
    cutter.populate(text=text)
    cutter.subset(font)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    subset.save_font(font, target, options)
    print(f"{target.name}: {len(font.getBestCmap())} characters, {target.stat().st_size:,} bytes")


def main() -> None:
    modules = Path(sys.argv[1])
    words = our_words()

    khmer = modules / "@fontsource-variable/noto-sans-khmer"
    shutil.copyfile(khmer / "files/noto-sans-khmer-khmer-wght-normal.woff2", HERE / "noto-sans-khmer.woff2")
    shutil.copyfile(khmer / "LICENSE", HERE / "noto-sans-khmer.OFL.txt")

    chinese = modules / "@expo-google-fonts/noto-sans-sc"
    ours = "".join(re.findall(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]", words))
    ascii_ = "".join(map(chr, range(0x20, 0x7F)))
    cut(
        chinese / "400Regular/NotoSansSC_400Regular.ttf",
        HERE / "noto-sans-sc.woff2",
        level_one() + ours + EXTRA + PUNCTUATION + ascii_,
        ["kern", "locl"],
    )
    shutil.copyfile(chinese / "LICENSE_FONT", HERE / "noto-sans-sc.OFL.txt")

    emoji = modules / "@fontsource/noto-color-emoji"
    picture = r"[\u2139\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\u3030\U0001f000-\U0001f1e5\U0001f200-\U0001faff]"
    cut(
        emoji / "files/noto-color-emoji-emoji-400-normal.woff2",
        HERE / "noto-emoji.woff2",
        EMOJI + "".join(re.findall(picture, words)) + "0123456789#*\u20e3\ufe0f\u200d",
        ["ccmp", "liga"],
    )
    shutil.copyfile(emoji / "LICENSE", HERE / "noto-emoji.OFL.txt")


if __name__ == "__main__":
    main()
