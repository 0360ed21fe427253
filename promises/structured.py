"""Promises for machines, in the words of schema.org. Pure: a reading in, data out."""

from typing import Any

from django.urls import reverse

from portal.mail import absolute
from portal.models import Partnership
from portal.structured import organisation, party, trail
from promises.reading import PeriodReading, PlaceReading, PromiseReading

Data = list[dict[str, Any]]


def place_data(place: Partnership, reading: PlaceReading) -> Data:
    """Who stands behind the promises, and the periods on the page."""
    parties = [party(told) for told in place.party_list]
    return [*parties, *(_report(period) for period in reading.shown if period.edition)]


def period_data(period: PeriodReading, place: Partnership) -> Data | None:
    """None of a preview, whose text nobody has published."""
    if period.edition is None:
        return None
    return [_report(period), trail(place, *_periods(place), _step(period))]


def follow_up_data(period: PeriodReading, place: Partnership) -> Data | None:
    """Before there is a report, only where the page stands."""
    if period.edition is None:
        return None
    steps = [*_periods(place), _step(period), ("Så gick det", period.follow_up_url)]
    if period.follow_up is None:
        return [trail(place, *steps)]
    report = _report(period) | {
        "@id": absolute(period.follow_up_url),
        "url": absolute(period.follow_up_url),
        "name": f"Så gick det {period.document.label}, {place.name}",
        "about": {"@id": absolute(period.url)},
    }
    return [report, trail(place, *steps)]


def promise_data(promise: PromiseReading, place: Partnership) -> Data | None:
    period = promise.period
    if period.edition is None:
        return None
    work = {
        "@type": "CreativeWork",
        "@id": absolute(promise.url),
        "name": promise.heading,
        "text": promise.promise.statement,
        "inLanguage": "sv",
        "author": _authors(period, promise),
        "dateModified": _moment(period),
        "isPartOf": {"@id": absolute(period.url)},
    }
    steps = [*_periods(place), _step(period), (promise.heading, promise.url)]
    return [work, trail(place, *steps)]


def _report(period: PeriodReading) -> dict[str, Any]:
    """The edition in force, at the period's own address."""
    document, edition = period.document, period.edition
    first = getattr(edition, "first_published_at", None)
    return {
        "@type": "Report",
        "@id": absolute(period.url),
        "name": f"Medborgarlöften {document.label}, {document.partnership_name}",
        "url": absolute(period.url),
        "inLanguage": "sv",
        "version": edition.number if edition else None,
        "reportNumber": document.record_number,
        "author": _authors(period),
        "datePublished": first.isoformat() if first else None,
        "dateModified": _moment(period),
        "temporalCoverage": _span(period),
        "spatialCoverage": {"@type": "Place", "name": document.place or document.partnership_name},
    }


def _authors(period: PeriodReading, promise: PromiseReading | None = None) -> Data:
    parties = (promise.promise.parties if promise else ()) or period.document.parties
    return [organisation(found.name, found.kind) for found in parties]


def _moment(period: PeriodReading) -> str | None:
    edition = period.edition
    return edition.published_at.isoformat() if edition and edition.published_at else None


def _span(period: PeriodReading) -> str | None:
    """An open end is two dots, as in ISO 8601."""
    starts, ends = period.document.starts_on, period.document.ends_on
    return f"{starts or '..'}/{ends or '..'}" if starts or ends else None


def _periods(place: Partnership) -> list[tuple[str, str]]:
    return [("Perioder", reverse("promises:period_list", args=[place.slug]))]


def _step(period: PeriodReading) -> tuple[str, str]:
    return period.document.label, period.url
