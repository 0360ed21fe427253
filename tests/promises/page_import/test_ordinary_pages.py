"""Whole small pages in the words that municipalities use most: what hangs where."""

import pytest

from promises.page_import import read_text


def outline(text):
    """Each period as (promise, its acts), and the period's own acts."""
    return [
        (
            [
                (promise.statement, [action.text for action in promise.actions])
                for promise in period.promises
            ],
            [action.text for action in period.actions],
        )
        for period in read_text(text).periods
    ]


@pytest.mark.parametrize("label", ["", "Vårt löfte\n"])
def test_promise_that_ends_in_by_doing_stands_over_its_acts(label):
    page = f"""Medborgarlöfte 2024

{label}Vi lovar att öka tryggheten i Norrsjö centrum genom att:
- Polisen ska vara synliga till fots.
- Kommunen ska förbättra belysningen.
"""

    acts = ["Polisen ska vara synliga till fots.", "Kommunen ska förbättra belysningen."]
    assert outline(page) == [([("Vi lovar att öka tryggheten i Norrsjö centrum", acts)], [])]
    assert read_text(page).unplaced == ()


def test_what_people_said_under_an_area_is_why_its_promise_was_given():
    [period] = read_text("""Medborgarlöften 2024

Polisen och kommunen har lyssnat i en medborgardialog.

Trafik
I medborgardialogen var höga hastigheter det som oroade flest.
Vi lovar att sänka farten vid skolorna.
""").periods

    [promise] = period.promises
    assert promise.rationale.paragraphs == (
        "I medborgardialogen var höga hastigheter det som oroade flest.",
    )


def test_planned_and_done_lists_under_a_recalled_promise_become_one_act_each():
    [period] = read_text("""Så gick det med medborgarlöftet 2022–2023

Nattlivet
Vi lovade att det skulle bli tryggare att gå ut i Vik.
Det här planerade vi:
* 20 krogtillsyner
* 6 kurser i ansvarsfull servering
Det här blev gjort:
* 8 krogtillsyner (kommunen). Handläggaren har varit sjuk.
* 6 kurser i ansvarsfull servering (kommunen)
""").periods

    [promise] = period.promises
    assert [(a.promised_count, a.done_count, a.status) for a in promise.actions] == [
        (20, 8, "partly"),
        (6, 6, "done"),
    ]


def test_result_under_one_promise_stays_with_it_when_no_other_has_such_a_heading():
    page = """Så gick det med löftena 2019–2020

Trygghet
Vi lovade att genomföra trygghetsvandringar i alla tätorter.
Resultat
Kommunen startade inte grannsamverkan.
"""

    acts = ["Kommunen startade inte grannsamverkan."]
    statement = "Vi lovade att genomföra trygghetsvandringar i alla tätorter."
    assert outline(page) == [([(statement, acts)], [])]


@pytest.mark.parametrize(
    "signed",
    [
        "Karin Ek                          Bo Lind\n"
        "Kommunstyrelsens ordförande       Lokalpolisområdeschef\n",
        "Överenskommelsen skrevs under i Vik den 19 mars 2024 av:\n"
        "Karin Ek (S)\tKommunstyrelsens ordförande\nBo Lind\tLokalpolisområdeschef\n",
    ],
    ids=["two columns", "announced by a line"],
)
def test_signatories_without_a_heading(signed):
    page = read_text(f"Medborgarlöften 2024\n\nPolisen lovar att synas mer i Vik.\n\n{signed}")

    [period] = page.periods
    assert [(one.name, one.title) for one in period.signatories] == [
        ("Karin Ek", "Kommunstyrelsens ordförande"),
        ("Bo Lind", "Lokalpolisområdeschef"),
    ]


def test_contact_that_goes_on_in_the_next_line_is_whole():
    page = read_text("""Medborgarlöften 2024

Polisen lovar att synas mer i Vik.

Kontakt: Jonas Ek, trygghetssamordnare, 0969-12 34 10,
jonas.ek@vik.example
""")

    [contact] = page.contacts
    assert (contact.name, contact.title, contact.phone, contact.email) == (
        "Jonas Ek",
        "trygghetssamordnare",
        "0969-12 34 10",
        "jonas.ek@vik.example",
    )


def test_status_cell_tells_how_many_were_done():
    [period] = read_text(
        "Medborgarlöften 2024\n\nLöfte\tÅtgärd\tAnsvarig\tStatus\n"
        "Tryggare torg\tFyra trygghetsvandringar\tKommunen\tDelvis genomfört, tre av fyra.\n"
        "\tMinst 30 kontroller\tPolisen\tGenomfört, 34 kontroller\n"
        "\tFärre buskage\tKommunen\tGenomfördes inte på grund av resursbrist.\n"
    ).periods

    [promise] = period.promises
    assert [(a.promised_count, a.done_count, a.status) for a in promise.actions] == [
        (4, 3, "partly"),
        (30, 34, "done"),
        (None, None, "not_done"),
    ]


def test_cell_across_the_table_heads_the_rows_under_it():
    page = read_text(
        "<!doctype html><h1>Medborgarlöften 2023–2024</h1><table>"
        "<tr><th>Löfte</th><th>Åtgärd</th><th>Ansvarig</th><th>Klart</th></tr>"
        '<tr><td colspan="4"><b>Centrum</b></td></tr>'
        "<tr><td>Det ska bli lugnare på helgerna.</td><td>15 fotpatruller</td>"
        "<td>Polisen</td><td>18</td></tr>"
        '<tr><td colspan="4"><b>Skolorna</b></td></tr>'
        "<tr><td>Fler elever ska vara trygga.</td><td>Fyra möten</td>"
        "<td>Skolorna</td><td>3</td></tr></table>"
    )

    [period] = page.periods
    assert [(promise.area, promise.statement) for promise in period.promises] == [
        ("Centrum", "Det ska bli lugnare på helgerna."),
        ("Skolorna", "Fler elever ska vara trygga."),
    ]


def test_promise_before_the_one_that_ends_in_by_doing_is_kept():
    page = """Medborgarlöften 2024

Centrum
Vi lovar att synas mer. Många är otrygga. Vi lovar att öka tryggheten genom att:
- polisen går ut oftare
- kommunen lyser upp torget
"""

    acts = ["polisen går ut oftare", "kommunen lyser upp torget"]
    promises = [("Vi lovar att synas mer.", []), ("Vi lovar att öka tryggheten", acts)]
    assert outline(page) == [(promises, [])]
