"""The real page: every count and fact of the foundation issue, and every line accounted for."""

import datetime as dt
from pathlib import Path

import pytest

from promises.page_import import read_page

SEED = Path(__file__).with_name("seed.txt").read_bytes()
BOTH = ("municipality", "police")


@pytest.fixture(scope="module")
def page():
    return read_page(SEED)


@pytest.fixture(scope="module")
def now(page):
    return page.periods[0]


@pytest.fixture(scope="module")
def last(page):
    return page.periods[1]


def test_periods(page):
    assert [(p.label, str(p.starts_on), str(p.ends_on), p.kind) for p in page.periods] == [
        ("2021–2022", "2021-01-01", "2022-12-31", "promises"),
        ("2019–2021", "2019-01-01", "2021-12-31", "outcome"),
    ]


def test_areas(now, last):
    assert [(area.heading, area.theme) for area in now.areas] == [
        ("Narkotika", "drugs"),
        ("Trafik", "traffic"),
        ("Integration och segregation", "integration"),
        ("Bedrägerier", "fraud"),
    ]
    assert [(area.heading, area.theme) for area in last.areas] == [
        ("Trafiksäkerhet", "traffic"),
        ("Ungdomar och ANDTS", "drugs"),
        ("Skadegörelse, inbrott, stölder och bedrägerier", "damage_and_theft"),
        ("Trygghet", "safety"),
    ]


def test_promises(now, last):
    assert [promise.area for promise in now.promises] == [area.heading for area in now.areas]
    assert [promise.area for promise in last.promises] == [area.heading for area in last.areas]
    assert {promise.parties for promise in (*now.promises, *last.promises)} == {BOTH}
    assert last.promises[3].statement == "Medborgarnas upplevda trygghet ska vara hög."
    assert now.promises[3].statement.endswith("ska minska med 15 procent fram till år 2022.")


def test_rationales_and_follow_up(now, last):
    assert [promise.has_rationale for promise in now.promises] == [True] * 4
    assert [promise.has_rationale for promise in last.promises] == [False] * 4
    assert [promise.has_follow_up for promise in now.promises] == [True, False, False, False]
    (plan,) = now.promises[0].follow_up_plans
    assert (plan.text, plan.due_year) == (
        "Uppföljning kommer att ske genom CAN:s rapport 2023.",
        2023,
    )
    assert not any("Uppföljning" in text for text in now.promises[0].rationale.paragraphs)


def test_evidence(now):
    found = [
        (row.figure, row.unit, row.year) for promise in now.promises for row in promise.evidence
    ]

    assert found == [(13, "%", 2019), (17, "%", 2019), (163, "bedrägeribrott", 2019)]


def test_goals(now):
    assert [[tuple(g.as_json().values()) for g in promise.goals] for promise in now.promises] == [
        [(13, 2019, None, "%"), (17, 2019, None, "%")],
        [],
        [],
        [(163, 2019, -10, "%"), (None, None, -15, "%")],
    ]
    assert [goal.change for goal in now.promises[0].goals] == ["down", "down"]
    assert {goal.deadline for goal in now.promises[3].goals} == {dt.date(2022, 12, 31)}


def test_done_actions(last):
    done = [[a for a in promise.actions if a.status == "done"] for promise in last.promises]

    assert [len(actions) for actions in done] == [3, 7, 4, 3]
    assert [[action.lead for action in actions] for actions in done] == [
        [("police",)] * 3,
        [("municipality",), *[("police",)] * 4, BOTH, ("police",)],
        [("police",), ("police",), ("municipality",), ("municipality",)],
        [BOTH, (), BOTH],
    ]
    assert done[3][1].place == "Hoting"
    assert done[1][3].partners == ("municipality",)
    assert {a.promised_count for actions in done for a in actions} == {None}
    assert {a.done_count for actions in done for a in actions} == {None}


def test_actions_not_done(last):
    undone = [a for promise in last.promises for a in promise.actions if a.status != "done"]

    assert [(action.status, action.reason) for action in undone] == [
        ("not_done", "pandemic"),
        ("not_done", "pandemic"),
        ("not_done", "not_stated"),
    ]
    assert undone[0].text == (
        "Den informationsinsats om regler för A-traktorer polisen planerat på föräldramöten har "
        "inte genomförts på grund av pandemin."
    )


def test_training_day_belongs_to_the_period(now, last):
    (action,) = last.actions

    assert action.text.startswith("Kommunen och polisen har under perioden genomfört")
    assert (action.status, action.lead) == ("done", BOTH)
    assert now.actions == ()


def test_lists_are_examples(now, last):
    assert (now.has_examples_only, last.has_examples_only) == (False, True)


def test_contacts_and_address(page):
    assert [tuple(contact.as_json().values()) for contact in page.contacts] == [
        (None, "växel", "0670-161 00", None),
        (
            "Richard Persson",
            "Chef för teknik- och serviceförvaltningen/säkerhetsskyddschef",
            "0670-169 74",
            None,
        ),
    ]
    (address,) = page.addresses
    assert (address.organisation, address.street, address.postal_code, address.town) == (
        "Strömsunds kommun",
        "Box 500",
        "833 24",
        "Strömsund",
    )


def test_every_line_is_accounted_for(page):
    assert page.as_json()["lines"] == {"total": 66, "placed": 59, "unplaced": 7}
    assert [(line.line, line.text) for line in page.unplaced] == [
        (1, "Till innehåll på sidan"),
        (2, "Till huvudmenyn"),
        (3, "Till undermeny"),
        (4, "Lyssna på sidan Lyssna"),
        (5, "Flygbild över Strömsunds tätort."),
        (7, "Medborgarlöften"),
        (115, "Senast ändrad/granskad:"),
    ]
