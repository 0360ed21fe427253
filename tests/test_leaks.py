"""Nothing that is not public leaves the house, by any exit.

A canary is planted in every text of every row that residents must not see: drafts, candidates, scheduled,
rejected, voided and withdrawn editions, a partnership that has not opened, contacts out of their time. Then
every address the site has is walked with every argument there is. A new address without arguments here fails.
The rows of dialogues are in ``tests/dialogues/secrets.py``.
"""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import product
from urllib.parse import urlencode

import pytest
from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from dialogues.models import Answer, Dialogue, DialogueEdition, Finding
from portal.days import today
from portal.models import Contact, SearchEntry
from portal.services import reject, withdraw
from promises.models import PeriodEdition, Promise, PromisePeriod, SignatureRequest
from promises.sign_off_links import request_sign_off
from tests import papers
from tests.dialogues.secrets import CANARY, SLUGS, plant_dialogues
from tests.dialogues.secrets import plant as plant_dialogue
from tests.factories.dialogues import published as published_dialogue
from tests.factories.dialogues import whole_dialogue
from tests.factories.portal import (
    ContactFactory,
    FaultReportFactory,
    PartnershipFactory,
    SignatoryContactFactory,
    editor_of,
)
from tests.factories.promises import approver_for, candidate_of, published, whole_period

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)
NOT_TEXT = {"slug", "label", "kind", "theme", "change", "verdict", "timing", "origin", "status"}
NOT_TEXT |= {"reason", "next_step", "record_number", "unit", "source", "url"}


def plant(period) -> None:
    """The canary in every free text under the period, and in the period itself."""
    rows = [period, *period.areas.all(), *period.promises.all(), *period.actions.all()]
    rows += [*period.follow_ups.all(), *period.follow_up_plans.all(), *period.signatories.all()]
    for promise in period.promises.all():
        rows += [promise.rationale, *promise.rationale.evidence.all(), *promise.goals.all()]
        rows += [*promise.verdicts.all()]
    rows += [area.rationale for area in period.areas.all()]
    for row in rows:
        for field in row._meta.concrete_fields:
            is_text = isinstance(field, models.CharField | models.TextField)
            if is_text and not field.choices and field.name not in NOT_TEXT:
                setattr(row, field.name, f"{CANARY} {field.name} {row.pk}")
        row.save()


def period_of(place, slug, **fields):
    return whole_period(partnership=place, slug=slug, label=slug, ends_on=None, **fields)


@pytest.fixture
def secrets(db):
    """A place with every kind of row that is not public, next to one that is."""
    place = PartnershipFactory(slug="stromsund")

    changed = period_of(place, "andrad")
    published(changed, at=timezone.now() - DAY)
    plant(changed)

    waiting = period_of(place, "vantar")
    published(waiting, at=timezone.now() - DAY)
    plant(waiting)
    candidate = candidate_of(waiting, note=f"{CANARY} not", signed=False)
    party = place.members.all()[1].organisation
    signatory = SignatoryContactFactory(organisation=party, name=f"{CANARY} namn")
    request_sign_off(edition=candidate, by=candidate.created_by, signatory=signatory)

    scheduled = period_of(place, "schemalagd")
    published(scheduled, at=timezone.now() - DAY)
    plant(scheduled)
    published(scheduled, note=f"{CANARY} not", scheduled_for=timezone.now() + DAY)

    withdrawn = period_of(place, "tillbakadragen")
    plant(withdrawn)
    edition = published(withdrawn, at=timezone.now() - DAY)
    withdraw(edition=edition, by=approver_for(withdrawn), reason="Ett misstag.")

    draft = period_of(place, "utkast")
    plant(draft)
    sent_back = candidate_of(draft, note=f"{CANARY} not")
    party = place.members.all()[0].organisation
    reject(
        edition=sent_back,
        organisation=party,
        by=editor_of(place, approver=True),
        comment=f"{CANARY} kommentar",
    )
    candidate_of(draft, note=f"{CANARY} not")
    candidate_of(draft, note=f"{CANARY} not")

    closed = PartnershipFactory(slug="stangd", name=f"{CANARY} plats", public_from=None)
    period = period_of(closed, "stangd")
    plant(period)
    published(period)
    for days in ({"valid_to": today() - DAY}, {"valid_from": today() + DAY}):
        ContactFactory(partnership=place, function=f"{CANARY} kontakt", name=CANARY, **days)
    ContactFactory(partnership=closed, function=f"{CANARY} kontakt")
    FaultReportFactory(description=CANARY, page=CANARY, email="kanarie@example.se")
    PartnershipFactory(slug="annan")
    plant_dialogues(place, closed)
    return place


def test_canaries_are_planted_in_every_state(secrets):
    """Were one missing, the walk below would prove less than it says."""
    states = PeriodEdition.objects.values_list("state", flat=True)
    with_canary = [e for e in PeriodEdition.objects.all() if CANARY in str(e.document)]

    assert set(states) == {"candidate", "published", "rejected", "voided", "withdrawn"}
    assert {e.state for e in with_canary} == set(states)
    assert Promise.objects.filter(statement__contains=CANARY).count() == 6


def test_canaries_are_planted_in_dialogues_of_every_state(secrets):
    editions = DialogueEdition.objects.all()
    with_canary = {edition.state for edition in editions if CANARY in str(edition.document)}

    assert with_canary == {"candidate", "published", "rejected", "voided", "withdrawn"}
    assert Finding.objects.filter(statement__contains=CANARY).count() == 18
    assert Answer.objects.filter(text__contains=CANARY).count() == 6


