#!/usr/bin/env python3
"""Runs `snaknov read photo` on made pictures and prints what share it reads, per strength and distortion.

    python3 tests/photos/measure.py target/release/snaknov /tmp/pictures/moderate /tmp/pictures/strong
    ... --min-moderate 97 --min-strong 85 --max-silent 0      # exit code 1 if a limit is missed
    ... --wrong                                               # also lists every zone that was not read without error

exact   both (or all three) lines letter by letter as printed
marked  read with an error, but every wrong letter is marked as doubtful or lies under a check digit that fails
silent  a wrong letter that nothing points at; also a zone "read" where there is none
none    not read: refused, or nothing said of it
For pictures that cannot be read: refused with the reason of the same group, with another reason, read all the same.
Needs nothing but Python.
"""

import argparse
import collections
import json
import pathlib
import statistics
import subprocess
import sys

import scoring

# What the person can do about it is the same within a group, so each of these is a right answer.
REASONS = {
    "too_dark": {"too_dark"}, "burnt_out": {"too_bright"}, "blurred": {"blurred"}, "cut_off": {"cut_off"},
    "no_zone": {"no_zone"}, "too_small": {"too_small", "no_zone"},
}
AT_ONCE = 20


def run(command: list[str], files: list[pathlib.Path]) -> dict[str, dict]:
    answers = {}
    for start in range(0, len(files), AT_ONCE):
        chunk = [str(file) for file in files[start : start + AT_ONCE]]
        done = subprocess.run([*command, *chunk], capture_output=True, text=True, check=False)
        for line in done.stdout.splitlines():
            answer = json.loads(line)
            answers[pathlib.Path(answer["file"]).name] = answer
        if done.returncode and not done.stdout:
            sys.exit(f"{' '.join(command)}: {done.stderr.strip()[-500:]}")
    return answers


class Row:
    """The sums of one line of a table."""

    def __init__(self):
        self.pictures = self.zones = self.exact = self.marked = self.silent = self.none = 0
        self.right_reason = self.other_reason = self.read = 0
        self.millis = []

    def cells(self) -> list[str]:
        share = f"{100 * self.exact / self.zones:.1f} %" if self.zones else ""
        return [str(v) for v in (self.pictures, self.zones, self.exact, share, self.marked, self.silent, self.none, *self.times())]

    def refusal_cells(self) -> list[str]:
        return [str(v) for v in (self.pictures, self.right_reason, self.other_reason, self.read, self.silent, *self.times())]

    def times(self) -> list[str]:
        ordered = sorted(self.millis)
        if not ordered:
            return ["", ""]
        return [f"{statistics.median(ordered):.0f}", f"{ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]:.0f}"]


def table(title: list[str], rows: list[list[str]]) -> None:
    widths = [max(len(row[i]) for row in [title, *rows]) for i in range(len(title))]
    for number, row in enumerate([title, *rows]):
        print("| " + " | ".join(cell.ljust(w) if i < 2 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths))) + " |")
        if number == 0:
            print("|" + "|".join("-" * (w + 2) for w in widths) + "|")
    print()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("snaknov")
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--min-moderate", type=float)
    parser.add_argument("--min-strong", type=float)
    parser.add_argument("--max-silent", type=int)
    parser.add_argument("--max-median", type=float, help="milliseconds a picture, over all that can be read")
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    readable, refused, formats = (collections.defaultdict(Row) for _ in range(3))
    for folder in asked.folders:
        truth = [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
        answers = run([asked.snaknov, "read", "photo"], [folder / picture["file"] for picture in truth])
        for picture in truth:
            answer = answers.get(picture["file"], {"zones": [], "refused": "no answer", "millis": None})
            take(picture, answer, readable, refused, formats, asked.wrong)
    return report(asked, readable, refused, formats)


def take(picture, answer, readable, refused, formats, tell) -> None:
    score = scoring.score(picture["zones"], picture.get("hidden", []), answer.get("zones") or [])
    strength, expected = picture["strength"], picture.get("expected_refusal")
    groups = refused if expected else readable
    rows = [groups[strength, picture["distortions"][0]], groups[strength, "all"]]
    if not expected:
        rows += [formats[strength, picture["format"]]]
    for row in rows:
        row.pictures += 1
        row.zones += len(picture["zones"])
        row.exact, row.marked, row.silent, row.none = row.exact + score.exact, row.marked + score.seen_wrong, row.silent + score.silent, row.none + score.missed
        if answer.get("millis") is not None:
            row.millis.append(answer["millis"])
        if expected:
            if answer.get("zones"):
                row.read += 1
            elif answer.get("refused") in REASONS[expected]:
                row.right_reason += 1
            else:
                row.other_reason += 1
    bad = score.silent or (answer.get("refused") not in REASONS[expected] if expected else score.exact < len(picture["zones"]))
    if tell and bad:
        short = {key: answer.get(key) for key in ("zones", "refused", "millis")}
        print(json.dumps({"file": picture["file"], "truth": picture["zones"] or expected, "unmarked": score.notes, **short}, ensure_ascii=False))


def report(asked, readable, refused, formats) -> int:
    print()
    title = ["strength", "distortion", "pictures", "zones", "exact", "share", "marked", "silent", "none", "median ms", "p95 ms"]
    table(title, [[*key, *row.cells()] for key, row in readable.items() if key[1] != "all"] + [[*key, *row.cells()] for key, row in readable.items() if key[1] == "all"])
    table([title[0], "format", *title[2:]], [[*key, *row.cells()] for key, row in sorted(formats.items())])
    table(["strength", "cannot be read", "pictures", "right reason", "other reason", "read", "silent", "median ms", "p95 ms"],
          [[*key, *row.refusal_cells()] for key, row in sorted(refused.items())])
    silent = sum(row.silent for groups in (readable, refused) for key, row in groups.items() if key[1] == "all")
    broken = []
    for strength, least in (("moderate", asked.min_moderate), ("strong", asked.min_strong)):
        row = readable.get((strength, "all"))
        if least is not None and row and 100 * row.exact / row.zones < least:
            broken.append(f"{strength}: {100 * row.exact / row.zones:.1f} % exact, at least {least} % is asked for")
    if asked.max_silent is not None and silent > asked.max_silent:
        broken.append(f"{silent} silently wrong, at most {asked.max_silent} may be")
    times = [ms for key, row in readable.items() if key[1] == "all" for ms in row.millis]
    if asked.max_median is not None and times and statistics.median(times) > asked.max_median:
        broken.append(f"median {statistics.median(times):.0f} ms, at most {asked.max_median:.0f} ms may be")
    for line in broken:
        print("FAILED", line)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
