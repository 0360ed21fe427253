"""Recording a dialogue, answering what was said, and linking it to promises."""

import datetime as dt
import uuid

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.urls import reverse

from dialogues.models import Dialogue, DialogueHolder, Finding, FindingPromise
from tests.admin_pages import soup, texts, typed
from tests.factories.dialogues import (
    DialogueFactory,
    FindingFactory,
    FindingPromiseFactory,
    candidate_of,
    promise_entry,
    published,
)
from tests.factories.portal import OperatorFactory, PartnershipFactory, editor_of

pytestmark = pytest.mark.django_db

ADD = "/admin/dialogues/dialogue/add/"


def page_of(row, page="change") -> str:
    return reverse(f"admin:dialogues_{row._meta.model_name}_{page}", args=[row.pk])


def errors(response, field: str) -> list[str]:
    return texts(response, f".form-row.field-{field} .errorlist li")


def test_dialogue_is_recorded_on_one_page(at_work, editor, place):
    shown = typed(at_work.get(ADD))
    shown |= {"title": "Dialog på torget", "starts_on": "2026-05-12"}
    shown |= {"findings-0-statement": "Det är mörkt vid torget.", "findings-0-theme": "safety"}

    response = at_work.post(ADD, shown)

    dialogue = Dialogue.objects.get()
    assert response.url == page_of(dialogue)
    assert (dialogue.partnership, dialogue.slug) == (place, "dialog-pa-torget")
    assert list(dialogue.holders.all()) == [editor.memberships.get().organisation]
    assert [finding.statement for finding in dialogue.findings.all()] == [
        "Det är mörkt vid torget."
    ]


def test_address_that_is_taken_gets_a_number(at_work, dialogue):
    shown = typed(at_work.get(ADD)) | {"title": "Torget", "starts_on": "2026-05-12"}

    at_work.post(ADD, shown)

    assert set(Dialogue.objects.values_list("slug", flat=True)) == {"torget", "torget-2"}


@pytest.mark.parametrize(
    ("written", "field", "said"),
    [
        ({"ends_on": "2020-01-01"}, "ends_on", "Sista dagen kan inte ligga före den första."),
        ({"finishes_at": "18:00"}, "finishes_at", "Ange när den börjar, före det att den slutar."),
        (
            {"slug": "kalender"},
            "slug",
            "Adressen ”kalender” används redan bland dialogerna. Välj en annan.",
        ),
    ],
)
def test_what_is_wrong_stands_beside_its_field(at_work, dialogue, written, field, said):
    shown = typed(at_work.get(page_of(dialogue)))

    response = at_work.post(page_of(dialogue), {**shown, **written})

    assert errors(response, field) == [said]
    assert typed(response)[field] == written[field]


def test_published_dialogue_keeps_its_address_and_stays(at_work, dialogue):
    finding = FindingFactory(dialogue=dialogue)
    published(dialogue)

    assert "slug" not in typed(at_work.get(page_of(dialogue)))
    for row in (dialogue, finding):
        told = at_work.get(page_of(row, "delete"))
        assert soup(told).select("form [name=post]") == []
        assert "ska gå att läsa" in soup(told).select_one("#content").get_text()
    shown = typed(at_work.get(page_of(dialogue))) | {"findings-0-DELETE": "on"}
    at_work.post(page_of(dialogue), shown)
    assert Finding.objects.filter(pk=finding.pk).exists()


def test_dialogue_whose_text_waits_keeps_its_place_and_address(at_work, dialogue):
    candidate_of(dialogue, signed=False)

    fields = typed(at_work.get(page_of(dialogue)))

    assert "title" in fields
    assert not {"partnership", "slug"} & set(fields)


def test_holders_are_those_of_the_place(at_work, dialogue):
    PartnershipFactory()

    select = soup(at_work.get(page_of(dialogue))).select_one("[name=holder_rows-0-organisation]")

    names = [option.text for option in select.select("option") if option["value"]]
    assert names == [member.organisation.name for member in dialogue.partnership.members.all()]


# --- What became of it ----------------------------------------------------------------------------


@pytest.fixture
def finding(dialogue):
    return FindingFactory(dialogue=dialogue, statement="Bilarna kör för fort.")


def options(response, name="promise_links-0-promise_key") -> list[str]:
    found = soup(response).select(f"[name={name}] option")
    return [option["value"] for option in found if option["value"]]


def test_finding_links_to_public_promises_of_its_own_place(at_work, place, finding):
    mine = promise_entry(place)
    promise_entry(place, visible_from=dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
    promise_entry(PartnershipFactory())
    page = at_work.get(page_of(finding))
    assert options(page) == [str(mine.key)]
    shown = typed(page) | {"outcome": "promised", "promise_links-0-promise_key": str(mine.key)}

    with time_machine.travel(dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)):
        response = at_work.post(page_of(finding), {**shown, "promise_links-0-position": "1"})

    assert response.status_code == 302
    link = FindingPromise.objects.get()
    assert (link.promise_key, link.label) == (mine.key, mine.statement)
    finding.refresh_from_db()
    assert finding.answered_on == dt.date(2026, 5, 1)


