#!/usr/bin/env python3
"""Makes pictures of passport pages, cards and visas of invented people, as phones take them, with the truth beside.

    python3 -m venv /tmp/photos && /tmp/photos/bin/pip install -r tests/photos/requirements.txt
    apt-get install fonts-ocr-b fonts-dejavu-core
    /tmp/photos/bin/python tests/photos/make.py --seed 1 --count 60 --strength moderate --out /tmp/pictures

The same seed, strength and number make the same picture, whatever the count. Each picture has one main distortion
(the first name in `distortions`) over the light tilt, blur, noise and compression that every photo has. One in eight
cannot be read, and says for which reason. DIR/truth.jsonl has a line per picture:

    {"file", "strength", "distortions": [...], "format", "layouts": [...], "zones": [[line, ...], ...],
     "expected_refusal": "too_dark" (only where nothing can be read), "hidden": [[line, ...]] (the zone that would be there)}

It reads nothing: measure.py does.
"""

import argparse
import dataclasses
import json
import pathlib

import cv2
import numpy as np
import pillow_heif
from PIL import Image

import pages
import people
import scenes

pillow_heif.register_heif_opener()

LEVELS = ["clean", "moderate", "strong"]
# The least and the most of each distortion for clean, moderate, strong. Blur, shake and glare's size are in pitches.
AMOUNT = {
    "base pitch": [(24, 32), (17, 28), (14, 24)],
    "base angle": [(0, 1.5), (0, 4), (0, 6)],
    "base tilt": [(0, 0.01), (0, 0.03), (0, 0.05)],
    "base quality": [(90, 95), (70, 88), (55, 80)],
    "base blur": [(0, 0), (0.02, 0.05), (0.03, 0.07)],
    "base noise": [(0, 1), (1, 4), (2, 6)],
    "base shadow": [(0, 0.05), (0, 0.2), (0, 0.3)],
    "tilted": [(2, 4), (5, 9), (9, 15)],
    "perspective": [(0.02, 0.04), (0.05, 0.09), (0.10, 0.17)],
    "glare": [(0.2, 0.3), (0.45, 0.65), (0.65, 0.82)],
    "blur": [(0.03, 0.05), (0.07, 0.10), (0.11, 0.15)],
    "motion": [(0.05, 0.1), (0.14, 0.22), (0.24, 0.36)],
    "noise": [(4, 6), (9, 15), (17, 28)],
    "low_light": [(0.5, 0.7), (0.25, 0.4), (0.12, 0.2)],
    "jpeg": [(60, 75), (32, 48), (14, 24)],
    "phone_12mp": [(0.8, 0.92), (0.55, 0.9), (0.36, 0.55)],
    "photocopy": [(0.1, 0.2), (0.3, 0.6), (0.7, 1.0)],
    "shadow": [(0.2, 0.3), (0.4, 0.6), (0.65, 0.82)],
    "low_resolution": [(16, 18), (11.5, 14), (8.5, 10.5)],
    "two_documents": [(1, 2), (3, 7), (8, 16)],
    "crop": [(4, 7), (2, 4), (0.8, 1.6)],
    "wrinkles": [(0.1, 0.2), (0.3, 0.5), (0.6, 0.9)],
}
READABLE = [
    "plain", "tilted", "any_angle", "quarter_turn", "perspective", "glare", "blur", "motion", "noise", "low_light", "jpeg",
    "phone_12mp", "screenshot", "photocopy", "shadow", "low_resolution", "two_documents", "crop", "wrinkles", "mixed",
]
MIXED = ["tilted", "perspective", "glare", "blur", "noise", "low_light", "jpeg", "shadow", "wrinkles"]
UNREADABLE = ["too_dark", "blurred", "cut_off", "no_zone", "too_small", "burnt_out"]
FORMATS, FORMAT_SHARES = ["jpg", "png", "webp", "heic", "pdf"], [0.70, 0.08, 0.10, 0.07, 0.05]
LAYOUTS, LAYOUT_SHARES = ["TD3", "TD1", "TD2", "MRVA", "MRVB"], [0.60, 0.15, 0.08, 0.10, 0.07]


