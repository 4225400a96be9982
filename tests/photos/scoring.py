"""Compares zones as read with zones as printed: what is right, what is wrong and seen to be, what is wrong in silence.

It runs no reader; measure.py and compare.py do.

    python3 -m doctest tests/photos/scoring.py

>>> zone = ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"]
>>> failing(zone, "TD3")
[]
>>> score([zone], [], [{"lines": zone}]).exact
1
>>> name = [zone[0].replace("ANNA", "ANHA"), zone[1]]
>>> score([zone], [], [{"lines": name}]).silent, score([zone], [], [{"lines": name, "doubtful": [[0, 17]]}]).silent
(1, 0)
>>> number = [zone[0], zone[1].replace("L898902C3", "L898902C8")]
>>> score([zone], [], [{"lines": number}]).silent, score([zone], [], [{"lines": number}]).seen_wrong
(0, 1)
>>> score([], [], [{"lines": zone}]).silent, score([], [zone], [{"lines": zone}]).silent
(1, 0)
"""

import dataclasses

from people import check_digit

# Lines, and for each check digit its place and the spans it covers: (line, from, to). Doc 9303 parts 4 to 7.
_SECOND = [((1, 9), [(1, 0, 9)]), ((1, 19), [(1, 13, 19)]), ((1, 27), [(1, 21, 27)])]
LAYOUTS = {
    "TD3": ((44, 44), [*_SECOND, ((1, 42), [(1, 28, 42)]), ((1, 43), [(1, 0, 10), (1, 13, 20), (1, 21, 43)])]),
    "TD2": ((36, 36), [*_SECOND, ((1, 35), [(1, 0, 10), (1, 13, 20), (1, 21, 35)])]),
    "MRVA": ((44, 44), _SECOND),
    "MRVB": ((36, 36), _SECOND),
    "TD1": ((30, 30, 30), [
        ((0, 14), [(0, 5, 14)]), ((1, 6), [(1, 0, 6)]), ((1, 14), [(1, 8, 14)]),
        ((1, 29), [(0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)]),
    ]),
}
ALPHABET = set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<")


def layout_of(lines: list[str]) -> str | None:
    if len(lines) == 3:
        return "TD1"
    if len(lines) != 2:
        return None
    longest, visa = max(map(len, lines)), lines[0].startswith("V")
    if longest > 40:
        return "MRVA" if visa else "TD3"
    return "MRVB" if visa else "TD2"


def padded(lines: list[str], layout: str) -> list[str]:
    return [line.ljust(width, "<") for line, width in zip(lines, LAYOUTS[layout][0])]


def failing(lines: list[str], layout: str) -> list[set[tuple[int, int]]]:
    """The cells of each check that fails: what it covers and the digit itself."""
    found = []
    for (row, cell), spans in LAYOUTS[layout][1]:
        text = "".join(lines[line][start:end] for line, start, end in spans)
        digit = lines[row][cell]
        good = set(text) <= ALPHABET and (digit == check_digit(text) or (digit == "<" and not text.strip("<")))
        if not good:
            found.append({(row, cell)} | {(line, at) for line, start, end in spans for at in range(start, end)})
    return found


@dataclasses.dataclass
class Score:
    """What became of one picture's zones."""

    exact: int = 0
    seen_wrong: int = 0
    silent: int = 0
    missed: int = 0
    notes: list = dataclasses.field(default_factory=list)


def difference(one: list[str], other: list[str]) -> int:
    if [len(line) for line in one] != [len(line) for line in other]:
        return 1000 + abs(sum(map(len, one)) - sum(map(len, other)))
    return sum(a != b for x, y in zip(one, other) for a, b in zip(x, y))


def is_silent(read: list[str], truth: list[str] | None, doubtful: set[tuple[int, int]]) -> list | None:
    """The wrong cells that nothing points at (an empty list is none); None where no layout can be made of the lines at all."""
    layout = layout_of(read)
    if layout is None or any(len(line) > width for line, width in zip(read, LAYOUTS[layout][0])):
        return None
    lines = padded(read, layout)
    caught = set().union(doubtful, *failing(lines, layout))
    if truth is None or [len(line) for line in lines] != [len(line) for line in truth]:
        # Not this document's layout: every cell is wrong, and somebody notices as soon as one of them is marked.
        return [] if caught else [("another layout", layout)]
    return [
        (row, cell, truth[row][cell], lines[row][cell])
        for row in range(len(truth)) for cell in range(len(truth[row]))
        if lines[row][cell] != truth[row][cell] and (row, cell) not in caught
    ]


def score(truth_zones: list[list[str]], hidden: list[list[str]], read: list[dict]) -> Score:
    """`read` is what the reader says: [{"lines": [...], "doubtful": [[line, cell], ...]}, ...]."""
    result, left = Score(), [list(zone) for zone in truth_zones]
    known = [list(zone) for zone in hidden]
    for zone in read:
        lines, doubtful = list(zone["lines"]), {tuple(cell) for cell in zone.get("doubtful") or []}
        if lines in left:
            left.remove(lines)
            result.exact += 1
            continue
        if lines in known or lines in truth_zones:
            continue
        near = min(left + known, key=lambda zone: difference(zone, lines), default=None)
        if near is not None and near in left:
            left.remove(near)
        wrong = is_silent(lines, near, doubtful)
        if wrong:
            result.silent += 1
            result.notes.append({"read": lines, "truth": near, "unmarked": wrong})
        else:
            result.seen_wrong += near is None or near not in known
    result.missed = len(left)
    return result


def fields(lines: list[str]) -> dict[str, str]:
    """The fields that a report needs, by their places; for comparing readers that count fillers differently."""
    layout = layout_of(lines)
    if layout is None:
        return {}
    lines = padded([line[:width] for line, width in zip(lines, LAYOUTS[layout][0])], layout)
    if layout == "TD1":
        first, second, name = lines
        return {"name": name.rstrip("<"), "number": first[5:14], "issuer": first[2:5], "nationality": second[15:18],
                "birth": second[0:6], "sex": second[7], "expiry": second[8:14]}
    first, second = lines
    return {"name": first[5:].rstrip("<"), "number": second[0:9], "issuer": first[2:5], "nationality": second[10:13],
            "birth": second[13:19], "sex": second[20], "expiry": second[21:27]}
