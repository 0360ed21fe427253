"""The list of dialogues and the page of one: what they show, and what they say where there is nothing."""

import datetime as dt
from itertools import pairwise

import pytest
from django.utils import timezone

from dialogues.models import DialogueEdition
from dialogues.models.moments import stage_now
from portal.days import today
from portal.models import Partnership, SearchEntry
from portal.services import withdraw
from tests.dialogues.pages import DAY, dialogue_that_led_to, get, soup, whole, words
from tests.factories.dialogues import (
    DialogueFactory,
    FindingFactory,
    QuestionFactory,
    SurveyFactory,
    approver_for,
    candidate_of,
    promise_entry,
    published,
)
from tests.factories.portal import PartnershipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


def with_survey(place, *, kind="survey", starts_on=None, **traits):
    day = {"starts_on": starts_on} if starts_on else {}
    dialogue = DialogueFactory(partnership=place, slug="enkat", kind=kind, **day)
    QuestionFactory(survey=SurveyFactory(dialogue=dialogue, **traits), single=True)
    return dialogue


def test_dialogue_list_has_coming_ones_with_the_next_first_and_held_ones_with_the_newest_first(
    client, place
):
    for days in (-20, -10, 0, 10, 20):
        day = today() + days * DAY
        published(DialogueFactory(partnership=place, title=f"{days}", starts_on=day))

    found = get(client, "dialogue_list", "stromsund").context["dialogues"]

    assert [dialogue.document.title for dialogue in found.coming] == ["0", "10", "20"]
    assert [dialogue.document.title for dialogue in found.held] == ["-10", "-20"]


def test_dialogue_list_that_is_empty_says_so(client, place):
    page = soup(get(client, "dialogue_list", "stromsund"))

    assert [words(part.p) for part in page.select("section.part")] == [
        "Ingen dialog är utlyst just nu. När en är bestämd står den här.",
        "Inga hållna dialoger är publicerade än.",
    ]


def test_dialogue_list_leads_to_an_open_survey_of_a_dialogue_that_has_been(client, place):
    published(with_survey(place))

    response = get(client, "dialogue_list", "stromsund")

    [survey] = response.context["dialogues"].open_surveys
    assert soup(response).select_one(".notice a")["href"] == survey.answer_url


def test_dialogue_list_sums_up_what_was_said(client, place):
    published(whole(place))

    [item] = soup(get(client, "dialogue_list", "stromsund")).select(".period-list__item")

    assert words(item.select("p")[-1]) == (
        "Tre saker sades. En ledde till löfte. En ledde inte till löfte. En väntar på svar."
    )


def test_dialogue_detail_shows_each_thing_said_at_its_anchor_with_its_state(client, place):
    edition = published(whole(place, slug="dialog"))

    page = soup(get(client, "dialogue_detail", "stromsund", "dialog"))

    assert [item["id"] for item in page.select(".finding")] == [
        finding.anchor for finding in edition.content.findings
    ]
    assert [state["data-state"] for state in page.select(".finding > p > .state")] == [
        "promised",
        "no_promise",
        "open",
    ]


def test_dialogue_detail_shows_the_promise_as_it_stands_now(client, place):
    entry = promise_entry(place)
    published(dialogue_that_led_to(entry, slug="dialog"))
    SearchEntry.objects.filter(pk=entry.pk).update(standing="Alla är gjorda.", verdict="met")

    page = soup(get(client, "dialogue_detail", "stromsund", "dialog"))

    [shown] = page.select(".finding__promise")
    assert words(shown.blockquote) == entry.statement
    standing, verdict = (words(found) for found in shown.find_all("p")[1:3])
    assert (standing, verdict) == ("Alla är gjorda.", "Omdöme: uppnått")
    assert shown.a["href"] == entry.url


def test_dialogue_detail_tells_of_a_promise_that_is_no_longer_public_without_a_link(client, place):
    entry = promise_entry(place)
    published(dialogue_that_led_to(entry, slug="dialog"))
    SearchEntry.objects.filter(pk=entry.pk).update(visible_until=timezone.now())

    page = soup(get(client, "dialogue_detail", "stromsund", "dialog"))

    [shown] = page.select(".finding__promise")
    assert shown.a is None
    assert "Det är inte publicerat längre." in words(shown)


