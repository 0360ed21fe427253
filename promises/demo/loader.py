"""Fills a portal with the demo: drafts as rows, editions by the same services that editors use."""

import datetime as dt
import logging
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ObjectDoesNotExist
from django.db import connection, transaction
from django.utils import timezone

import dialogues.services
import promises.services
from dialogues.survey_results import compile_survey
from portal.exceptions import DomainError
from portal.models import Edition, Organisation, Partnership, User
from portal.services import publish, sign_off, withdraw
from promises.demo import shape
from promises.demo.accounts import DemoAccount, create_account, reset_password
from promises.demo.dialogues import DialogueWriter, answer
from promises.demo.periods import PeriodWriter
from promises.demo.reading import DemoContentError, read_content
from promises.demo.rows import create_organisations, create_place, find_organisation

logger = logging.getLogger(__name__)

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
    values = content.place
    place = values and Partnership.objects.filter(slug=values.slug).first()
    if values and place:
        if values.dialogues and not place.dialogues.exists():
            _add_dialogues(place, values, content)
        return
    organisations = create_organisations(content.organisations)
    users = {
        email: create_account(email, account, organisations=organisations)
        for email, account in content.accounts.items()
    }
    if values:
        cast = Cast(values, organisations, users)
        place = create_place(values, organisations)
        for period in values.periods:
            _load_period(place, period, cast)
        for dialogue in values.dialogues:
            _load_dialogue(place, dialogue, cast)


def _add_dialogues(place: Partnership, values: shape.Place, content: shape.ContentFile) -> None:
    """To a demo from before there were any. All of them, or none if they do not fit what the place has
    become: promises withdrawn, accounts gone."""
    organisations = {
        key: found
        for key, organisation in content.organisations.items()
        if (found := find_organisation(organisation))
    }
    users = {user.email: user for user in User.objects.filter(email__in=content.accounts)}
    cast = Cast(values, organisations, users)
    try:
        with transaction.atomic():
            for dialogue in values.dialogues:
                _load_dialogue(place, dialogue, cast)
    except (DomainError, DemoContentError, ObjectDoesNotExist, KeyError) as refusal:
        logger.warning("%s gets no demo dialogues: %s", place, refusal)


@dataclass(frozen=True)
class Cast:
    """Those who act in a place's demo."""

    place: shape.Place
    organisations: Mapping[str, Organisation]
    users: Mapping[str, User]

    @property
    def editor(self) -> User:
        return self.users[self.place.editor]

    def release(self, candidate: Edition, edition: shape.Edition, *, holders: set[str]) -> None:
        """All whom it concerns sign, and it is public: at the moment that the file tells."""
        at = timezone.make_aware(edition.at)
        signing = [member for member in self.place.members if member.organisation in holders]
        for member in signing:
            signer = self.users[member.signer]
            sign_off(
                edition=candidate,
                organisation=self.organisations[member.organisation],
                by=signer,
                name=signer.name,
                title=signer.title,
                at=at,
            )
        published = publish(edition=candidate, by=self.editor, at=at)
        if edition.withdrawn_because:
            approver = self.users[signing[0].signer]
            withdraw(edition=published, by=approver, reason=edition.withdrawn_because)


def _load_period(place: Partnership, values: shape.Period, cast: Cast) -> None:
    writer = PeriodWriter(place, values, cast.organisations)
    members = {member.organisation for member in cast.place.members}
    for number, edition in enumerate(values.editions, start=1):
        writer.write(number)
        candidate = promises.services.freeze_candidate(
            period=writer.period, by=cast.editor, note=edition.note, is_minor=edition.is_minor
        )
        cast.release(candidate, edition, holders=members)


def _load_dialogue(place: Partnership, values: shape.Dialogue, cast: Cast) -> None:
    writer = DialogueWriter(place, values, cast.organisations)
    for number, edition in enumerate(values.editions, start=1):
        writer.write(number)
        if values.survey and values.survey.compiled_in == number:
            first = writer.dialogue.editions.get(number=1)
            answer(first, values.survey)
            compile_survey(dialogue=writer.dialogue, by=cast.editor, on=edition.at.date())
        candidate = dialogues.services.freeze_candidate(
            dialogue=writer.dialogue, by=cast.editor, note=edition.note, is_minor=edition.is_minor
        )
        cast.release(candidate, edition, holders=set(values.holders))
