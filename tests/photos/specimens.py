#!/usr/bin/env python3
"""Makes the pictures in data/specimens, which the demo and the golden conversations send: small photos of passports
of invented people, each with the word SPECIMEN across it, and specimens.jsonl with the truth (form: see make.py).

    /tmp/photos/bin/python tests/photos/specimens.py        # needs what make.py needs
"""

import datetime
import json
import pathlib

import cv2
import numpy as np

import make
import people

HERE = pathlib.Path(__file__).resolve().parents[2] / "data/specimens"
MOST_BYTES = 90_000

# state, surname, given names, number, birth, expiry, sex
PEOPLE = {
    "lin": ("CHN", "LIN", "XIAOMEI", "EA5501783", "1988-04-17", "2031-08-02", "F"),
    "park": ("KOR", "PARK", "JI HOON", "M70331825", "1979-11-30", "2030-01-14", "M"),
    "oconnor": ("GBR", "O'CONNOR", "SIOBHAN", "539204117", "1994-06-05", "2033-03-21", "F"),
    "zaw": ("MMR", "ZAW MIN HTUN", "", "MB318842", "1991-09-23", "2028-12-09", "M"),
    "boonmee": ("THA", "BOONMEE", "SOMCHAI", "AA7720415", "1985-02-11", "2029-05-30", "M"),
    "nguyen": ("VNM", "NGUYEN", "THI MAI ANH", "C4472096", "1996-12-01", "2032-07-18", "F"),
    "bernard": ("FRA", "BERNARD", "JEAN-PIERRE", "18CV40632", "1968-03-29", "2029-10-03", "M"),
}
# file, who, seed of the drawing, what differs from an ordinary photo
PICTURES = [
    ("passport-1", ["lin"], 2, {"angle": 3.0, "tilt": 0.03}),
    ("passport-2", ["park"], 5, {"angle": -5.0, "tilt": 0.05, "shadow": 0.25}),
    ("passport-3", ["oconnor"], 7, {"angle": 2.0, "tilt": 0.02, "turns": 1}),
    ("passport-4", ["zaw"], 9, {"angle": -2.5, "tilt": 0.04}),
    ("passport-blurred", ["boonmee"], 8, {"blur": 0.5}),
    ("passports-two", ["nguyen", "bernard"], 9, {"angle": 2.5, "second_angle": -4.0, "pitch": 13.0, "quality": 48, "noise": 0.3}),
]


def person(rng, key: str) -> people.Holder:
    state, surname, given, number, birth, expiry, sex = PEOPLE[key]
    days = [datetime.date.fromisoformat(day) for day in (birth, expiry)]
    lines = people.zone(rng, "TD3", "P<", state, (surname, given), number, *days, sex)
    return people.Holder("TD3", state, surname, given, number, *days, sex, "P", lines)


def main() -> None:
    cv2.setNumThreads(1)
    HERE.mkdir(parents=True, exist_ok=True)
    with (HERE / "specimens.jsonl").open("w", encoding="utf-8") as truth:
        for stem, keys, seed, differs in PICTURES:
            rng = np.random.default_rng([seed, 2026])
            usual = dict(pitch=17.0, angle=0.0, tilt=0.0, quality=64, blur=0.03, noise=1.0, shadow=0.12, specimen=True)
            shot = make.Shot(**(usual | differs), layouts=["TD3"] * len(keys))
            names = ["blurred"] if stem.endswith("blurred") else ["two_documents"] if len(keys) == 2 else ["plain"]
            line = make.take(rng, shot, [person(rng, key) for key in keys], HERE, stem, names, "clean")
            size = (HERE / line["file"]).stat().st_size
            assert size <= MOST_BYTES, f"{stem} is {size} bytes"
            print(f"{stem}: {size:,} bytes")
            truth.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