@dataclasses.dataclass
class Shot:
    """How one picture is taken."""

    pitch: float
    angle: float
    tilt: float
    quality: int
    blur: float
    noise: float
    shadow: float
    turns: int = 0
    shake: float = 0
    gain: float = 1
    glare: float = 0
    glare_size: float = 5
    wrinkles: float = 0
    copied: float = 0
    screen: bool = False
    phone: float = 0
    second_angle: float | None = None
    crop: float | None = None
    cut: bool = False
    no_zone: bool = False
    facing: bool = False
    format: str = "jpg"
    layouts: list = dataclasses.field(default_factory=list)
    specimen: bool = False


def drawn(rng, name: str, level: int) -> float:
    return float(rng.uniform(*AMOUNT[name][level]))


def signed(rng, amount: float) -> float:
    return float(rng.choice([-1, 1])) * amount


def ordinary(rng, level: int) -> Shot:
    """What every photo has."""
    base = {name: drawn(rng, f"base {name}", level) for name in ("pitch", "angle", "tilt", "quality", "blur", "noise", "shadow")}
    base["angle"], base["quality"] = signed(rng, base["angle"]), round(base["quality"])
    shot = Shot(**base)
    shot.format = str(rng.choice(FORMATS, p=FORMAT_SHARES))
    shot.layouts = [str(rng.choice(LAYOUTS, p=LAYOUT_SHARES))]
    shot.facing = bool(shot.layouts == ["TD3"] and rng.random() < 0.3)
    return shot


def distort(rng, shot: Shot, kind: str, level: int) -> None:
    """Sets what the named distortion is about."""
    amount = drawn(rng, kind, level) if kind in AMOUNT else 0.0
    match kind:
        case "tilted":
            shot.angle = signed(rng, amount)
        case "any_angle":
            shot.angle = float(rng.uniform(0, 360))
        case "quarter_turn":
            shot.turns = int(rng.integers(1, 4))
        case "perspective":
            shot.tilt = amount
        case "glare":
            shot.glare, shot.glare_size = amount, float(rng.uniform(3, 9))
        case "blur":
            shot.blur = amount
        case "motion":
            shot.shake = amount
        case "noise":
            shot.noise = amount
        case "low_light":
            shot.gain, shot.noise = amount, (1, 2.5, 4)[level]
        case "jpeg":
            shot.quality, shot.format = round(amount), "jpg"
        case "phone_12mp":
            shot.phone, shot.turns, shot.facing = amount, int(rng.integers(0, 4)), False
            shot.format = str(rng.choice(["jpg", "heic"], p=[0.75, 0.25]))
            # A phone smooths what it takes; the two formats count quality differently.
            shot.quality = int(rng.integers(80, 93)) - (30 if shot.format == "heic" else 0)
            shot.noise *= 0.5
        case "screenshot":
            shot.screen, shot.format = True, "png"
        case "photocopy":
            shot.copied = amount
        case "shadow":
            shot.shadow = amount
        case "low_resolution":
            shot.pitch, shot.blur = amount, min(shot.blur, 0.04)
        case "two_documents":
            shot.angle, shot.second_angle, shot.facing = signed(rng, amount), signed(rng, amount), False
            shot.second_angle += 180 if level == 2 and rng.random() < 0.5 else 0
            shot.layouts.append(str(rng.choice(["TD3", "TD3", "TD1"])))
        case "crop":
            shot.crop, shot.facing = amount, False
        case "wrinkles":
            shot.wrinkles = amount
        case "too_dark":
            shot.gain, shot.noise = float(rng.uniform(0.012, 0.025)), 2.5
        case "blurred":
            shot.blur = float(rng.uniform(0.42, 0.6))
        case "cut_off":
            shot.cut, shot.angle, shot.tilt = True, shot.angle / 3, min(shot.tilt, 0.02)
        case "no_zone":
            shot.no_zone = True
        case "too_small":
            shot.pitch = float(rng.uniform(2.6, 3.6))
        case "burnt_out":
            shot.glare, shot.glare_size = 6.0, float(rng.uniform(9, 13))


def mixed(rng, shot: Shot, level: int) -> list[str]:
    """Three distortions at once, for strong pictures one of them strong."""
    parts = [str(part) for part in rng.choice(MIXED, 3, replace=False)]
    for place, part in enumerate(parts):
        distort(rng, shot, part, level if place == 0 else min(level, 1))
    return parts


