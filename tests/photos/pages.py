"""Draws documents: data pages, cards, visas, with the holder's printed fields and the zone, flat and sharp.

No state's design is copied: emblem, colours and background are invented. What is done to a document
afterwards (wrinkles, light, the camera) is in scenes.py.
"""

import functools
import pathlib

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

import people

# Width, height of the document; baseline of the first line of the zone from the bottom edge; characters a line;
# millimetres (Doc 9303 parts 4 to 7).
SIZES = {
    "TD3": (125.0, 88.0, 15.6, 44), "TD1": (85.6, 54.0, 16.2, 30), "TD2": (105.0, 74.0, 15.6, 36),
    "MRVA": (120.0, 80.0, 15.6, 44), "MRVB": (105.0, 74.0, 15.6, 36),
}
PITCH_MM, LINE_MM = 2.54, 6.35
LINE_MM_TD1 = 5.2
TITLES = {"TD3": "PASSPORT", "TD1": "RESIDENCE CARD", "TD2": "IDENTITY CARD", "MRVA": "VISA", "MRVB": "VISA"}
FONTS = {
    "zone": "opentype/ocr-b/OCRB.otf", "zone sharp": "opentype/ocr-b/OCRBS.otf",
    "text": "truetype/dejavu/DejaVuSans.ttf", "bold": "truetype/dejavu/DejaVuSans-Bold.ttf", "serif": "truetype/dejavu/DejaVuSerif.ttf",
    "mono": "truetype/dejavu/DejaVuSansMono.ttf",
}


@functools.cache
def font(name: str, pixels: int) -> ImageFont.FreeTypeFont:
    path = pathlib.Path("/usr/share/fonts") / FONTS[name]
    if not path.exists():
        raise SystemExit(f"{path} is missing: apt-get install fonts-ocr-b fonts-dejavu-core")
    return ImageFont.truetype(str(path), pixels)


def paper(rng, width: int, height: int, scale: float) -> np.ndarray:
    """A tinted page with fine interlaced curves and a faint rosette."""
    hue = int(rng.integers(0, 180))
    light = np.array([[[hue, int(rng.integers(12, 40)), int(rng.integers(228, 250))]]], np.uint8)
    dark = np.array([[[(hue + int(rng.integers(-25, 25))) % 180, int(rng.integers(30, 80)), int(rng.integers(185, 222))]]], np.uint8)
    base, ink = (cv2.cvtColor(c, cv2.COLOR_HSV2BGR)[0, 0].astype(float) for c in (light, dark))
    other = cv2.cvtColor(np.array([[[(hue + 60) % 180, 30, 240]]], np.uint8), cv2.COLOR_HSV2BGR)[0, 0].astype(float)
    along = np.linspace(0, 1, width)[None, :, None]
    page = np.repeat(base * (1 - along) + (0.5 * base + 0.5 * other) * along, height, 0).astype(np.uint8)
    x = np.arange(0, width, 4)
    period, swing = rng.uniform(14, 40) * scale, rng.uniform(1.5, 5) * scale
    step, thick = rng.uniform(1.6, 3.2) * scale, max(1, round(0.12 * scale))
    for row in np.arange(-swing, height + swing, step):
        phase = row / (9 * scale)
        for sign in (1, -1):
            y = row + sign * swing * np.sin(2 * np.pi * x / period + phase)
            cv2.polylines(page, [(np.stack([x, y], 1) * 8).astype(np.int32)], False, ink.tolist(), thick, cv2.LINE_AA, 3)
    angle = np.linspace(0, 2 * np.pi, 900)
    middle = np.array([width * rng.uniform(0.45, 0.75), height * rng.uniform(0.3, 0.5)])
    for ring in range(9):
        radius = (7 + 2.2 * ring + 1.8 * np.sin(angle * (11 + ring % 3) + ring)) * scale
        points = middle + np.stack([radius * np.cos(angle), radius * np.sin(angle)], 1)
        cv2.polylines(page, [(points * 8).astype(np.int32)], True, (ink * 0.96).tolist(), thick, cv2.LINE_AA, 3)
    return page


