"""Periods and promises as they are written: addresses, choices, order."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from promises.models import Action, Evidence, Promise, PromisePeriod, Rationale
from tests.admin_pages import soup, texts, typed
from tests.factories.promises import (
    AreaFactory,
    EvidenceFactory,
    PeriodFactory,
    PromiseFactory,
    RationaleFactory,
    whole_period,
)

pytestmark = pytest.mark.django_db


def added(prefix: str, values: dict, **row) -> dict:
    """One more row, as the button "Lägg till" makes it."""
    index = int(values[f"{prefix}-TOTAL_FORMS"])
    new = {f"{prefix}-{index}-{name}": value for name, value in row.items()}
    return {**values, **new, f"{prefix}-TOTAL_FORMS": str(index + 1)}


def test_period_makes_its_own_address(client, place):
    PeriodFactory(partnership=place, label="2021–2022")
    url = reverse("admin:promises_promiseperiod_add")
    values = typed(client.get(url)) | {"partnership": place.pk, "label": "2021–2022"}

    response = client.post(url, values)

    period = PromisePeriod.objects.latest("pk")
    assert period.slug == "2021-2022-2"
    assert response.url == reverse("admin:promises_promiseperiod_change", args=[period.pk])


def test_period_says_what_is_wrong_and_keeps_what_was_typed(client, place):
    url = reverse("admin:promises_promiseperiod_add")
    values = typed(client.get(url)) | {
        "partnership": place.pk,
        "label": "2024",
        "starts_on": "2024-05-01",
        "ends_on": "2024-01-01",
        "situation": "<p>Läget är lugnt.</p>",
    }

    response = client.post(url, values)

    assert texts(response, ".errorlist") == ["Periodens sista dag kan inte ligga före den första."]
    assert typed(response)["situation"] == "<p>Läget är lugnt.</p>"


def test_period_takes_promises_in_short(client, place):
    period = PeriodFactory(partnership=place)
    url = reverse("admin:promises_promiseperiod_change", args=[period.pk])
    values = typed(client.get(url))
    for _ in range(2):
        values = added("promises", values, statement="Vi syns i centrum.", position="1")

    response = client.post(url, values)

    assert response.status_code == 302, texts(response, ".errorlist")
    slugs = list(period.promises.order_by("pk").values_list("slug", flat=True))
    assert slugs == ["vi-syns-i-centrum", "vi-syns-i-centrum-2"]


def test_period_page_shows_only_rows_of_the_period_itself(client, place):
    period = whole_period(partnership=place)

    response = client.get(reverse("admin:promises_promiseperiod_change", args=[period.pk]))

    loose = Action.objects.get(promise__isnull=True)
    shown = [
        field["value"] for field in soup(response).select("[name^=actions-][name$=-id][value]")
    ]
    assert shown == [str(loose.pk)]


def test_promise_chooses_among_its_own_periods_areas_and_parties(client, place):
    promise = PromiseFactory(period__partnership=place)
    mine = AreaFactory(period=promise.period, heading="Trafik")
    AreaFactory(period__partnership=place, heading="Annan period")
    AreaFactory(heading="Annan plats")

    form = soup(client.get(reverse("admin:promises_promise_change", args=[promise.pk])))

    areas = [option["value"] for option in form.select("#id_area option")]
    parties = [box["value"] for box in form.select("[name=parties]")]
    assert areas == ["", str(mine.pk)]
    assert parties == [str(member.organisation_id) for member in place.members.all()]


def test_promise_is_added_last_in_its_period(client, place):
    earlier = PromiseFactory(period__partnership=place, position=7)
    url = reverse("admin:promises_promise_add")
    values = typed(client.get(url)) | {"period": earlier.period_id, "statement": "Vi lovar mer."}

    client.post(url, values)

    promise = Promise.objects.latest("pk")
    assert (promise.slug, promise.position) == ("vi-lovar-mer", 8)


def test_promise_takes_background_and_evidence_on_one_page(client, place):
    promise = PromiseFactory(period__partnership=place)
    url = reverse("admin:promises_promise_change", args=[promise.pk])
    values = added("rationale", typed(client.get(url)), text="<p>Många kör för fort.</p>")
    values = added("evidence", values, text="anmälda brott", figure="163", position="1")

    response = client.post(url, values)

    assert response.status_code == 302, texts(response, ".errorlist")
    assert promise.rationale.evidence.get().figure == 163


def test_promise_refuses_evidence_without_background(client, place):
    promise = PromiseFactory(period__partnership=place)
    url = reverse("admin:promises_promise_change", args=[promise.pk])
    values = added("evidence", typed(client.get(url)), text="brott", figure="163", position="1")

    response = client.post(url, values)

    assert texts(response, "#evidence-group .errorlist") == [
        "Skriv bakgrunden först: underlaget hör till den."
    ]
    assert not Evidence.objects.exists()


def test_promise_loses_background_with_its_evidence(client, place):
    rationale = RationaleFactory(promise=PromiseFactory(period__partnership=place))
    EvidenceFactory(rationale=rationale)
    url = reverse("admin:promises_promise_change", args=[rationale.promise.pk])

    client.post(url, {**typed(client.get(url)), "rationale-0-DELETE": "on"})

    assert not Rationale.objects.exists()
    assert not Evidence.objects.exists()


def test_rows_change_places_by_their_number(client, place):
    period = PeriodFactory(partnership=place)
    first, second = (PromiseFactory(period=period, position=n) for n in (1, 2))
    url = reverse("admin:promises_promiseperiod_change", args=[period.pk])
    values = typed(client.get(url)) | {"promises-0-position": "2", "promises-1-position": "1"}

    client.post(url, values)

    assert list(period.promises.all()) == [second, first]


LISTS = ["promiseperiod", "focusarea", "promise", "goal", "action", "followupplan", "followup"]


@pytest.mark.parametrize("name", LISTS)
def test_list_query_count_does_not_grow(name, place, client):
    counts = []
    for number in (1, 2, 3):
        whole_period(partnership=place, slug=f"p{number}")
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(f"admin:promises_{name}_changelist"))
        counts.append(len(queries))

    assert counts[0] == counts[2], counts