def surface(rng, shot: Shot, holder: people.Holder, scale: float) -> tuple[np.ndarray, np.ndarray]:
    """The document itself at `scale` pixels a millimetre, with what happened to it before it was photographed."""
    page, corners = pages.document(rng, holder, scale, with_zone=not shot.no_zone, specimen=shot.specimen)
    if shot.wrinkles:
        page = scenes.wrinkled(rng, page, corners, scale, shot.wrinkles)
    if shot.facing:
        above = pages.facing_page(rng, page.shape[1], page.shape[0], scale)
        fold = max(1, round(0.8 * scale))
        above[-fold:] = (above[-fold:] * 0.75).astype(np.uint8)
        corners = corners + np.array([0, above.shape[0] / scale], np.float32)
        page = np.vstack([above, page])
    if shot.copied:
        page, corners = scenes.on_sheet(scenes.photocopied(rng, page, scale, shot.copied), corners, scale)
    return page, corners


def photograph(rng, shot: Shot, holders: list[people.Holder]) -> tuple[np.ndarray, list[np.ndarray]]:
    """The scene before light and camera, and where in it each zone's corners are."""
    scale = 22.0 if shot.phone else 14.0
    surfaces = [surface(rng, shot, holder, scale) for holder in holders]
    sizes = [(page.shape[1] / scale, page.shape[0] / scale) for page, _ in surfaces]
    if shot.phone:
        out = shot.phone * 4032 / max(size[0] for size in sizes)
        if shot.turns % 2:
            out *= 0.75
        shot.pitch = out * pages.PITCH_MM
    out = shot.pitch / pages.PITCH_MM
    angles = [shot.angle] + ([shot.second_angle] if shot.second_angle is not None else [])
    quads = [scenes.quad(rng, (w * out, h * out), angle, shot.tilt) for (w, h), angle in zip(sizes, angles)]
    margin = rng.uniform(0.05, 0.16, 4) * sizes[0][0] * out
    down, placed = 0.0, []
    for shape in quads:
        low = shape.min(0)
        placed.append(shape - low + [0, down])
        down += (shape.max(0) - low)[1] + 6 * out
    everything = np.vstack(placed)
    width, height = (everything.max(0) + [margin[0] + margin[1], margin[2] + margin[3]]).astype(int)
    offset = margin[[0, 2]]
    if shot.phone:
        frame = (3024, 4032) if shot.turns % 2 else (4032, 3024)
        spare = np.maximum(np.array(frame) - everything.max(0), 0)
        offset, (width, height) = spare * rng.uniform(0.35, 0.65, 2), frame
    scene = scenes.table(rng, int(height), int(width))
    zones = []
    for (page, corners), shape in zip(surfaces, placed):
        way = scenes.lay(rng, scene, page, (shape + offset).astype(np.float32))
        zones.append(cv2.perspectiveTransform(corners[None] * scale, way)[0])
    return scene, zones


def lit(rng, shot: Shot, scene: np.ndarray, zones: list[np.ndarray]) -> np.ndarray:
    """Light, lens and sensor, in the order in which they come."""
    if shot.shadow > 0.01:
        scene = scenes.uneven(rng, scene, shot.shadow)
    if shot.glare:
        zone = zones[int(rng.integers(0, len(zones)))]
        at = zone[0] + (zone[2] - zone[0]) * rng.uniform(0.25, 0.75)
        scene = scenes.glare(rng, scene, at, shot.glare, shot.glare_size * shot.pitch) if shot.glare <= 1 else burnt(rng, scene, at, shot)
    scene = scenes.blurred(scene, shot.blur * shot.pitch)
    if shot.shake:
        scene = scenes.shaken(scene, shot.shake * shot.pitch, rng.uniform(0, 180))
    if shot.gain < 1:
        return scenes.dark(rng, scene, shot.gain, shot.noise)
    return scenes.noisy(rng, scene, shot.noise)


def burnt(rng, scene: np.ndarray, at: np.ndarray, shot: Shot) -> np.ndarray:
    """A reflection so bright that nothing is left in its middle."""
    once = scenes.glare(rng, scene, at, 1.0, shot.glare_size * shot.pitch)
    for _ in range(int(shot.glare)):
        once = scenes.glare(np.random.default_rng(1), once, at, 0.9, shot.glare_size * shot.pitch)
    return once


