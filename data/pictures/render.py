#!/usr/bin/env python3
"""Draws the PNG pictures from their SVG sources with a headless Chromium.

    python3 render.py            # needs Chromium ($CHROMIUM or /usr/bin/chromium) and Pillow

stay_until.svg is put together here from the group `core` of the two sources, so the two numbers can
never show different drawings. Letters come from the page's own fonts (Khmer, Chinese) and from
Liberation Sans (Latin), so the pictures look the same wherever they are drawn.
"""

import base64
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
FONTS = HERE.parents[1] / "src/sandbox/page/fonts"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--hide-scrollbars", "--force-color-profile=srgb",
]
FACES = {"Noto Sans Khmer": "noto-sans-khmer.woff2", "Noto Sans SC": "noto-sans-sc.woff2"}
WIDTH, HEIGHT, MOST_BYTES = 1000, 640, 120_000


def core(svg: str) -> tuple[str, str]:
    """The definitions and the group `core` of a source."""
    definitions = re.search(r"<defs>(.*?)</defs>", svg, re.S).group(1)
    group = re.search(r'<g id="core">(.*?)\n  </g>\n  </g>', svg, re.S).group(1)
    return definitions, group


def side_by_side(left: str, right: str) -> str:
    (left_defs, left_core), (right_defs, right_core) = core(left), core(right)
    opening = re.search(r"<svg[^>]*>", left).group(0)
    return (
        f"{opening}\n  <!-- Put together by render.py from the two sources; edit those. -->\n"
        f"  <defs>{left_defs}{right_defs}</defs>\n"
        '  <rect width="1000" height="640" fill="#eef2f6"/>\n'
        f'  <g transform="translate(20 20)">{left_core}\n  </g>\n'
        f'  <g transform="translate(510 20)">{right_core}\n  </g>\n</svg>\n'
    )


def inline(file: Path) -> str:
    return base64.b64encode(file.read_bytes()).decode()


def draw(svg: Path) -> None:
    faces = json.dumps({family: inline(FONTS / file) for family, file in FACES.items()})
    drawing = json.dumps(svg.read_text(encoding="utf-8"))
    # The drawing goes in only when the fonts are in: text drawn earlier may stay without its letters.
    page = (
        "<!doctype html><meta charset=utf-8><style>html,body{margin:0}svg{display:block}</style><script type=module>"
        f"for (const [family, data] of Object.entries({faces}))"
        "document.fonts.add(await new FontFace(family, `url(data:font/woff2;base64,${data})`, {weight:'100 900'}).load());"
        f"document.body.innerHTML = {drawing};</script>"
    )
    png = svg.with_suffix(".png")
    with tempfile.TemporaryDirectory() as folder:
        html = Path(folder) / "picture.html"
        html.write_text(page, encoding="utf-8")
        subprocess.run(
            [CHROMIUM, *FLAGS, f"--user-data-dir={folder}/profile", f"--window-size={WIDTH},{HEIGHT}",
             "--virtual-time-budget=3000", f"--screenshot={png}", html.as_uri()],
            check=True, capture_output=True,
        )
    Image.open(png).convert("RGB").crop((0, 0, WIDTH, HEIGHT)).quantize(160, dither=Image.Dither.NONE).save(png, optimize=True)
    size = png.stat().st_size
    assert size <= MOST_BYTES, f"{png.name} is {size} bytes"
    print(f"{png.name}: {size:,} bytes")


def main() -> None:
    stamp, sticker = HERE / "entry_stamp.svg", HERE / "extension_sticker.svg"
    both = HERE / "stay_until.svg"
    both.write_text(side_by_side(stamp.read_text(encoding="utf-8"), sticker.read_text(encoding="utf-8")), encoding="utf-8")
    for svg in (stamp, sticker, both):
        draw(svg)


if __name__ == "__main__":
    main()
