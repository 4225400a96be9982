#!/usr/bin/env python3
"""Draws the examples for somebody whose picture of a passport could not be read: wrong on the left, right on the right.

    python3 photos.py            # needs what render.py needs

One picture a group of reasons: photo_light (too dark, a reflection), photo_cut (the edge, a finger), photo_far (too far
away, held askew), photo_blurred (out of focus, shaken). Signs and no words, so that each serves every language.
"""

from pathlib import Path

import render

HERE = Path(__file__).resolve().parent
RED, GREEN, INK = "#d7263d", "#1f9d61", "#28323d"
WIDE, HIGH = 250, 176

DEFINITIONS = f"""
    <pattern id="waves" width="30" height="9" patternUnits="userSpaceOnUse">
      <path d="M0 4.5 Q7.5 -1 15 4.5 T30 4.5" fill="none" stroke="#cfdcea" stroke-width="1"/>
    </pattern>
    <filter id="soft" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="4.2"/></filter>
    <filter id="shaken" x="-10%" y="-10%" width="120%" height="120%"><feGaussianBlur stdDeviation="7 0.4"/></filter>
    <radialGradient id="lamp"><stop offset="0" stop-color="#fff"/><stop offset=".45" stop-color="#fff" stop-opacity=".96"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
    <clipPath id="screen"><rect width="360" height="214" rx="8"/></clipPath>
    <g id="passport">
      <rect x="3" y="4" width="{WIDE}" height="{HIGH}" rx="9" fill="#000" opacity=".28"/>
      <rect width="{WIDE}" height="{HIGH}" rx="9" fill="#f6f4ea"/>
      <rect width="{WIDE}" height="128" rx="9" fill="url(#waves)"/>
      <rect x="14" y="28" width="66" height="84" rx="4" fill="#d4dfeb"/>
      <circle cx="47" cy="60" r="17" fill="#8fa2b6"/><path d="M20 112 a27 29 0 0 1 54 0 Z" fill="#8fa2b6"/>
      <g fill="#9aa8b7"><rect x="14" y="11" width="92" height="8" rx="4"/><rect x="176" y="11" width="60" height="8" rx="4"/></g>
      <g fill="#5b6b7c"><rect x="94" y="34" width="98" height="8" rx="4"/><rect x="94" y="54" width="72" height="8" rx="4"/>
        <rect x="94" y="74" width="112" height="8" rx="4"/><rect x="94" y="94" width="54" height="8" rx="4"/><rect x="160" y="94" width="54" height="8" rx="4"/></g>
      <g font-family="'Liberation Mono','DejaVu Sans Mono',monospace" font-size="13" font-weight="700" fill="#1d2732">
        <text x="10" y="146" textLength="230" lengthAdjust="spacingAndGlyphs">P&lt;UTOSPECIMEN&lt;&lt;ANNA&lt;&lt;&lt;&lt;&lt;&lt;</text>
        <text x="10" y="165" textLength="230" lengthAdjust="spacingAndGlyphs">X000000&lt;0UTO9001011F3201012&lt;&lt;</text></g>
    </g>
    <g id="phone">
      <rect x="-26" y="-14" width="412" height="242" rx="26" fill="{INK}"/>
      <rect x="-18" y="86" width="5" height="42" rx="2.5" fill="#5b6b7c"/><circle cx="373" cy="107" r="5" fill="#5b6b7c"/>
    </g>
    <g id="wrong"><circle r="34" fill="{RED}" stroke="#fff" stroke-width="5"/><path d="M-13 -13 L13 13 M13 -13 L-13 13" stroke="#fff" stroke-width="9" stroke-linecap="round"/></g>
    <g id="right"><circle r="46" fill="{GREEN}" stroke="#fff" stroke-width="6"/><path d="M-21 1 L-6 17 L22 -15" fill="none" stroke="#fff" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"/></g>
"""


def passport(x: float, y: float, scale: float, turn: float = 0, more: str = "") -> str:
    """A passport whose middle is at x, y of the screen."""
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({scale}) {more} translate({-WIDE / 2} {-HIGH / 2})"><use href="#passport"/></g>'


def phone(x: float, y: float, scale: float, seen: str, table: str = "#b98f63", over: str = "") -> str:
    """A phone held across, with what its screen shows; `over` is drawn above the screen and may leave it."""
    return (
        f'<g transform="translate({x} {y}) scale({scale})"><use href="#phone"/>'
        f'<g clip-path="url(#screen)"><rect width="360" height="214" fill="{table}"/>{seen}</g>{over}</g>'
    )


def marked_zone(colour: str, x: float, y: float, scale: float, turn: float = 0) -> str:
    """An outline around the lines that are read."""
    return (
        f'<g transform="translate({x} {y}) rotate({turn}) scale({scale}) translate({-WIDE / 2} {-HIGH / 2})">'
        f'<rect x="4" y="131" width="{WIDE - 8}" height="40" rx="7" fill="none" stroke="{colour}" stroke-width="4.5"/></g>'
    )


