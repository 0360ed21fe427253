"""The demo's dialogues: every promise has words that it came from, and surveys tell no more than they may."""

import re
from collections import Counter

import pytest
import time_machine
from django.db import transaction

from dialogues.models import Dialogue, DialogueEdition, Question, Survey
from portal.days import today
from portal.models import Partnership, SearchEntry, User
from portal.services import withdraw
from promises.demo import reading
from promises.demo.loader import load_demo
from promises.models import PeriodEdition


@pytest.fixture
def demo(db):
    return load_demo(today=today())


@pytest.fixture(scope="module")
def current(django_db_setup, django_db_blocker) -> dict[str, DialogueEdition]:
    """The dialogues as residents read them, by address: loaded once, for looking only."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(today=today())
        editions = DialogueEdition.objects.current().for_reading().select_related("partnership")
        found = {edition.slug: edition for edition in editions}
        transaction.set_rollback(True)
    return found


@pytest.fixture
def results(current):
    newest = max((e for e in current.values() if e.has_results), key=lambda e: e.starts_on)
    return newest.content.results


def links_in(page: str) -> set[str]:
    return set(re.findall(r'href="([^"]+)"', page))


# --- From promise to words, and back ---------------------------------------------------------


def test_every_public_promise_is_cited_by_a_finding(demo):
    promises = {
        promise.key
        for edition in PeriodEdition.objects.current()
        for promise in edition.content.promises
    }

    cited = {key for e in DialogueEdition.objects.current() for key in e.promise_keys}

    assert len(promises) == 4 + 4 + 2 + 3
    assert cited == promises


def test_every_finding_leads_to_promises_that_are_public_now(current):
    found = [
        (link.slug, str(link.key) in edition.promise_entry)
        for edition in current.values()
        for link in edition.content.promise_links
    ]

    assert found == [(slug, True) for slug, _ in found]


def test_resident_goes_from_any_promise_to_the_words_and_back_in_one_step(demo, client):
    broken = []
    for entry in SearchEntry.objects.public().filter(kind="promise").select_related("partnership"):
        words = [
            (edition.public_url, finding)
            for edition in DialogueEdition.objects.current().filter(partnership=entry.partnership)
            for finding in edition.content.findings
            if entry.key in {link.key for link in finding.promises}
        ]
        there = links_in(client.get(entry.url).text)
        back = [client.get(address).text for address, _ in words]
        is_whole = words and all(
            f"{address}#{finding.anchor}" in there
            and f'id="{finding.anchor}"' in page
            and entry.url in links_in(page)
            for (address, finding), page in zip(words, back, strict=True)
        )
        broken += [] if is_whole else [entry.url]

    assert broken == []


# --- What was said -----------------------------------------------------------------------------


def test_some_findings_led_nowhere_for_a_reason_and_some_are_not_answered(current):
    findings = {
        edition.slug: Counter(finding.outcome.value for finding in edition.content.findings)
        for edition in current.values()
        if edition.partnership.slug == "stromsund" and edition.content.findings
    }
    asked = {slug: found for slug, found in findings.items() if not slug.startswith("trygghetsenk")}

    assert asked == {
        "medborgardialog-2018": {"promised": 4, "no_promise": 1},
        "medborgardialog-2020": {"promised": 3, "no_promise": 2},
        "enkat-2020": {"promised": 3, "no_promise": 2},
        "mobilt-poliskontor-i-hoting": {"open": 1, "no_promise": 2},
    }


def test_dialogue_of_the_seed_counts_nobody_whom_the_seed_does_not_count(current):
    document = current["medborgardialog-2020"].content

    assert (document.asked, document.answered) == (None, None)
    assert {finding.said_by for finding in document.findings} == {None}


def test_answers_came_with_the_second_edition(demo):
    editions = DialogueEdition.objects.filter(slug="medborgardialog-2020").order_by("number")

    found = [
        (e.number, e.superseded_at is None, {f.outcome.value for f in e.content.findings})
        for e in editions
    ]

    assert found == [(1, False, {"open"}), (2, True, {"promised", "no_promise"})]


def test_holders_have_signed_every_edition(demo):
    editions = DialogueEdition.objects.with_sign_offs()

    assert [e.missing_sign_offs() for e in editions] == [[]] * editions.count()
    assert {e.state for e in editions} == {"published"}


@pytest.mark.parametrize("day", ["2024-02-29", "2026-01-01", "2027-01-03"])
def test_one_survey_is_open_and_one_walk_is_coming_on_any_day(db, day):
    with time_machine.travel(f"{day}T00:30:00+01:00", tick=False):
        load_demo(today=today())
        editions = DialogueEdition.objects.filter(state="published", superseded_at=None)
        is_open = [edition.slug for edition in editions if edition.has_open_survey]
        coming = [edition.slug for edition in editions if edition.starts_on > today()]
        is_out = {edition.is_public for edition in editions}

    assert (is_open, coming, is_out) == (
        ["enkat-om-nasta-loften"],
        ["trygghetsvandring-i-stromsund"],
        {True},
    )


# --- Surveys -----------------------------------------------------------------------------------


def test_results_put_small_groups_together(results):
    by_key = {question.key: question for question in results.questions}
    age = [(group.labels, group.count) for group in by_key["alder"].table.groups]

    assert (results.answered, results.asked) == (128, 600)
    assert age[:3] == [(("16–29 år",), 26), (("30–49 år",), 37), (("50–64 år",), 35)]
    assert ("65–79 år", "80 år eller äldre") in [labels for labels, _ in age]
    assert "Hemma" in by_key["otrygga-platser"].table.hidden
    assert "tryggare" not in by_key


def test_no_group_of_the_results_is_small(results):
    tables = [
        table
        for question in results.questions
        for table in (question.table, *(t for b in question.breakdowns for t in b.tables))
        if table
    ]
    breakdowns = {
        (question.key, breakdown.by_key)
        for question in results.questions
        for breakdown in question.breakdowns
    }

    assert {0 < group.count < 5 for table in tables for group in table.groups} == {False}
    assert ("trygg-pa-kvallen", "alder") in breakdowns


def test_two_years_ask_the_same_question(demo):
    asked = Question.objects.filter(survey__dialogue__editions__has_results=True)

    found = Counter(
        asked.filter(survey__dialogue__editions__number=2).values_list("key", flat=True)
    )

    assert {key for key, count in found.items() if count == 2} == {
        "alder",
        "sett-polisen",
        "trygg-pa-kvallen",
    }


def test_answers_came_while_the_survey_was_open(demo):
    found = [
        survey.opens_at.date() <= response.sent_on <= survey.closes_at.date()
        for survey in Survey.objects.all()
        for response in survey.dialogue.responses.all()
    ]

    assert found == [True] * (105 + 128)


# --- A demo from before the dialogues -----------------------------------------------------------


@pytest.fixture
def older_demo(db, monkeypatch):
    """What the release before loaded."""
    with monkeypatch.context() as patched:
        patched.setattr(reading, "FILES", [names[:1] for names in reading.FILES])
        load_demo(today=today())
    assert Dialogue.objects.count() == 0


def test_older_demo_gets_the_dialogues_once(older_demo, current):
    load_demo(today=today())
    found = DialogueEdition.objects.current().values_list("slug", flat=True)
    assert sorted(found) == sorted(current)
    before = DialogueEdition.objects.count()

    load_demo(today=today())

    assert DialogueEdition.objects.count() == before


def test_older_demo_that_has_lost_a_promise_is_left_as_it_is(older_demo, caplog):
    edition = PeriodEdition.objects.current().get(slug="2021-2022")
    approver = User.objects.get(email="godkannare@polisen.example")
    withdraw(edition=edition, by=approver, reason="Fel.")

    load_demo(today=today())

    found = Counter(Dialogue.objects.values_list("partnership__slug", flat=True))
    assert found == {"grankoping": 3}
    assert [record.message.partition(":")[0] for record in caplog.records] == [
        "Strömsund gets no demo dialogues"
    ]


def test_older_demo_without_its_accounts_is_left_as_it_is(older_demo):
    User.objects.filter(email="godkannare@polisen.example").update(email="annan@polisen.example")

    load_demo(today=today())

    assert Partnership.objects.get(slug="stromsund").dialogues.count() == 0
