"""Fills a portal with the demo: drafts as rows, editions by the same services that editors use."""

import datetime as dt

from django.db import connection, transaction
from django.utils import timezone

from portal.models import Organisation, Partnership, User
from portal.services import publish, sign_off, withdraw
from promises.demo import shape
from promises.demo.accounts import DemoAccount, create_account, reset_password
from promises.demo.periods import PeriodWriter
from promises.demo.reading import read_content
from promises.demo.rows import create_organisations, create_place
from promises.services import freeze_candidate

LOCK = 2313
"""Two starts at once: the second waits, and then finds the demo there."""


@transaction.atomic
def load_demo(*, today: dt.date) -> list[DemoAccount]:
    """Create what is missing; a place that is there is left as it is, whatever became of it.

    Returns the accounts that can sign in, their passwords set back to the known ones.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    files = read_content(today=today)
    for content in files:
        _load_file(content)
    accounts = [account for content in files for account in content.accounts.items()]
    found = (reset_password(email, values) for email, values in accounts)
    return [account for account in found if account]


def _load_file(content: shape.ContentFile) -> None:
    if content.place and Partnership.objects.filter(slug=content.place.slug).exists():
        return
    organisations = create_organisations(content.organisations)
    users = {
        email: create_account(email, values, organisations=organisations)
        for email, values in content.accounts.items()
    }
    if content.place:
        place = create_place(content.place, organisations)
        for period in content.place.periods:
            _load_period(place, period, content.place, organisations, users)


def _load_period(
    place: Partnership,
    values: shape.Period,
    place_values: shape.Place,
    organisations: dict[str, Organisation],
    users: dict[str, User],
) -> None:
    writer = PeriodWriter(place, values, organisations)
    editor = users[place_values.editor]
    for number, edition in enumerate(values.editions, start=1):
        writer.write(number)
        at = timezone.make_aware(edition.at)
        candidate = freeze_candidate(
            period=writer.period, by=editor, note=edition.note, is_minor=edition.is_minor
        )
        for member in place_values.members:
            signer = users[member.signer]
            sign_off(
                edition=candidate,
                organisation=organisations[member.organisation],
                by=signer,
                name=signer.name,
                title=signer.title,
                at=at,
            )
        published = publish(edition=candidate, by=editor, at=at)
        if edition.withdrawn_because:
            approver = users[place_values.members[0].signer]
            withdraw(edition=published, by=approver, reason=edition.withdrawn_because)
