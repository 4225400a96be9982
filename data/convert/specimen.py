#!/usr/bin/env python3
"""Draws the specimen that `snaknov doctor` reads, and that tests darken, blur and cut. It writes data/model/specimen.png.

    apt-get install fonts-ocr-b && pip install pillow==12.0.0
    python3 data/convert/specimen.py

The person is the one of the standard's own specimen (ICAO Doc 9303, part 4), of a state that does not exist.
"""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = "/usr/share/fonts/opentype/ocr-b/OCRB.otf"
LINES = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
PITCH = 18

picture = Image.new("L", (48 * PITCH, 420), 214)
draw = ImageDraw.Draw(picture)
font = ImageFont.truetype(FONT, 100)
font = ImageFont.truetype(FONT, round(PITCH * 1000 / font.getlength("0" * 10)))
draw.rectangle([40, 30, 240, 260], fill=150)
for row, text in enumerate(["UTOPIA", "ERIKSSON", "ANNA MARIA", "UTOPIAN", "ZENITH"]):
    draw.text((280, 40 + 44 * row), text, font=font, fill=60)
for row, line in enumerate(LINES):
    for column, character in enumerate(line):
        draw.text(((column + 2) * PITCH, 310 + 42 * row), character, font=font, fill=24)
picture.quantize(16).save(Path(__file__).resolve().parents[2] / "data/model/specimen.png", optimize=True)