def test_dialogue_detail_gives_the_reason_for_what_led_nowhere(client, place):
    dialogue = DialogueFactory(partnership=place, slug="dialog")
    FindingFactory(dialogue=dialogue, refused=True)
    published(dialogue)

    [said] = soup(get(client, "dialogue_detail", "stromsund", "dialog")).select(".finding")

    assert "Skäl: någon annan bestämmer över det." in words(said)
    assert words(said.select_one(".prose")) == "Trafikverket bestämmer över vägen."


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (-1, "Det som sades är inte publicerat än."),
        (1, "Det som ni säger skrivs ned här efteråt"),
    ],
)
def test_dialogue_detail_without_findings_says_why(client, place, days, says):
    day = today() + days * DAY
    published(DialogueFactory(partnership=place, slug="dialog", starts_on=day))

    page = soup(get(client, "dialogue_detail", "stromsund", "dialog"))

    assert words(page.select_one("section.part p")).startswith(says)


@pytest.mark.parametrize(
    ("first", "last", "stage"),
    [(1, 2, "coming"), (0, None, "ongoing"), (-1, 0, "ongoing"), (-2, -1, "held")],
)
def test_dialogue_detail_knows_where_the_dialogue_is_in_time(client, place, first, last, stage):
    published(
        DialogueFactory(
            partnership=place,
            slug="dialog",
            starts_on=today() + first * DAY,
            ends_on=None if last is None else today() + last * DAY,
        )
    )

    response = get(client, "dialogue_detail", "stromsund", "dialog")

    assert response.context["dialogue"].stage == stage
    assert bool(soup(response).select(".onward[href$='.ics']")) == (stage != "held")


HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("begins", "ends", "stage"),
    [(1, 2, "coming"), (-1, 1, "ongoing"), (-2, -1, "held"), (-1, None, "ongoing")],
)
def test_dialogue_begins_and_ends_by_the_clock_on_every_page(client, place, begins, ends, stage):
    """The database has the same rule as the page: the place's page shows what it lets through."""
    first = timezone.localtime() + begins * HOUR
    last = timezone.localtime() + (ends or 0) * HOUR
    published(
        DialogueFactory(
            partnership=place,
            slug="vandring",
            title="Vandringen",
            kind="safety_walk",
            starts_on=first.date(),
            ends_on=last.date() if last.date() > first.date() else None,
            begins_at=first.time(),
            finishes_at=last.time() if ends else None,
        )
    )

    assert (
        get(client, "dialogue_detail", "stromsund", "vandring").context["dialogue"].stage == stage
    )
    offered = "Vandringen" in client.get("/stromsund/").content.decode()
    assert offered == (stage != "held")
    [told] = DialogueEdition.objects.annotate(now=stage_now()).values_list("now", flat=True)
    assert told == stage


@pytest.mark.parametrize(
    ("traits", "stage"), [({}, "ongoing"), ({"coming": True}, "coming"), ({"closed": True}, "held")]
)
def test_survey_lasts_as_long_as_it_is_open(client, place, traits, stage):
    published(with_survey(place, starts_on=today(), **traits))

    assert get(client, "dialogue_detail", "stromsund", "enkat").context["dialogue"].stage == stage
    [told] = DialogueEdition.objects.annotate(now=stage_now()).values_list("now", flat=True)
    assert told == stage


def test_walk_with_an_open_survey_keeps_its_day_on_the_place_page(client, place):
    published(with_survey(place, kind="safety_walk", starts_on=today() + DAY))

    page = soup(client.get("/stromsund/"))

    links = [link["href"] for link in page.select(".offers li a")]
    assert links == ["/stromsund/dialoger/enkat/svara/", "/stromsund/dialoger/enkat/"]


@pytest.mark.parametrize(
    ("traits", "says", "can_answer"),
    [
        ({}, "Enkäten är öppen.", True),
        ({"coming": True}, "Enkäten har inte öppnat än.", False),
        ({"closed": True}, "Enkäten har stängt.", False),
    ],
)
def test_dialogue_detail_says_whether_the_survey_is_open(client, place, traits, says, can_answer):
    published(with_survey(place, **traits))

    page = soup(get(client, "dialogue_detail", "stromsund", "enkat"))

    assert words(page.select_one(".notice strong")) == says
    assert bool(page.select(".notice a[href$='/svara/']")) == can_answer


