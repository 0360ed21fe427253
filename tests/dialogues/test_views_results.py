"""A survey's results on the dialogue's page: table, then picture, and what is not shown in plain words."""

import datetime as dt

import pytest

from tests.dialogues.pages import TEXT, get, result, results, soup, surveyed, table, words
from tests.factories.dialogues import published
from tests.factories.portal import PartnershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


@pytest.fixture
def page(client, place):
    """The page of a dialogue with these results, after what was published before."""

    def shown(*questions, **fields):
        published(surveyed(place, results(*questions, **fields), slug="enkat"))
        return soup(get(client, "dialogue_detail", "stromsund", "enkat"))

    return shown


def rows(found):
    return [[words(cell) for cell in row.select("th, td")] for row in found.select("tbody tr")]


def test_table_stands_first_and_the_picture_after_it(page):
    part = page(result(table(120, 52, 40))).select_one("#fraga-1")

    assert rows(part) == [["Ja", "120", "57 %"], ["Delvis", "52", "25 %"], ["Nej", "40", "19 %"]]
    assert words(part.caption) == "Svaren från 212 personer"
    assert part.table.find_next("svg")["role"] == "img"


def test_ids_are_unique(page):
    found = page(result(table(120, 52, 40)), result(table(120, 52, 40), key="annan"))

    ids = [element["id"] for element in found.select("[id]")]
    assert sorted(set(ids)) == sorted(ids)


def test_page_says_who_was_asked_and_how_many_answered(page):
    part = page(result(table(120, 52, 40))).select_one("#resultat")

    assert words(part.p) == (
        "212 av 600 tillfrågade svarade. De som frågades: alla över 16 år. Sammanställt 1 december 2020 ."
    )


def test_asked_that_the_results_keep_back_is_not_told_from_elsewhere(client, place):
    dialogue = surveyed(place, results(answered=9, asked=None), slug="enkat", asked=10)
    published(dialogue)

    page = soup(get(client, "dialogue_detail", "stromsund", "enkat"))

    assert words(page.find("dt", string="Hur många").find_next("dd")) == "9 svarade."


def test_groups_that_were_put_together_are_explained(page):
    merged = table(120, 92, labels=("Ja", ["Delvis", "Nej"]))

    part = page(result(merged)).select_one("#fraga-1")

    assert rows(part)[1][0] == "Delvis eller Nej"
    assert "Svar med ”eller” emellan står ihop" in words(part)


def test_hidden_answers_are_named(page):
    found = table(120, labels=("Mörker",), hidden=["Vargar"])

    part = page(result(found, kind="multiple")).select_one("#fraga-1")

    assert "Visas inte, för att det skulle röja färre än fem personer: ”Vargar”." in words(part)


def test_question_that_too_few_answered_says_so(page):
    part = page(result(None)).select_one("#fraga-1")

    assert words(part.p) == "För få svarade på frågan för att svaren ska kunna visas."
    assert part.svg is None


def test_survey_that_fewer_than_five_answered_shows_no_answers(page):
    part = page(answered=None, asked=600).select_one("#resultat")

    assert words(part.p).startswith("Färre än fem svarade.")
    assert part.select("table, svg") == []


def test_breakdown_has_a_row_per_background_group(page):
    broken = {
        "by_key": "alder",
        "by_text": "Hur gammal är du?",
        "tables": [
            table(60, 30, 10, among=["16–29"]),
            table(60, 22, 30, among=["30–64", "65 eller mer"]),
        ],
    }

    part = page(result(table(120, 52, 40), breakdowns=[broken])).select_one("[data-wide]")

    assert words(part.caption) == "Uppdelat efter ”Hur gammal är du?”"
    assert rows(part) == [
        ["16–29", "60 (60 %)", "30 (30 %)", "10 (10 %)", "100"],
        ["30–64 eller 65 eller mer", "60 (54 %)", "22 (20 %)", "30 (27 %)", "112"],
    ]


def test_question_is_compared_to_the_newest_earlier_time_that_it_was_asked(page, place):
    for year, counts in ((2016, (10, 20, 70)), (2018, (50, 30, 20))):
        published(
            surveyed(
                place,
                results(result(table(*counts))),
                title=f"Enkät {year}",
                starts_on=dt.date(year, 10, 1),
            )
        )
    published(surveyed(place, results(result(table(5, 5, 5))), starts_on=dt.date(2022, 10, 1)))

    part = page(result(table(120, 52, 40))).select_one("#fraga-1")

    compared = part.select("table")[1]
    assert [words(cell) for cell in compared.thead.select("th")] == ["Svar", "2020", "2018"]
    assert rows(compared)[0] == ["Ja", "120 (57 %)", "50 (50 %)"]
    assert words(part.h4.find_next("a")) == "Enkät 2018"
    assert words(compared.find_next("svg").title) == f"{TEXT} 2020 och 2018"


def test_question_in_other_words_is_not_compared_and_the_page_says_why(page, place):
    published(
        surveyed(
            place,
            results(result(table(50, 30, 20), text="Är du trygg?")),
            starts_on=dt.date(2018, 10, 1),
        )
    )

    part = page(result(table(120, 52, 40))).select_one("#fraga-1")

    assert len(part.select("table")) == 1
    assert "Frågan löd annorlunda förra gången" in words(part.h4.find_next("p"))


def test_results_of_other_places_are_not_compared_to(page):
    published(
        surveyed(
            PartnershipFactory(),
            results(result(table(50, 30, 20))),
            starts_on=dt.date(2018, 10, 1),
        )
    )

    assert page(result(table(120, 52, 40))).select("h4") == []
