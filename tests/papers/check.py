#!/usr/bin/env python3
"""Looks at printed receipts with other people's eyes: poppler renders and reads them, zbar reads the QR code, and the
Khmer heading must be the very picture that HarfBuzz makes of the same words in the same font.

    tests/papers/check.py target/debug/snaknov [folder to keep the pages in]
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
DOTS = 300
# Message, font, size in points, how dark it is printed: 0 is black.
LINES = (
    ("paper-title", "noto-sans-khmer-semibold.ttf", 25.0, 0),
    ("paper-subtitle", "noto-sans-khmer-regular.ttf", 12.0, 90),
)


def run(*command: object) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, encoding="utf-8").stdout


def word(language: str, key: str) -> str:
    """A message without arguments."""
    catalogue = (REPO / f"locales/{language}/papers.ftl").read_text(encoding="utf-8")
    return re.search(rf"^{key} = (.+)$", catalogue, re.MULTILINE).group(1)


def dark(pdf: Path, ink: int = 0) -> list[list[bool]]:
    """The first page's pixels that are at least half covered by such an ink."""
    raw = subprocess.run(["pdftoppm", "-r", str(DOTS), "-gray", "-singlefile", pdf], check=True, capture_output=True).stdout
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw)
    width, height = int(header[1]), int(header[2])
    pixels = raw[header.end() :]
    return [[pixels[row * width + column] < (ink + 255) // 2 for column in range(width)] for row in range(height)]


def lines(page: list[list[bool]], gap: int) -> list[list[list[bool]]]:
    """What is drawn, from top to bottom, cut where `gap` rows are blank; each without blank rows and columns around it."""
    found, start, last = [], None, 0
    for number, row in enumerate([*page, *[[]] * (gap + 1)]):
        if any(row):
            start, last = number if start is None else start, number
        elif start is not None and number - last > gap:
            line = page[start : last + 1]
            columns = [any(column) for column in zip(*line)]
            left, right = columns.index(True), len(columns) - columns[::-1].index(True)
            found.append([row[left:right] for row in line])
            start = None
    return found


def unlike(a: list[list[bool]], b: list[list[bool]]) -> float:
    """The share of the ink that the two do not have in common, a pixel's shift forgiven."""
    if abs(len(a) - len(b)) > 2 or abs(len(a[0]) - len(b[0])) > 3:
        return 1.0

    def beside(page: list[list[bool]], row: int, column: int) -> bool:
        rows = page[max(row - 1, 0) : row + 2]
        return any(any(line[max(column - 1, 0) : column + 2]) for line in rows)

    ink = missed = 0
    for one, other in ((a, b), (b, a)):
        for row, line in enumerate(one):
            for column, is_dark in enumerate(line):
                ink += is_dark
                missed += is_dark and not beside(other, row, column)
    return missed / ink


def main() -> None:
    snaknov = Path(sys.argv[1]).resolve()
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    for language in ("km", "en", "zh"):
        pdf = folder / f"receipt-{language}.pdf"
        run(snaknov, "sample-receipt", "--language", language, pdf)
        run("pdftoppm", "-r", "150", "-png", "-singlefile", pdf, pdf.with_suffix(""))
        link = run("zbarimg", "-q", "--raw", pdf.with_suffix(".png")).strip()
        assert link.startswith("https://t.me/"), f"{language}: the QR code says {link!r}"
        text = "".join(run("pdftotext", pdf, "-").split())
        for expected in (word(language, "paper-title"), word(language, "paper-code"), "ស្ត្រីខ្ញុំ", "R-7K2M94Q", "湄公星"):
            assert expected.replace(" ", "") in text, f"{language}: no {expected} in {text}"
        for font in run("pdffonts", pdf).splitlines()[2:]:
            assert re.search(r"^[A-Z]{6}\+.* yes +yes +yes ", font), f"{language}: not embedded, cut and mapped: {font}"
        print(f"{language}: text, fonts and QR code are right")

    for place, (key, font, size, ink) in enumerate(LINES):
        reference = folder / f"{key}.pdf"
        run("hb-view", "--output-format=pdf", f"--output-file={reference}", f"--font-size={size}",
            f"--font-file={REPO / 'data/fonts' / font}", word("km", key))
        # Signs above and below may leave blank rows within a line.
        gap = round(size * 0.25 * DOTS / 72)
        [expected] = lines(dark(reference), gap)
        printed = lines(dark(folder / "receipt-km.pdf", ink), gap)[place]
        difference = unlike(printed, expected)
        assert difference < 0.01, f"{key} is not shaped as HarfBuzz shapes it: {difference:.1%} differ"
        print(f"km: {key} is what HarfBuzz makes of it ({difference:.2%} differ)")


if __name__ == "__main__":
    main()