PLACES = ["stromsund", "stangd", "annan"]
PERIODS = ["andrad", "vantar", "schemalagd", "tillbakadragen", "utkast", "stangd"]


def arguments() -> dict[str, list[object]]:
    return {
        "partnership": PLACES,
        "period": PERIODS,
        "dialogue": SLUGS,
        "promise": list(Promise.objects.values_list("slug", flat=True)),
        "number": [1, 2, 3],
        "numbers": [(1, 2), (1, 3), (2, 3)],
        "theme": ["trafik", "ungdomar", "finns-inte"],
        "contact": list(Contact.objects.values_list("pk", flat=True)),
        # /konto/: without a sign-in they lead to the sign-in page, or say that a link does not hold.
        "token": ["x" * 43, *SignatureRequest.objects.values_list("token_hash", flat=True)],
        "uidb36": ["1"],
        "key": ["d2x3f-0a1b2c3d4e5f"],
        "pk": [1],
        "row": ["insats-1"],
    }


def names(patterns, prefix="") -> Iterator[tuple[str, list[str]]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
                yield from (
                    (name, [*pattern.pattern.converters, *rest])
                    for name, rest in names(pattern.url_patterns, space)
                )
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{prefix}{pattern.name}", list(pattern.pattern.converters)


def addresses() -> Iterator[str]:
    public = arguments()
    # The admin's own pages go by primary key.
    own = {
        "promises_admin": public
        | {
            "period": list(PromisePeriod.objects.values_list("pk", flat=True)),
            "edition": list(PeriodEdition.objects.values_list("pk", flat=True)),
        },
        "dialogues_admin": public
        | {
            "dialogue": list(Dialogue.objects.values_list("pk", flat=True)),
            "edition": list(DialogueEdition.objects.values_list("pk", flat=True)),
        },
    }
    for name, converters in {(n, tuple(c)) for n, c in names(get_resolver().url_patterns)}:
        known = own.get(name.partition(":")[0], public)
        for values in product(*(known[converter] for converter in converters)):
            yield reverse(name, kwargs=dict(zip(converters, values, strict=True)))


def text_of(response) -> str:
    if response.headers.get("Content-Type") == "application/pdf":
        return papers.words_of(response.content)
    return response.content.decode()


ECHOES = [f'value="{CANARY}"', f"”{CANARY}”", f"?q={CANARY}", f"<title>{CANARY} ·"]
ECHOES += [f"%3Fq%3D{CANARY}"]  # back after sign-in


def without_echo(text: str) -> str:
    """Without what the reader typed, told back."""
    for echo in ECHOES:
        text = text.replace(echo, "")
    return text


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
def test_no_address_shows_a_canary(client, secrets, headers):
    walked, answered, leaks = 0, 0, []
    for address in addresses():
        for query in ("", f"?q={CANARY}"):
            response = client.get(address + query, headers=headers)
            walked += 1
            answered += response.status_code == 200
            body, heads = without_echo(text_of(response)), without_echo(str(response.headers))
            if CANARY in body or CANARY in heads:
                leaks.append(address + query)

    assert leaks == []
    assert walked > 200
    assert answered > 60


def test_no_embedded_address_shows_a_canary(client, secrets):
    """What another site gets for an address of ours."""
    walked, answered, leaks = 0, 0, []
    for address in addresses():
        asked = urlencode({"url": f"http://testserver{address}", "format": "json"})
        response = client.get(f"/oembed/?{asked}")
        walked += 1
        answered += response.status_code == 200
        if CANARY in str(response.json()):
            leaks.append(address)

    assert leaks == []
    assert (walked > 100, answered > 5) == (True, True)


def test_search_holds_no_canary(secrets):
    public = SearchEntry.objects.public().exclude(partnership__slug="stangd")

    assert not [entry for entry in public.values() if CANARY.casefold() in str(entry).casefold()]
    assert public.filter(partnership=secrets).exists()


def test_search_lists_no_canary_by_any_choice_and_offers_none(client, secrets):
    offered = re.findall(
        r'<select name="(\w+)"|<option value="([^"]+)"', client.get("/sok/").content.decode()
    )
    names = [name for name, _ in offered if name]
    queries = [{name: value} for name in names for _, value in offered if value]

    bodies = [client.get("/sok/", query).content.decode() for query in queries]

    assert len(names) > 2
    assert sum("hit__title" in body for body in bodies) >= len(names)
    assert not [query for query, body in zip(queries, bodies, strict=True) if CANARY in body]


def test_walk_would_notice_a_leak(client, secrets):
    """The same walk finds the canary once it is public."""
    period = period_of(secrets, "oppen")
    plant(period)
    published(period)

    response = client.get(reverse("promises:period_detail", args=["stromsund", "oppen"]))

    assert CANARY in response.content.decode()


def test_walk_would_notice_a_leak_from_a_dialogue(client, secrets):
    dialogue = whole_dialogue(partnership=secrets, slug="d-oppen")
    plant_dialogue(dialogue)
    published_dialogue(dialogue)

    response = client.get(reverse("dialogues:dialogue_detail", args=["stromsund", "d-oppen"]))

    assert CANARY in response.content.decode()