def trimmed(rng, shot: Shot, scene: np.ndarray, zone: np.ndarray) -> np.ndarray:
    """The part of the scene that is sent: close around the zone, or with a part of the zone missing."""
    height, width = scene.shape[:2]
    (left, top), (right, bottom) = zone.min(0), zone.max(0)
    if shot.crop is not None:
        edge = shot.crop * shot.pitch / pages.PITCH_MM
        box = [left - edge, top - edge, right + edge, bottom + edge]
    else:
        share = rng.uniform(0.15, 0.4)
        box = [0, 0, width, height]
        side = int(rng.integers(0, 3))
        if side == 2:
            box[3] = top + (bottom - top) * 0.5
        else:
            box[side * 2] = left + (right - left) * (share if side == 0 else 1 - share)
    x0, y0, x1, y1 = (int(v) for v in box)
    return scene[max(0, y0) : min(height, y1), max(0, x0) : min(width, x1)]


EXIF_OF_TURNS = {0: 1, 1: 6, 2: 3, 3: 8}


def save(rng, shot: Shot, scene: np.ndarray, path: pathlib.Path) -> None:
    """Writes the file. A phone's picture lies as the sensor saw it and says in EXIF how it is to be turned."""
    exif = Image.Exif()
    if shot.turns:
        scene = np.rot90(scene, shot.turns)
    if shot.phone:
        exif[0x010F], exif[0x0110], exif[0x0112] = "Invented", "Phone 12", EXIF_OF_TURNS[shot.turns]
    picture = Image.fromarray(cv2.cvtColor(np.ascontiguousarray(scene), cv2.COLOR_BGR2RGB))
    options: dict = {"jpg": {"quality": shot.quality}, "webp": {"quality": shot.quality, "method": 2}, "heic": {"quality": shot.quality, "enc_params": {"preset": "ultrafast"}},
                     "png": {"compress_level": 3}, "pdf": {"resolution": 150.0, "quality": shot.quality}}[shot.format]
    if shot.format in ("jpg", "heic", "webp") and shot.phone:
        options["exif"] = exif.tobytes()
    picture.save(path, **options)


def one(seed: int, index: int, level: int, folder: pathlib.Path) -> dict:
    """Makes picture number `index` and returns its line of the truth."""
    rng = np.random.default_rng([seed, index, level])
    cycle = len(READABLE) + 3
    turn, place = divmod(index, cycle)
    kind = READABLE[place] if place < len(READABLE) else UNREADABLE[(turn * 3 + place - len(READABLE)) % len(UNREADABLE)]
    shot = ordinary(rng, level)
    names = [kind]
    if kind == "mixed":
        names += mixed(rng, shot, level)
    else:
        distort(rng, shot, kind, level)
    holders = [people.holder(rng, layout) for layout in shot.layouts]
    return take(rng, shot, holders, folder, f"{LEVELS[level]}-{seed}-{index:04}-{kind}", names, LEVELS[level])


def take(rng, shot: Shot, holders, folder: pathlib.Path, stem: str, names: list[str], strength: str) -> dict:
    scene, zones = photograph(rng, shot, holders)
    scene = lit(rng, shot, scene, zones)
    if shot.crop is not None or shot.cut:
        scene = trimmed(rng, shot, scene, zones[0])
    if shot.screen:
        scene = scenes.screenshot(rng, scene)
    file = f"{stem}.{shot.format}"
    save(rng, shot, scene, folder / file)
    lines = [holder.lines for holder in holders]
    line = {"file": file, "strength": strength, "distortions": names, "format": shot.format, "layouts": shot.layouts, "zones": lines}
    if names[0] in UNREADABLE:
        line |= {"zones": [], "expected_refusal": names[0], "hidden": [] if shot.no_zone else lines}
    return line


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--strength", choices=LEVELS, default="moderate")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    asked = parser.parse_args()
    cv2.setNumThreads(1)
    asked.out.mkdir(parents=True, exist_ok=True)
    with (asked.out / "truth.jsonl").open("w", encoding="utf-8") as truth:
        for index in range(asked.count):
            truth.write(json.dumps(one(asked.seed, index, LEVELS.index(asked.strength), asked.out), ensure_ascii=False) + "\n")
            truth.flush()


if __name__ == "__main__":
    main()