def face(rng, width: int, height: int, silhouette: bool) -> Image.Image:
    """A head and shoulders, drawn of ellipses: nobody's portrait. A silhouette is grey and has no features."""
    big = Image.new("RGB", (width, height), tuple(int(v) for v in rng.integers(205, 240, 3)))
    draw = ImageDraw.Draw(big)
    skin = [(241, 205, 175), (222, 178, 140), (190, 140, 100), (141, 93, 60), (94, 62, 42)][int(rng.integers(0, 5))]
    hair = [(30, 24, 22), (62, 42, 28), (120, 84, 48), (150, 150, 150), (196, 160, 96)][int(rng.integers(0, 5))]
    shirt = tuple(int(v) for v in rng.integers(40, 190, 3))

    if silhouette:
        skin, hair, shirt = (176, 180, 188), (150, 155, 165), (128, 134, 146)

    def oval(x, y, rx, ry, fill):
        draw.ellipse([(x - rx) * width, (y - ry) * height, (x + rx) * width, (y + ry) * height], fill=fill)

    if rng.random() < 0.5:
        oval(0.5, 0.5, 0.36, 0.36, hair)
    oval(0.5, 1.08, 0.48, 0.34, shirt)
    draw.rectangle([0.41 * width, 0.62 * height, 0.59 * width, 0.8 * height], fill=tuple(int(c * 0.88) for c in skin))
    oval(0.5, 0.36, 0.29, 0.25, hair)
    oval(0.5, 0.46, 0.25, 0.27, skin)
    if silhouette:
        return big
    for side in (-1, 1):
        oval(0.5 + side * 0.1, 0.43, 0.035, 0.016, (250, 250, 250))
        oval(0.5 + side * 0.1, 0.43, 0.016, 0.016, (40, 30, 25))
        oval(0.5 + side * 0.1, 0.39, 0.05, 0.008, hair)
    oval(0.5, 0.53, 0.025, 0.03, tuple(int(c * 0.9) for c in skin))
    oval(0.5, 0.62, 0.07, 0.014, (170, 90, 85))
    return big


def write_zone(rng, page: Image.Image, lines: list[str], layout: str, scale: float, mark: str = "") -> np.ndarray:
    """Writes the lines at their pitch; returns the zone's corners in millimetres (left top, clockwise)."""
    width, height, baseline, cells = SIZES[layout]
    gap = LINE_MM_TD1 if layout == "TD1" else LINE_MM
    left = (width - cells * PITCH_MM) / 2 + rng.uniform(-1.2, 1.2)
    first = height - baseline + rng.uniform(-0.6, 0.6)
    draw = ImageDraw.Draw(page)
    face_of = font("zone sharp" if rng.random() < 0.3 else "zone", round(PITCH_MM * scale / 0.7230))
    ink = tuple(int(v) for v in (rng.integers(8, 50, 1).repeat(3) + rng.integers(0, 8, 3)))
    for row, line in enumerate(lines):
        for cell, letter in enumerate(line):
            draw.text(((left + cell * PITCH_MM) * scale, (first + row * gap) * scale), letter, font=face_of, fill=ink, anchor="ls")
    top, bottom = first - 2.6, first + (len(lines) - 1) * gap
    right = left + cells * PITCH_MM
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]], np.float32)


def fields_of(who: people.Holder) -> list[tuple[str, str]]:
    sex = "X" if who.sex == "<" else who.sex
    return [
        ("Surname / Nom", who.surname), ("Given names / Prénoms", who.given or "—"), ("Nationality / Nationalité", people.NAMES_OF_STATES[who.state]),
        ("Date of birth / Date de naissance", who.birth.strftime("%d %b %Y").upper()), ("Sex / Sexe", sex),
        ("Date of expiry / Date d'expiration", who.expiry.strftime("%d %b %Y").upper()),
    ]


