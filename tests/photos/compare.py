#!/usr/bin/env python3
"""Runs other free readers on the same pictures, for the table in README.md. Nothing of them ships with snaknov.

Each reader lives in a virtual environment of its own that is thrown away afterwards (fastmrz is under the AGPL):

    apt-get install tesseract-ocr                                    # all but rapidocr call it
    python3 -m venv /tmp/pe && /tmp/pe/bin/pip install passporteye==2.2.2
    python3 -m venv /tmp/fm && /tmp/fm/bin/pip install fastmrz==2.1.2
    /tmp/pe/bin/python tests/photos/compare.py passporteye DIR... --most 46
    python3 -m venv /tmp/ro && /tmp/ro/bin/pip install rapidocr==3.10.0 onnxruntime==1.31.1
    /tmp/ro/bin/python tests/photos/compare.py rapidocr DIR... --most 46
    /tmp/fm/bin/python tests/photos/compare.py fastmrz --tessdata /tmp/tessdata DIR... --most 46
    /tmp/pe/bin/python tests/photos/compare.py tesseract DIR... --most 46
    /tmp/pe/bin/python tests/photos/compare.py snaknov --binary target/release/snaknov DIR... --most 46

fastmrz asks tesseract for a model `mrz` that no package brings; --tessdata names a folder with an `mrz.traineddata`:
tesseract's own `eng`, or the OCR-B model in PyPI glyphive-ocrmodel-ocrb 0.1.0, under that name.
Only pictures that can be read are compared, and none in HEIC or PDF, which the others do not open; the others get each
picture turned upright by its EXIF mark, as PNG.

exact   the lines letter by letter
fields  name, number, issuer, nationality, dates and sex right, whatever the fillers
silent  a field is wrong and every check digit passes (marks of doubt count for nothing here)
flagged a zone came back, a field is wrong, and a check digit or the lines' lengths say so
nothing no zone came back
The last figure is the median of milliseconds of processor time a picture. Set OMP_THREAD_LIMIT=1 for tesseract.
"""

import argparse
import collections
import json
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import warnings

import scoring

warnings.filterwarnings("ignore")


def passporteye(asked):
    from passporteye import read_mrz

    def read(path):
        found = read_mrz(str(path))
        return [found.aux["text"].split("\n")] if found else []

    return read


def fastmrz(asked):
    from fastmrz import FastMRZ

    reader = FastMRZ(tessdata_path=str(asked.tessdata or ""))

    def read(path):
        text = reader.get_details(str(path), ignore_parse=True)
        return [text.split("\n")] if text else []

    return read


def zone_in(text: list[str]) -> list[list[str]]:
    """The zone among all lines of a page: the last that look like one."""
    lines = [line.replace(" ", "").replace("«", "<<").replace("‹", "<").upper() for line in text]
    zone = [line for line in lines if 26 <= len(line) <= 48 and re.search(r"<|\d{6}[\dOISB]", line) and len(set(line) - scoring.ALPHABET) <= 3]
    return [zone[-3:] if len(zone) >= 3 and len(zone[-3]) < 34 else zone[-2:]] if len(zone) >= 2 else []


def tesseract(asked):
    def read(path):
        done = subprocess.run(["tesseract", str(path), "-", "-l", "eng"], capture_output=True, text=True, check=False)
        return zone_in(done.stdout.splitlines())

    return read


def rapidocr(asked):
    from rapidocr import RapidOCR

    engine = RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": 1, "Global.log_level": "error"})

    def read(path):
        return zone_in(list(engine(str(path)).txts or []))

    return read


def snaknov(asked):
    def read(path):
        done = subprocess.run([asked.binary, "read", "photo", str(path)], capture_output=True, text=True, check=False)
        return [zone["lines"] for zone in json.loads(done.stdout.splitlines()[0])["zones"]]

    return read


def spent() -> float:
    """Seconds of processor time of this process and the programs it called: a busy machine does not change it."""
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))


def upright(picture: pathlib.Path, folder: str) -> pathlib.Path:
    from PIL import Image, ImageOps

    path = pathlib.Path(folder) / "picture.png"
    ImageOps.exif_transpose(Image.open(picture)).convert("RGB").save(path, compress_level=1)
    return path


def outcome(truth: list[str], zones: list[list[str]]) -> set[str]:
    """What became of one zone."""
    wanted = scoring.fields(truth)
    near = sorted(zones, key=lambda zone: -sum(scoring.fields(zone).get(name) == value for name, value in wanted.items()))
    if not near:
        return {"nothing"}
    lines = near[0]
    if lines == truth:
        return {"exact", "fields"}
    if scoring.fields(lines) == wanted:
        return {"fields"}
    layout = scoring.layout_of(lines)
    fits = layout and all(len(line) <= width for line, width in zip(lines, scoring.LAYOUTS[layout][0]))
    return {"silent"} if fits and not scoring.failing(scoring.padded(lines, layout), layout) else {"flagged"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reader", choices=["passporteye", "fastmrz", "tesseract", "rapidocr", "snaknov"])
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--most", type=int, default=46, help="pictures of each folder")
    parser.add_argument("--binary", default="target/release/snaknov")
    parser.add_argument("--tessdata", type=pathlib.Path)
    asked = parser.parse_args()
    read = {"passporteye": passporteye, "fastmrz": fastmrz, "tesseract": tesseract, "rapidocr": rapidocr, "snaknov": snaknov}[asked.reader](asked)
    for folder in asked.folders:
        counts, times, zones = collections.Counter(), [], 0
        truth = [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()][: asked.most]
        with tempfile.TemporaryDirectory() as work:
            for picture in truth:
                if not picture["zones"] or picture["format"] in ("heic", "pdf"):
                    continue
                path = folder / picture["file"] if asked.reader == "snaknov" else upright(folder / picture["file"], work)
                begun = spent()
                try:
                    found = read(path)
                except Exception as error:  # noqa: BLE001 - a reader that falls over has read nothing
                    print(f"{picture['file']}: {error!r}"[:300], file=sys.stderr)
                    found = []
                times.append(1000 * (spent() - begun))
                for lines in picture["zones"]:
                    zones += 1
                    counts.update(outcome(lines, found))
        share = {name: f"{100 * counts[name] / zones:.0f} %" for name in ("exact", "fields", "silent", "flagged", "nothing")}
        print(f"| {asked.reader} | {truth[0]['strength']} | {len(times)} | {zones} | " + " | ".join(share.values()) + f" | {statistics.median(times):.0f} |", flush=True)


if __name__ == "__main__":
    main()
