"""``static/css/tokens.css`` as data, and the contrast of its colours (WCAG 2.2, "contrast ratio")."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import tinycss2
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from tinycss2.color3 import RGBA, parse_color

PATH = settings.BASE_DIR / "static/css/tokens.css"

TEXT_LIMIT = 7.0
"""WCAG 1.4.6, AAA: every text on every ground."""
LINE_LIMIT = 3.0
"""WCAG 1.4.11: what one must see to use the page, that is no text."""

GROUNDS = {
    "paper": _("Sidan"),
    "field": _("Rutor, sidfot, siffror"),
    "added": _("Det som lagts till"),
    "removed": _("Det som tagits bort, fel i formulär"),
}
TEXTS = {
    "ink": _("Text"),
    "muted": _("Text av andra graden"),
    "link": _("Länkar"),
    "done": _("Genomfört, uppnått"),
    "partly": _("Delvis"),
    "not-done": _("Inte genomfört, försenat, fel"),
    "waiting": _("Väntar, pågår, kan inte bedömas"),
}
LINES = {
    "edge": _("Ramar kring fält och rutor"),
    "focus": _("Fokus"),
    "accent": _("Strecket vid det lovade, symbolen, staplar"),
}
PAIRS = {
    "band": ("on-band", _("Sidhuvudet")),
    "ink": ("paper", _("Knappar, ord som läses upp")),
}
"""Grounds with one text colour of their own."""
DECORATION = {"stone": _("Tunna skiljelinjer, som inget hänger på")}
USES = {
    **{ground: use for ground, (_text, use) in PAIRS.items()},
    **dict(PAIRS.values()),
    **GROUNDS,
    **TEXTS,
    **LINES,
    **DECORATION,
}
LIGHT, DARK = SCHEMES = ("ljust", "mörkt")


@dataclass(frozen=True)
class Contrast:
    """``text`` and ``ground`` are names of tokens, the colours as they are written in one scheme."""

    text: str
    ground: str
    text_colour: str
    ground_colour: str
    limit: float

    @cached_property
    def ratio(self) -> float:
        return contrast(self.text_colour, self.ground_colour)

    @property
    def in_words(self) -> str:
        """Cut, never rounded up: 6,96 is not seven."""
        return f"{int(self.ratio * 10) / 10:.1f}".replace(".", ",") + ":1"

    @property
    def is_text(self) -> bool:
        return self.limit == TEXT_LIMIT

    @property
    def is_enough(self) -> bool:
        return self.ratio >= self.limit


@dataclass(frozen=True)
class Tokens:
    """Names without their ``--``, values as written; ``dark`` and ``wide`` hold only what differs."""

    light: dict[str, str]
    dark: dict[str, str]
    wide: dict[str, str]

    def colour(self, name: str, scheme: str) -> str:
        return self.dark.get(name, self.light[name]) if scheme == DARK else self.light[name]

    def pairs(self, scheme: str) -> list[Contrast]:
        """Every text on every ground that it may stand on, and every line."""
        found = [(text, ground, TEXT_LIMIT) for text in TEXTS for ground in GROUNDS]
        found += [(text, ground, TEXT_LIMIT) for ground, (text, _use) in PAIRS.items()]
        found += [(line, ground, LINE_LIMIT) for line in LINES for ground in GROUNDS]
        return [
            Contrast(a, b, self.colour(a, scheme), self.colour(b, scheme), limit)
            for a, b, limit in found
        ]

    @property
    def colours(self) -> list[str]:
        return [name for name, value in self.light.items() if value.startswith("#")]

    def named(self, prefix: str) -> dict[str, str]:
        return {name: value for name, value in self.light.items() if name.startswith(prefix)}


def contrast(one: str, other: str) -> float:
    """Between 1 and 21, whichever of the two is the text."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parsed = parse_color(colour)
    if not isinstance(parsed, RGBA) or parsed.alpha != 1:
        raise ValueError(f"{colour} is no opaque colour")
    red, green, blue = (linear(channel) for channel in parsed[:3])
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def linear(channel: float) -> float:
    """A channel of sRGB, from 0 to 1, as light."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def read_tokens(css: str | None = None) -> Tokens:
    rules = tinycss2.parse_stylesheet(
        PATH.read_text() if css is None else css, skip_comments=True, skip_whitespace=True
    )
    found: dict[str, dict[str, str]] = {"": {}, "dark": {}, "min-width": {}}
    for rule in rules:
        if rule.type == "qualified-rule":
            found[""].update(declared(rule.content))
        elif rule.type == "at-rule" and rule.content:
            asked = tinycss2.serialize(rule.prelude)
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            for key in ("dark", "min-width"):
                if key in asked:
                    found[key].update(pair for each in inner for pair in declared(each.content))
    return Tokens(found[""], found["dark"], found["min-width"])


def declared(content: list[Any]) -> Iterator[tuple[str, str]]:
    """The custom properties of one rule."""
    for part in tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True):
        if part.type == "declaration" and part.name.startswith("--"):
            yield part.name.removeprefix("--"), tinycss2.serialize(part.value).strip()
