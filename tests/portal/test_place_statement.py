"""The kept statement gives what the queryset gives, for each place and each day."""

import datetime as dt

import pytest

from portal.days import today
from portal.models import Partnership
from portal.place_statement import PlaceStatement
from promises.models import PeriodEdition
from tests.factories.portal import ContactFactory, PartnershipFactory
from tests.factories.promises import PeriodFactory, published

pytestmark = pytest.mark.django_db


def test_kept_statement_gives_what_the_queryset_gives():
    statement = PlaceStatement(PeriodEdition.objects.stamp)
    for slug in ("stromsund", "annan"):
        place = PartnershipFactory(slug=slug)
        published(PeriodFactory(partnership=place))
        ContactFactory(partnership=place, valid_to=today())

    for slug in ("stromsund", "annan"):
        for on in (today(), today() + dt.timedelta(days=1)):
            asked = Partnership.objects.public(on=on).with_live_content(on=on).get(slug=slug)
            kept = statement.place(slug, on=on)
            assert (kept, kept.live_stamp) == (asked, asked.live_stamp)
            assert [(name, len(found)) for name, found in kept.stamp] == [
                ("periodedition_stamp", 1)
            ]


def test_unknown_or_unopened_place_is_none():
    statement = PlaceStatement(PeriodEdition.objects.stamp)
    PartnershipFactory(slug="stangd", public_from=None)

    assert statement.place("stangd", on=today()) is None
    assert statement.place("finns-inte", on=today()) is None