def test_promise_that_is_not_public_cannot_be_chosen(at_work, finding):
    strange = promise_entry(PartnershipFactory())
    shown = typed(at_work.get(page_of(finding)))

    for key in (strange.key, uuid.uuid4(), "x"):
        response = at_work.post(
            page_of(finding), {**shown, "promise_links-0-promise_key": str(key)}
        )
        assert errors(response, "promise_key") == ["Välj ett löfte som är publicerat för platsen."]

    assert not FindingPromise.objects.exists()


def test_link_to_a_promise_that_went_is_named_and_may_stay(at_work, place, finding):
    promise_entry(place)
    link = FindingPromiseFactory(finding=finding, label="Vi lovade att synas.")
    Finding.objects.update(outcome="promised")
    page = at_work.get(page_of(finding))

    response = at_work.post(page_of(finding), typed(page), follow=True)

    assert texts(page, "optgroup[label='Inte publicerat'] option") == ["Vi lovade att synas."]
    assert FindingPromise.objects.get() == link
    [said] = texts(response, ".messagelist .warning")
    assert said.startswith("Löftet ”Vi lovade att synas.” är inte publicerat.")


@pytest.mark.parametrize(
    ("written", "field", "said"),
    [
        (
            {"outcome": "no_promise"},
            "reason",
            "Ange skäl till att det inte ledde till något löfte.",
        ),
        (
            {"outcome": "no_promise", "reason": "other"},
            "answer",
            "Förklara skälet i ord.",
        ),
        (
            {"outcome": "promised", "reason": "law"},
            "reason",
            "Ta bort skälet: det hör till det som inte ledde till löfte.",
        ),
        (
            {"answered_on": "2026-05-01"},
            "answered_on",
            "Välj vad det blev av det, eller ta bort svarsdagen.",
        ),
        ({"said_by": "0"}, "said_by", "Lämna antalet tomt om det inte är räknat."),
    ],
)
def test_rules_of_an_answer_are_said_beside_its_fields(at_work, finding, written, field, said):
    shown = typed(at_work.get(page_of(finding)))

    response = at_work.post(page_of(finding), {**shown, **written})

    assert errors(response, field) == [said]


def test_promised_without_a_promise_is_warned_about(at_work, finding):
    shown = typed(at_work.get(page_of(finding))) | {"outcome": "promised"}

    response = at_work.post(page_of(finding), shown, follow=True)

    assert texts(response, ".messagelist .warning") == [
        "”Bilarna kör för fort.” ledde till löfte: välj vilket."
    ]


def test_two_editors_of_one_link(sign_in, place, finding):
    entries = [promise_entry(place, statement=f"Vi lovar {number}.") for number in (1, 2)]
    FindingPromiseFactory(finding=finding, promise_key=entries[0].key, label="Vi lovar 1.")
    first, second = (sign_in(editor_of(place, party=party)) for party in (0, 1))
    mine, theirs = typed(first.get(page_of(finding))), typed(second.get(page_of(finding)))
    second.post(page_of(finding), {**theirs, "promise_links-0-promise_key": str(entries[1].key)})

    told = first.post(page_of(finding), {**mine, "statement": "Bilarna kör fort."})

    assert texts(told, ".conflict h2") == ["Någon annan har sparat medan du skrev"]
    assert typed(told)["promise_links-0-promise_key"] == str(entries[1].key)
    assert Finding.objects.get().statement == "Bilarna kör för fort."


def test_history_tells_links_in_words(at_work, place, finding):
    entry = promise_entry(place, statement="Vi lovar att synas.")
    shown = typed(at_work.get(page_of(finding)))
    at_work.post(page_of(finding), {**shown, "promise_links-0-promise_key": str(entry.key)})

    told = at_work.get(page_of(finding.dialogue, "history"))

    words = " ".join(texts(told, ".event__acts"))
    assert "Lade till koppling till löfte: Vi lovar att synas." in words
    assert str(entry.key) not in words


@pytest.mark.parametrize("count", [1, 3])
def test_lists_ask_as_often_for_many_rows(
    at_work, place, count, django_assert_max_num_queries, subtests
):
    for number in range(count):
        FindingFactory(dialogue=DialogueFactory(partnership=place, slug=f"d-{number}"))

    for name, most in (("dialogue", 14), ("finding", 14)):
        with subtests.test(name), django_assert_max_num_queries(most):
            at_work.get(f"/admin/dialogues/{name}/")


def test_holder_of_another_place_is_refused(place, sign_in):
    other = PartnershipFactory()
    stranger = other.members.all()[0].organisation
    client = sign_in(OperatorFactory())
    sent = typed(client.get(ADD)) | {
        "partnership": place.pk,
        "title": "Dialog på torget",
        "starts_on": "2026-05-12",
        "holder_rows-0-organisation": stranger.pk,
    }

    refused = client.post(ADD, sent)
    taken = client.post(ADD, sent | {"partnership": other.pk})

    assert errors(refused, "organisation") == ["Organisationen är inte part på den platsen."]
    assert taken.status_code == 302, texts(taken, ".errorlist li")
    assert [(d.partnership, list(d.holders.all())) for d in Dialogue.objects.all()] == [
        (other, [stranger])
    ]


def test_holder_is_a_party_of_the_place_by_the_model_too(dialogue):
    own = dialogue.partnership.members.all()[0].organisation
    stranger = PartnershipFactory().members.all()[0].organisation

    DialogueHolder(dialogue=dialogue, organisation=own).clean()
    with pytest.raises(ValidationError, match="inte part"):
        DialogueHolder(dialogue=dialogue, organisation=stranger).clean()
