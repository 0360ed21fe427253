"""Bar charts as SVG in the page. The table always stands first; the picture says the same again.

No style attribute, no script, no colour: classes that ``chart.css`` colours in every scheme. Heights are in
em and widths in percent, so text keeps the reader's size on any screen. ``svg`` does not escape: ``words``
does.
"""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import svg
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from dialogues.documents import Table
from dialogues.results.comparing import Comparison, share
from portal import swedish

LINE = 1.35  # em
BAR = 0.9
GAP = 0.6
LONGEST_LINE = 30  # letters that fit on a narrow phone


@dataclass(frozen=True)
class Bar:
    words: str
    percent: int
    is_earlier: bool = False


def group_words(labels: Sequence[str]) -> str:
    """A group as a reader is told of it: one label, or several that were too small to show alone."""
    return swedish.join_words(labels, _("eller"))


def bar_chart(table: Table, *, title: str, name: str) -> SafeString:
    """``name`` makes the ids of the picture's texts, so it is unique on its page."""
    bars = [
        Bar(
            told(group_words(group.labels), group.count, table.total),
            share(group.count, table.total),
        )
        for group in table.groups
    ]
    return drawn(bars, title=title, name=name)


def comparison_chart(
    comparison: Comparison, *, title: str, name: str, now: str, before: str
) -> SafeString:
    """Two bars per group; ``now`` and ``before`` are the words for the two times ("2026", "2024")."""
    bars = []
    for row in comparison.rows:
        for time, count, total in (
            (now, row.now, comparison.total_now),
            (before, row.before, comparison.total_before),
        ):
            label = f"{group_words(row.labels)}, {time}"
            bars.append(Bar(told(label, count, total), share(count, total), time == before))
    return drawn(bars, title=title, name=name)


def told(label: str, count: int, total: int) -> str:
    share_words = swedish.quantity(share(count, total), "%")
    return f"{label}: {swedish.number(count)}{swedish.NO_BREAK}({share_words})"


def drawn(bars: Sequence[Bar], *, title: str, name: str) -> SafeString:
    elements: list[svg.Element] = [
        svg.Title(id=f"{name}-title", text=words(title)),
        svg.Desc(id=f"{name}-desc", text=words("; ".join(bar.words for bar in bars) + ".")),
    ]
    y = 0.0
    for bar in bars:
        lines = textwrap.wrap(bar.words, LONGEST_LINE)
        elements += [text_line(line, y + LINE * place) for place, line in enumerate(lines, 1)]
        y += LINE * len(lines) + GAP / 2
        elements += bar_shapes(bar, y)
        y += BAR + GAP
    picture = svg.SVG(
        class_=["chart"],
        width=svg.Length(100, "%"),
        height=em(y),
        elements=elements,
        extra={
            "role": "img",
            "aria-labelledby": f"{name}-title",
            "aria-describedby": f"{name}-desc",
        },
    )
    return mark_safe(str(picture))  # noqa: S308 – all text came through words()


def text_line(line: str, baseline: float) -> svg.Text:
    return svg.Text(class_=["chart__text"], x=0, y=em(baseline - 0.3), text=words(line))


def bar_shapes(bar: Bar, y: float) -> Iterable[svg.Element]:
    kind = "chart__bar--earlier" if bar.is_earlier else "chart__bar--now"
    yield svg.Rect(
        class_=["chart__track"], x=0, y=em(y), width=svg.Length(100, "%"), height=em(BAR)
    )
    if bar.percent:
        yield svg.Rect(
            class_=["chart__bar", kind],
            x=0,
            y=em(y),
            width=svg.Length(bar.percent, "%"),
            height=em(BAR),
        )


def em(length: float) -> svg.Length:
    return svg.Length(round(length, 2), "em")


def words(text: str) -> str:
    return str(escape(text))