def document(rng, who: people.Holder, scale: float, with_zone: bool = True, specimen: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """The document as BGR at `scale` pixels a millimetre, and its zone's corners in millimetres."""
    width, height = SIZES[who.layout][:2]
    page = Image.fromarray(cv2.cvtColor(paper(rng, round(width * scale), round(height * scale), scale), cv2.COLOR_BGR2RGB))
    draw = ImageDraw.Draw(page)
    small = who.layout == "TD1"
    ratio = height / 88 if not small else 0.56

    def put(x, y, text, name, millimetres, fill=(30, 30, 40), most=None):
        size = max(6, round(millimetres * scale))
        while most and size > 6 and font(name, size).getlength(text) > most * scale:
            size -= 1
        draw.text((x * scale, y * scale), text, font=font(name, size), fill=fill)

    tone = tuple(int(v) for v in rng.integers(20, 110, 3))
    put(6, 3.2 * ratio, people.NAMES_OF_STATES[who.state], "bold", 4.2 * ratio, tone, width * 0.6)
    put(width * 0.68, 3.2 * ratio, TITLES[who.layout], "serif", 4.4 * ratio, tone, width * 0.28)
    portrait_h = (height - 36) if not small else 22
    portrait_w = portrait_h * 0.78
    top = 11.5 * ratio
    page.paste(face(rng, round(portrait_w * scale), round(portrait_h * scale), specimen), (round(5 * scale), round(top * scale)))
    column = 5 + portrait_w + 4
    put(column, top - 2.6 * ratio, f"Type  {who.code}      Code  {who.state}      No.", "text", 2.2 * ratio)
    put(width * 0.72, top - 2.8 * ratio, who.number, "mono", 3.6 * ratio)
    step = (height - (25.5 if not small else 19.5) - top) / 6
    for row, (label, value) in enumerate(fields_of(who)):
        put(column, top + row * step + 0.8 * ratio, label, "text", 1.9 * ratio, (90, 90, 110))
        put(column, top + row * step + 3.0 * ratio, value, "bold" if row < 2 else "text", 3.2 * ratio, most=width - column - 5)
    if specimen:
        page = stamp_specimen(page, scale, width, height)
    corners = np.zeros((4, 2), np.float32)
    if with_zone:
        # The zone's strip is often printed on plainer paper.
        if rng.random() < 0.4:
            strip = Image.new("RGB", page.size, (246, 246, 244))
            mask = Image.new("L", page.size, 0)
            ImageDraw.Draw(mask).rectangle([0, (height - 22.5 * (0.9 if small else 1)) * scale, width * scale, height * scale], fill=int(rng.integers(90, 230)))
            page.paste(strip, (0, 0), mask)
        corners = write_zone(rng, page, who.lines, who.layout, scale)
    return cv2.cvtColor(np.array(page), cv2.COLOR_RGB2BGR), corners


def stamp_specimen(page: Image.Image, scale: float, width: float, height: float) -> Image.Image:
    """The word SPECIMEN across the page, above the zone."""
    layer = Image.new("RGBA", page.size, (0, 0, 0, 0))
    size = round(width * scale / 8.2)
    ImageDraw.Draw(layer).text(
        (width * scale * 0.55, height * scale * 0.42), "SPECIMEN", font=font("bold", size), fill=(196, 30, 40, 120), anchor="mm"
    )
    layer = layer.rotate(14, center=(width * scale * 0.5, height * scale * 0.42), resample=Image.Resampling.BICUBIC)
    return Image.alpha_composite(page.convert("RGBA"), layer).convert("RGB")


def facing_page(rng, width: int, height: int, scale: float) -> np.ndarray:
    """What lies above the data page in an open passport: a page with a stamp or none."""
    page = Image.fromarray(cv2.cvtColor(paper(rng, width, height, scale), cv2.COLOR_BGR2RGB))
    draw = ImageDraw.Draw(page)
    if rng.random() < 0.7:
        x, y = rng.uniform(0.15, 0.55) * width, rng.uniform(0.15, 0.5) * height
        colour = tuple(int(v) for v in rng.integers(30, 150, 3))
        draw.rectangle([x, y, x + 38 * scale, y + 24 * scale], outline=colour, width=max(2, round(0.6 * scale)))
        draw.text((x + 4 * scale, y + 4 * scale), "ENTRY", font=font("bold", round(5 * scale)), fill=colour)
        draw.text((x + 4 * scale, y + 13 * scale), "12 NOV 2026", font=font("mono", round(4 * scale)), fill=colour)
    return cv2.cvtColor(np.array(page), cv2.COLOR_RGB2BGR)
