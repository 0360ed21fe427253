"""Charts: what a screen reader hears, what the strict CSP refuses, what is escaped."""

from bs4 import BeautifulSoup

from dialogues.documents import Group, Table
from dialogues.enums import QuestionKind
from dialogues.results.comparing import ComparedRow, Comparison
from dialogues.results.pictures import bar_chart, comparison_chart

TABLE = Table(
    groups=(
        Group(labels=("Mycket trygg",), count=12),
        Group(labels=("Otrygg", "Inget <svar>"), count=8),
        Group(labels=("Vet inte",), count=0),
    ),
    total=20,
)


def picture(markup):
    return BeautifulSoup(markup, "html.parser").svg


def test_chart_says_in_words_what_it_shows():
    chart = picture(bar_chart(TABLE, title="Hur trygg är du?", name="fraga-1"))

    assert chart["role"] == "img"
    assert chart.find(id=chart["aria-labelledby"]).text == "Hur trygg är du?"
    assert chart.find(id=chart["aria-describedby"]).text == (
        "Mycket trygg: 12\xa0(60\xa0%); Otrygg eller Inget <svar>: 8\xa0(40\xa0%); "
        "Vet inte: 0\xa0(0\xa0%)."
    )


def test_chart_has_one_bar_per_group_that_somebody_is_in():
    chart = picture(bar_chart(TABLE, title="Hur trygg är du?", name="fraga-1"))

    assert [bar["width"] for bar in chart.select(".chart__bar")] == ["60%", "40%"]
    assert len(chart.select(".chart__track")) == 3


def test_chart_has_nothing_that_the_security_policy_refuses():
    markup = bar_chart(TABLE, title='"><script>alert(1)</script>', name="fraga-1")

    assert picture(markup).select("script, style, [style], [onload], [fill]") == []


def test_long_labels_are_broken_into_lines():
    label = "Jag undviker gångtunneln vid stationen när det har blivit mörkt"
    table = Table(groups=(Group(labels=(label,), count=5),), total=5)

    lines = [line.text for line in picture(bar_chart(table, title="T", name="a")).find_all("text")]

    assert " ".join(lines) == f"{label}: 5\xa0(100\xa0%)"
    assert max(map(len, lines)) <= 30


def test_comparison_tells_the_years_apart_by_words_and_shape():
    comparison = Comparison(
        key="k",
        text="T",
        text_before="T",
        kind=QuestionKind.SINGLE,
        total_now=20,
        total_before=10,
        rows=(ComparedRow(("Ja",), 10, 6), ComparedRow(("Nej",), 10, 4)),
    )

    chart = picture(comparison_chart(comparison, title="T", name="a", now="2026", before="2024"))

    assert [(bar["width"], bar["class"][1]) for bar in chart.select(".chart__bar")] == [
        ("50%", "chart__bar--now"),
        ("60%", "chart__bar--earlier"),
        ("50%", "chart__bar--now"),
        ("40%", "chart__bar--earlier"),
    ]
    assert [line.text for line in chart.find_all("text")][:2] == [
        "Ja, 2026: 10\xa0(50\xa0%)",
        "Ja, 2024: 6\xa0(60\xa0%)",
    ]