def test_dialogue_detail_has_the_minutes_as_text_and_the_pdf_beside_it(client, place):
    dialogue = DialogueFactory(partnership=place, slug="dialog", minutes="<p>Mötet började.</p>")
    type(dialogue).objects.filter(pk=dialogue.pk).update(minutes_file="dialoger/1/protokoll.pdf")
    dialogue.refresh_from_db()
    published(dialogue)

    page = soup(get(client, "dialogue_detail", "stromsund", "dialog"))

    [link] = page.select("a[type='application/pdf']")
    assert link["href"] == "/media/dialoger/1/protokoll.pdf"
    assert words(link.find_previous(class_="prose")) == "Mötet började."


@pytest.mark.parametrize(
    ("counts", "says"),
    [
        ({"asked": 600, "answered": 212}, "212 av 600 tillfrågade deltog."),
        ({"answered": 43}, "43 deltog."),
        ({"asked": 10, "answered": 43}, "43 deltog."),
        ({"asked": 600}, "600 tillfrågade."),
        ({}, "Ingen har räknat."),
    ],
)
def test_dialogue_detail_says_how_many_took_part(client, place, counts, says):
    published(DialogueFactory(partnership=place, slug="dialog", **counts))

    page = soup(get(client, "dialogue_detail", "stromsund", "dialog"))

    assert words(page.find("dt", string="Hur många").find_next("dd")) == says


def test_candidate_and_scheduled_dialogues_are_not_found(client, place):
    candidate_of(DialogueFactory(partnership=place, slug="vantar"))
    published(
        DialogueFactory(partnership=place, slug="schemalagd"),
        scheduled_for=timezone.now() + DAY,
    )

    for slug in ("vantar", "schemalagd", "finns-inte"):
        for name in ("dialogue_detail", "dialogue_calendar", "edition_list"):
            get(client, name, "stromsund", slug, status=404)
    assert get(client, "dialogue_list", "stromsund").context["dialogues"].held == []


def test_dialogue_of_another_place_is_not_found(client, place):
    published(DialogueFactory(slug="dialog"))

    get(client, "dialogue_detail", "stromsund", "dialog", status=404)


def test_withdrawn_dialogue_answers_gone_with_its_reason_and_without_its_words(client, place):
    dialogue = DialogueFactory(partnership=place, slug="dialog", title="Möte hos Anna")
    edition = published(dialogue)
    withdraw(edition=edition, by=approver_for(dialogue), reason="Ett namn stod med.")

    for name, args in [
        ("dialogue_detail", ()),
        ("dialogue_calendar", ()),
        ("edition_detail", (1,)),
        ("edition_document", (1,)),
    ]:
        page = soup(get(client, name, "stromsund", "dialog", *args, status=410))
        assert words(page.h1) == "Dialogen 6 oktober 2020 är tillbakadragen"
        assert words(page.main.dd) == "Ett namn stod med."
        assert "Anna" not in page.get_text()


def test_dialogue_detail_shows_the_edition_in_force(client, place):
    dialogue = DialogueFactory(partnership=place, slug="dialog", title="Först")
    published(dialogue, at=timezone.now() - DAY)
    dialogue.title = "Sedan"
    dialogue.save()
    second = published(dialogue, note="Ny rubrik.")
    dialogue.title = "Bara ett utkast"
    dialogue.save()

    response = get(client, "dialogue_detail", "stromsund", "dialog")

    assert response.context["dialogue"].edition == second
    assert words(soup(response).h1) == "Sedan"


def test_page_has_one_heading_of_the_first_level_and_the_others_in_order(client, place):
    published(whole(place, slug="dialog", minutes="<p>Mötet.</p>"))

    for name, args in [("dialogue_list", ()), ("dialogue_detail", ("dialog",))]:
        headings = soup(get(client, name, "stromsund", *args)).select("h1, h2, h3, h4")
        levels = [int(heading.name[1]) for heading in headings]
        assert levels.count(1) == 1
        assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize(
    ("traits", "stamped"), [({"coming": True}, "none"), ({}, "open"), ({"closed": True}, "closed")]
)
def test_etag_moves_when_the_survey_opens_and_when_it_closes(place, traits, stamped):
    """Three words: a survey may open and close on the same day."""
    published(with_survey(place, **traits))

    [found] = DialogueEdition.objects.stamp(Partnership.objects.all())

    assert [edition["survey"] for edition in found.dialogueedition_stamp] == [stamped]
