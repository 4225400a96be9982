"""Photographs a drawn document: where it lies, how it is turned and lit, and what the camera does to it.

Sizes of blur and the like are in parts of the zone's pitch (the width of one of its characters), so that a
strength means the same for a small picture as for a large one. Every function takes its chances from `rng`.
"""

import cv2
import numpy as np
from PIL import Image, ImageDraw

import pages


def smooth_noise(rng, height: int, width: int, cells: int) -> np.ndarray:
    """Soft clouds between -1 and 1."""
    small = rng.uniform(-1, 1, (max(2, cells * height // max(width, height) + 2), max(2, cells * width // max(width, height) + 2)))
    return cv2.resize(small.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)


def table(rng, height: int, width: int) -> np.ndarray:
    """What the document lies on: wood, cloth, tiles, or papers with writing."""
    kind = rng.choice(["wood", "cloth", "plain", "tiles", "papers"])
    # Browns, greys and whites, a little tinted.
    colour = rng.uniform(45, 215) * np.array([rng.uniform(0.6, 1.05), rng.uniform(0.8, 1), 1], np.float32)
    ground = np.ones((height, width, 3), np.float32) * colour
    if kind == "wood":
        grain = smooth_noise(rng, height, 8, 60)
        ground *= (1 + 0.16 * cv2.resize(grain, (width, height)) + 0.05 * smooth_noise(rng, height, width, 90))[..., None]
    elif kind == "cloth":
        y, x = np.mgrid[0:height, 0:width]
        ground *= (1 + 0.10 * np.sin(x / 2.3) * np.sin(y / 2.1) + 0.12 * smooth_noise(rng, height, width, 7))[..., None]
    elif kind == "tiles":
        ground *= (1 + 0.08 * smooth_noise(rng, height, width, 20))[..., None]
        step = int(rng.integers(180, 420))
        for at in range(int(rng.integers(0, step)), max(height, width), step):
            ground[:, at : at + 5] *= 0.6
            ground[at : at + 5] *= 0.6
    elif kind == "papers":
        sheet = Image.new("RGB", (width, height), (232, 232, 228))
        draw, size = ImageDraw.Draw(sheet), max(12, width // 70)
        for row in range(0, height, round(size * 1.7)):
            words = "room no. 204  deposit 50 USD  <paid>  tel 012 000 000  night 1 2 3 4  "
            draw.text((rng.uniform(-40, 60), row), words * 4, font=pages.font("text", size), fill=(70, 70, 78))
        ground = np.asarray(sheet)[..., ::-1].astype(np.float32)
    else:
        ground *= (1 + 0.05 * smooth_noise(rng, height, width, 4))[..., None]
    return np.clip(ground, 0, 255).astype(np.uint8)


def wrinkled(rng, page: np.ndarray, corners: np.ndarray, scale: float, amount_mm: float) -> np.ndarray:
    """Waves and creases: the surface moves by up to `amount_mm` and its brightness follows."""
    height, width = page.shape[:2]
    fold = smooth_noise(rng, height, width, 5)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    shade = np.ones((height, width), np.float32)
    for _ in range(3):
        angle = rng.uniform(0, np.pi)
        away = (x - rng.uniform(0.1, 0.9) * width) * np.cos(angle) + (y - rng.uniform(0.1, 0.9) * height) * np.sin(angle)
        crease = np.exp(-((away / (1.2 * scale)) ** 2))
        shade += rng.choice([-1, 1]) * min(0.4, amount_mm * 0.35) * crease
        fold += 0.25 * crease
    moved = cv2.remap(page, x + fold * amount_mm * scale * 0.5, y + fold * amount_mm * scale, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    shade += amount_mm * 0.25 * smooth_noise(rng, height, width, 6)
    return np.clip(moved * shade[..., None], 0, 255).astype(np.uint8)


def photocopied(rng, page: np.ndarray, scale: float, hard: float) -> np.ndarray:
    """Grey, steep, speckled with toner. `hard` 0 to 1: how close to black and white."""
    grey = cv2.GaussianBlur(cv2.cvtColor(page, cv2.COLOR_BGR2GRAY).astype(np.float32), (0, 0), 0.05 * scale)
    middle = rng.uniform(125, 150)
    steep = 0.02 + 0.05 * hard
    copy = 255 / (1 + np.exp(-(grey - middle) * steep))
    height, width = grey.shape
    for dark, share in ((30, 0.00012), (245, 0.0001)):
        count = int(height * width * share * (0.4 + hard) * 196 / scale**2)
        for x, y in zip(rng.integers(0, width, count), rng.integers(0, height, count)):
            cv2.circle(copy, (int(x), int(y)), max(1, round(rng.uniform(0.03, 0.11) * scale)), dark, -1)
    for x in rng.integers(0, width, int(3 * hard) + 1):
        copy[:, x : x + max(1, round(0.12 * scale))] *= 0.9
    copy = np.clip(copy * (1 - 0.06 * hard) + rng.normal(0, 5, copy.shape), 0, 255)
    return cv2.cvtColor(copy.astype(np.uint8), cv2.COLOR_GRAY2BGR)


def on_sheet(page: np.ndarray, corners: np.ndarray, scale: float) -> tuple[np.ndarray, np.ndarray]:
    """A photocopy: the document in the middle of a larger white sheet."""
    height, width = page.shape[:2]
    above, side = round(22 * scale), round(18 * scale)
    sheet = np.full((height + 2 * above, width + 2 * side, 3), 247, np.uint8)
    sheet[above : above + height, side : side + width] = page
    return sheet, corners + np.array([18, 22], np.float32)


def quad(rng, size: tuple[float, float], degrees: float, tilt: float) -> np.ndarray:
    """Corners of a rectangle of that size, seen from the side (`tilt` in parts of the size) and turned, around 0, 0."""
    width, height = size
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], np.float32) * [width / 2, height / 2]
    if tilt:
        # One side is further away, and the other two corners give a little.
        side = int(rng.integers(0, 4))
        pull = np.zeros((4, 2), np.float32)
        for corner in (side, (side + 1) % 4):
            pull[corner] = -np.sign(corners[corner]) * tilt * np.array([width, height])
        # Only along the far side does it narrow fully; towards the camera it shortens half as much.
        pull *= [1, 0.5] if side % 2 == 0 else [0.5, 1]
        corners = corners + pull + rng.uniform(-0.12, 0.12, (4, 2)) * tilt * np.array([width, height])
    turn = np.deg2rad(degrees)
    matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
    return (corners @ matrix.T).astype(np.float32)


def lay(rng, ground: np.ndarray, page: np.ndarray, corners_px: np.ndarray) -> np.ndarray:
    """Puts the page on the ground with its corners there and a soft shadow; returns the way from page to ground."""
    height, width = page.shape[:2]
    spread = np.linalg.norm(corners_px[1] - corners_px[0]) / width
    if spread < 0.75:
        page = cv2.resize(page, None, fx=spread * 1.15, fy=spread * 1.15, interpolation=cv2.INTER_AREA)
    own = np.array([[0, 0], [page.shape[1], 0], [page.shape[1], page.shape[0]], [0, page.shape[0]]], np.float32)
    way = cv2.getPerspectiveTransform(own, corners_px.astype(np.float32))
    size = (ground.shape[1], ground.shape[0])
    seen = cv2.warpPerspective(page, way, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    mask = np.zeros(ground.shape[:2], np.uint8)
    cv2.fillConvexPoly(mask, np.round(corners_px * 16).astype(np.int32), 255, cv2.LINE_AA, 4)
    soft = max(2.0, 0.012 * np.linalg.norm(corners_px[1] - corners_px[0]))
    shift = np.float32([[1, 0, soft * 0.7], [0, 1, soft]])
    quarter = cv2.resize(mask, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    shadow = cv2.resize(cv2.GaussianBlur(quarter, (0, 0), soft / 4 + 0.5), size)
    shadow = cv2.warpAffine(shadow, shift, size).astype(np.float32) / 255 * 0.45
    cover = mask.astype(np.float32)[..., None] / 255
    ground[:] = np.clip(ground * (1 - shadow[..., None]) * (1 - cover) + seen * cover, 0, 255).astype(np.uint8)
    full = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    return cv2.getPerspectiveTransform(full, corners_px.astype(np.float32))


# What light and the camera do to a finished scene.


def uneven(rng, scene: np.ndarray, depth: float) -> np.ndarray:
    """A shadow with a soft edge across the picture, as of a hand or a phone, down to `1 - depth`."""
    height, width = scene.shape[:2]
    y, x = np.arange(height, dtype=np.float32)[:, None], np.arange(width, dtype=np.float32)
    angle = np.float32(rng.uniform(0, 2 * np.pi))
    along = ((x - width * rng.uniform(0.35, 0.65)) * np.cos(angle) + (y - height * rng.uniform(0.35, 0.65)) * np.sin(angle)) / max(height, width)
    edge = 1 / (1 + np.exp(-along / np.float32(rng.uniform(0.01, 0.08))))
    return (scene * (1 - np.float32(depth) * edge)[..., None].astype(np.float32)).astype(np.uint8)


def glare(rng, scene: np.ndarray, around: np.ndarray, strength: float, radius: float) -> np.ndarray:
    """A lamp's reflection near the point `around`: towards white by up to `strength`."""
    height, width = scene.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    stretch, angle = rng.uniform(1, 2.2), rng.uniform(0, np.pi)
    dx, dy = x - around[0], y - around[1]
    u, v = dx * np.cos(angle) + dy * np.sin(angle), (dy * np.cos(angle) - dx * np.sin(angle)) * stretch
    spot = (strength * np.exp(-((u**2 + v**2) / radius**2) ** 1.5))[..., None]
    return np.clip(scene * (1 - spot) + 255 * spot, 0, 255).astype(np.uint8)


def dark(rng, scene: np.ndarray, gain: float, noise: float) -> np.ndarray:
    """Little light: dim, warm, grainy."""
    warm = np.array([0.86, 0.96, 1.06], np.float32) * gain
    return noisy(rng, np.clip(scene * warm, 0, 255), noise)


def noisy(rng, scene: np.ndarray, sigma: float) -> np.ndarray:
    colour = rng.standard_normal(scene.shape, np.float32)
    colour += rng.standard_normal((*scene.shape[:2], 1), np.float32)
    colour *= 0.7 * sigma
    colour += scene
    return np.clip(colour, 0, 255, out=colour).astype(np.uint8)


def blurred(scene: np.ndarray, sigma: float) -> np.ndarray:
    return cv2.GaussianBlur(scene, (0, 0), sigma) if sigma > 0.2 else scene


def shaken(scene: np.ndarray, length: float, degrees: float) -> np.ndarray:
    """The camera moved by `length` pixels while it looked."""
    size = int(length) * 2 + 5
    kernel = np.zeros((size, size), np.float32)
    middle, turn = size // 2, np.deg2rad(degrees)
    ends = [(middle + side * np.array([np.cos(turn), np.sin(turn)]) * length / 2) * 16 for side in (-1, 1)]
    cv2.line(kernel, tuple(np.round(ends[0]).astype(int).tolist()), tuple(np.round(ends[1]).astype(int).tolist()), 1.0, 1, cv2.LINE_AA, 4)
    kernel = cv2.GaussianBlur(kernel, (0, 0), 0.5)
    return cv2.filter2D(scene, -1, kernel / kernel.sum())


def screenshot(rng, scene: np.ndarray) -> np.ndarray:
    """The picture in a viewer on a phone: status line above, buttons below."""
    width, height = 1080, int(rng.choice([1920, 2340]))
    shade = int(rng.choice([12, 250]))
    screen = Image.new("RGB", (width, height), (shade,) * 3)
    ratio = min(width / scene.shape[1], (height - 460) / scene.shape[0])
    small = cv2.resize(scene, None, fx=ratio, fy=ratio, interpolation=cv2.INTER_AREA)
    screen.paste(Image.fromarray(cv2.cvtColor(small, cv2.COLOR_BGR2RGB)), ((width - small.shape[1]) // 2, (height - small.shape[0]) // 2))
    draw, ink = ImageDraw.Draw(screen), (240, 240, 240) if shade < 100 else (30, 30, 30)
    draw.text((48, 30), "18:42", font=pages.font("bold", 38), fill=ink)
    draw.text((width - 220, 30), "4G  81 %", font=pages.font("text", 36), fill=ink)
    draw.text((48, 130), "<  Photo from guest", font=pages.font("text", 44), fill=ink)
    for spot in range(4):
        draw.rounded_rectangle([90 + spot * 250, height - 170, 190 + spot * 250, height - 90], 20, outline=ink, width=5)
    return cv2.cvtColor(np.array(screen), cv2.COLOR_RGB2BGR)
