"""From words to result and back: the chain of a period, and the ways between promises and dialogues."""

import datetime as dt

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from portal.days import today
from portal.services import withdraw
from tests.factories import dialogues
from tests.factories.portal import PartnershipFactory
from tests.factories.promises import (
    PeriodFactory,
    PromiseFactory,
    approver_for,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def get(client, name, *args, status=200):
    response = client.get(reverse(f"promises:{name}", args=args))
    assert response.status_code == status
    return response


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def words(element) -> str:
    return " ".join(element.get_text(" ", strip=True).split())


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


@pytest.fixture
def period(place):
    """2021–2022, published."""
    period = whole_period(partnership=place, label="2021–2022")
    published(period, at=timezone.now() - 2 * DAY)
    return period


def dialogue_behind(promise, **fields):
    """A dialogue in which something was said that led to the promise, something that led nowhere, and
    something that nobody has answered."""
    dialogue = dialogues.DialogueFactory(partnership=promise.period.partnership, **fields)
    finding = dialogues.FindingFactory(dialogue=dialogue, promised=True)
    dialogues.FindingPromiseFactory(
        finding=finding, promise_key=promise.key, label=promise.statement
    )
    dialogues.FindingFactory(dialogue=dialogue, refused=True, position=1)
    dialogues.FindingFactory(dialogue=dialogue, position=2)
    return dialogue


def held(place, starts_on, **fields):
    """A public dialogue with one thing said that led nowhere."""
    dialogue = dialogues.DialogueFactory(partnership=place, starts_on=starts_on, **fields)
    dialogues.FindingFactory(dialogue=dialogue, refused=True)
    return dialogues.published(dialogue)


def test_promise_detail_leads_to_the_words_in_one_step_and_they_lead_back(client, period):
    promise = period.promises.get()
    dialogues.published(dialogue_behind(promise))
    address = reverse("promises:promise_detail", args=["stromsund", "2021-2022", promise.slug])

    [said] = soup(client.get(address)).select(".said > li")
    page, _, anchor = said.a["href"].partition("#")
    there = soup(client.get(page)).find(id=anchor)

    assert words(there.h3) == words(said.select_one(".said__words"))
    assert [link["href"] for link in there.select("a")] == [address]


def test_promise_detail_without_words_says_so(client, period):
    promise = period.promises.get()

    page = soup(get(client, "promise_detail", "stromsund", "2021-2022", promise.slug))

    assert words(page.select_one(".station p")) == (
        "Inget som har sagts i en dialog är kopplat till löftet."
    )


def test_promise_detail_shows_only_what_led_to_it(client, period):
    promise = period.promises.get()
    other = PromiseFactory(period=period, slug="ett-annat")
    published(period, note="Ett löfte till.")
    dialogues.published(dialogue_behind(other))

    response = get(client, "promise_detail", "stromsund", "2021-2022", promise.slug)

    assert response.context["promise"].said == []


def test_promise_detail_turns_with_the_dialogues(client, period):
    """Its ETag covers them too."""
    promise = period.promises.get()
    args = ["stromsund", "2021-2022", promise.slug]
    before = get(client, "promise_detail", *args).headers["ETag"]

    edition = dialogues.published(dialogue_behind(promise))
    between = get(client, "promise_detail", *args).headers["ETag"]
    withdraw(edition=edition, by=dialogues.approver_for(edition.dialogue), reason="Fel.")
    after = get(client, "promise_detail", *args).headers["ETag"]

    assert len({before, between, after}) == 3


def test_chain_follows_each_promise_from_words_to_verdict(client, period):
    promise = period.promises.get()
    PromiseFactory(period=period, slug="utan-ord")
    published(period, note="Ett löfte till.")
    dialogues.published(dialogue_behind(promise))

    response = get(client, "chain", "stromsund", "2021-2022")

    first, second = soup(response).select("article.area")
    assert [words(dt) for dt in first.select("dt")] == [
        "Det här sa ni",
        "Det här lovade vi",
        "Det här gjorde vi",
        "Så gick det",
    ]
    said, promised, done, went = first.select("dd")
    assert said.a["href"].startswith("/stromsund/dialoger/")
    assert words(promised.blockquote) == promise.statement
    assert words(done) == "1 av 2 insatser är genomförd. 1 blev inte av."
    assert words(went.select_one(".state")) == "uppnått"
    assert words(second.dd) == "Inget som har sagts i en dialog är kopplat till löftet."


def test_chain_tells_what_led_nowhere_with_the_reason_and_what_waits(client, period):
    dialogues.published(dialogue_behind(period.promises.get()))

    response = get(client, "chain", "stromsund", "2021-2022")

    _, nowhere, waiting, _, _ = soup(response).select("section.part")
    assert words(nowhere.select("li p")[1]) == (
        "ledde inte till löfte · någon annan bestämmer över det"
    )
    assert words(nowhere.select_one(".prose")) == "Trafikverket bestämmer över vägen."
    assert words(waiting.select_one(".state")) == "inte besvarat än"


def test_chain_counts_dialogues_of_the_period_and_of_the_year_before(client, place, period):
    days = {
        "for-tidigt": dt.date(2019, 12, 31),
        "aret-fore": dt.date(2020, 1, 2),
        "under": dt.date(2022, 12, 31),
        "efter": dt.date(2023, 1, 1),
    }
    for slug, day in days.items():
        held(place, day, slug=slug)

    chain = get(client, "chain", "stromsund", "2021-2022").context["chain"]

    assert [dialogue.url.split("/")[3] for dialogue in chain.dialogues] == ["aret-fore", "under"]


def test_chain_counts_a_dialogue_that_a_promise_came_from_whenever_it_was_held(client, period):
    dialogues.published(
        dialogue_behind(period.promises.get(), slug="gammal", starts_on=dt.date(2015, 1, 1))
    )

    chain = get(client, "chain", "stromsund", "2021-2022").context["chain"]

    assert [dialogue.starts_on.year for dialogue in chain.dialogues] == [2015]
    assert len(chain.led_nowhere) == 1


def test_chain_of_an_open_period_leaves_out_dialogues_that_have_not_been_held(client, place):
    published(PeriodFactory(partnership=place, label="Nu", slug="nu", ends_on=None))
    held(place, today() - DAY, slug="i-gar")
    held(place, today(), slug="i-dag")

    chain = get(client, "chain", "stromsund", "nu").context["chain"]

    assert [dialogue.url.split("/")[3] for dialogue in chain.dialogues] == ["i-gar"]


def test_chain_tells_of_words_that_led_to_promises_of_another_period(client, place, period):
    later = whole_period(partnership=place, label="2023")
    published(later)
    dialogues.published(dialogue_behind(later.promises.get(), starts_on=dt.date(2022, 5, 1)))

    chain = get(client, "chain", "stromsund", "2021-2022").context["chain"]

    assert [said.finding.promises[0].period_label for said in chain.led_elsewhere] == ["2023"]


def test_chain_without_dialogues_says_so(client, period):
    response = get(client, "chain", "stromsund", "2021-2022")

    texts = [words(part.find_all("p")[-1]) for part in soup(response).select("section.part")[1:3]]
    assert texts == ["Inget av det som sades har fått nej.", "Allt som sades har fått svar."]


def test_chain_of_a_withdrawn_or_unknown_period_is_gone_or_not_found(client, period):
    edition = period.editions.get()
    withdraw(edition=edition, by=approver_for(period), reason="Fel.")

    get(client, "chain", "stromsund", "2021-2022", status=410)
    get(client, "chain", "stromsund", "2031", status=404)


def test_partnership_detail_tells_what_one_can_take_part_in(client, place, period):
    for days in (-1, 5, 2):
        day = today() + days * DAY
        dialogue = dialogues.DialogueFactory(partnership=place, title=f"{days}", starts_on=day)
        dialogues.published(dialogue)
    survey = dialogues.SurveyFactory(
        dialogue=dialogues.DialogueFactory(partnership=place, slug="enkat", title="Enkät")
    )
    dialogues.QuestionFactory(survey=survey, single=True)
    dialogues.published(survey.dialogue)

    response = get(client, "partnership_detail", "stromsund")

    offers = response.context["offers"]
    assert [offer.title for offer in offers.coming] == ["2", "5"]
    assert [offer.title for offer in offers.surveys] == ["Enkät"]
    links = [link["href"] for link in soup(response).select(".offers a")]
    assert links[0] == "/stromsund/dialoger/enkat/svara/"
    assert links[-1] == "/stromsund/dialoger/"


def test_partnership_detail_with_nothing_to_take_part_in_is_silent(client, place, period):
    assert soup(get(client, "partnership_detail", "stromsund")).select(".offers") == []


@pytest.fixture(params=[1, 3])
def place_of(request, place):
    for number in range(request.param):
        label = "2021–2022" if number == 0 else f"Period {number}"
        slug = "2021-2022" if number == 0 else f"period-{number}"
        period = whole_period(partnership=place, label=label, slug=slug)
        for index in range(request.param):
            PromiseFactory(period=period, slug=f"mer-{index}")
        period.promises.filter(rationale__isnull=False).update(slug="lofte")
        published(period)
        for index in range(request.param):
            dialogues.published(
                dialogue_behind(period.promises.get(slug="lofte"), slug=f"d-{number}-{index}")
            )
            coming = dialogues.DialogueFactory(partnership=place, starts_on=today() + DAY)
            dialogues.published(coming)
    return place


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("chain", ("2021-2022",)),
        ("promise_detail", ("2021-2022", "lofte")),
        ("partnership_detail", ()),
    ],
)
def test_page_with_dialogues_costs_two_queries_then_one(
    client, place_of, name, args, django_assert_num_queries
):
    url = reverse(f"promises:{name}", args=["stromsund", *args])

    with django_assert_num_queries(2):
        first = client.get(url)
    with django_assert_num_queries(1):
        again = client.get(url)

    assert (first.status_code, again.content) == (200, first.content)