FINGER = '<path d="M404 190 C360 160 318 150 268 152 C244 153 240 186 264 192 C300 200 330 214 372 240 Z" fill="#e3b48f" stroke="#c48e66" stroke-width="3"/>' \
    '<path d="M256 160 C246 166 246 180 257 185 C263 180 263 166 256 160 Z" fill="#f5d9c4"/>'
LAMP = (
    '<g transform="translate(235 70)"><path d="M-10 -52 V-38" stroke="#5b6b7c" stroke-width="6"/><path d="M-44 4 A44 42 0 0 1 44 4 Z" fill="#f0b429"/>'
    '<circle cy="8" r="12" fill="#ffe45c"/><g stroke="#f0b429" stroke-width="6" stroke-linecap="round">'
    '<path d="M-30 26 L-44 46"/><path d="M0 32 V56"/><path d="M30 26 L44 46"/></g></g>'
)
SHAKES = f'<g fill="none" stroke="{RED}" stroke-width="6" stroke-linecap="round"><path d="M-36 66 q-11 41 0 82"/><path d="M396 66 q11 41 0 82"/></g>'
GOOD = passport(180, 107, 1.16) + marked_zone(GREEN, 180, 107, 1.16)
ARROWS = (
    f'<g transform="translate(235 88)" fill="none" stroke="{GREEN}" stroke-width="9" stroke-linecap="round" stroke-linejoin="round">'
    '<path d="M-34 -12 L-76 -12 M-58 -30 L-76 -12 L-58 6"/><path d="M34 -12 L76 -12 M58 -30 L76 -12 L58 6"/></g>'
)
STEADY = (
    f'<g transform="translate(235 76)" fill="none" stroke="{GREEN}" stroke-width="8" stroke-linecap="round">'
    '<path d="M-46 -8 V-34 H-20 M46 -8 V-34 H20 M-46 14 V40 H-20 M46 14 V40 H20"/><circle r="8" cy="3" fill="#1f9d61"/></g>'
)
FRAME = (
    f'<g transform="translate(235 78)" fill="none" stroke-linejoin="round"><rect x="-62" y="-40" width="124" height="80" rx="8" stroke="{INK}" stroke-width="6"/>'
    f'<rect x="-50" y="-28" width="100" height="56" rx="5" stroke="{GREEN}" stroke-width="7"/></g>'
)

# name: two wrong screens (what is seen, the table's colour, what lies above), the sign above the right one.
EXAMPLES = {
    "photo_light": (
        [
            (passport(180, 107, 1.1) + '<rect width="360" height="214" fill="#06080b" opacity=".84"/>', "#b98f63", ""),
            (passport(180, 107, 1.1) + '<ellipse cx="205" cy="158" rx="128" ry="70" fill="url(#lamp)"/>', "#b98f63", ""),
        ],
        LAMP,
    ),
    "photo_cut": (
        [
            (passport(196, 168, 1.16), "#b98f63", ""),
            (passport(180, 107, 1.1) + FINGER, "#b98f63", ""),
        ],
        FRAME,
    ),
    "photo_far": (
        [
            (passport(196, 118, 0.38, -4), "#b98f63", ""),
            (passport(180, 107, 0.94, 0, "skewX(-28) rotate(12)"), "#b98f63", ""),
        ],
        ARROWS,
    ),
    "photo_blurred": (
        [
            (f'<g filter="url(#soft)">{passport(180, 107, 1.1)}</g>', "#b98f63", ""),
            (f'<g filter="url(#shaken)">{passport(180, 107, 1.1)}</g>', "#b98f63", SHAKES),
        ],
        STEADY,
    ),
}


def example(wrong: list[tuple[str, str, str]], sign: str) -> str:
    panel = '<rect width="470" height="600" rx="18" fill="#fbfaf5" stroke="{}" stroke-width="4"/>'
    left = "".join(phone(66, 48 + row * 288, 0.94, *screen) for row, screen in enumerate(wrong))
    crosses = "".join(f'<use href="#wrong" x="420" y="{262 + row * 288}"/>' for row in range(2))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 640" width="1000" height="640">\n'
        "  <!-- Put together by photos.py; edit that. An invented state, an invented person. -->\n"
        f"  <defs>{DEFINITIONS}</defs>\n"
        '  <rect width="1000" height="640" fill="#eef2f6"/>\n'
        f'  <g transform="translate(20 20)">{panel.format(RED)}{left}{crosses}</g>\n'
        f'  <g transform="translate(510 20)">{panel.format(GREEN)}{sign}{phone(41, 198, 1.08, GOOD)}<use href="#right" x="235" y="516"/></g>\n</svg>\n'
    )


def main() -> None:
    for name, (wrong, sign) in EXAMPLES.items():
        svg = HERE / f"{name}.svg"
        svg.write_text(example(wrong, sign), encoding="utf-8")
        render.draw(svg)


if __name__ == "__main__":
    main()
