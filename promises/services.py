"""Writes over several rows of promises. The steps of an edition after freezing are portal.services'."""

import datetime as dt

from django.db import connection, transaction

from dialogues.models import DialogueEdition
from portal.documents import digest
from portal.enums import EditionStep
from portal.exceptions import PublishingError
from portal.models import SearchEntry, User
from portal.rights import require_editor
from portal.services import lock_place, void
from promises.differences import only_wording_differs
from promises.documents import PeriodDocument
from promises.freeze import freeze
from promises.models import PeriodEdition, PromisePeriod
from promises.models.edition import lost_promise


@transaction.atomic
def freeze_candidate(
    *,
    period: PromisePeriod,
    by: User,
    note: str,
    is_minor: bool = False,
    scheduled_for: dt.datetime | None = None,
    seen: str = "",
) -> PeriodEdition:
    """Freeze the drafts as they stand into a candidate to sign. An earlier candidate is voided with its
    signatures: what was signed is that text, not this one. ``seen`` is the SHA-256 of what the editor had
    before them: if somebody has changed the drafts since, nothing is frozen."""
    period = PromisePeriod.objects.select_for_update(of=("self",)).get(pk=period.pk)
    lock_place(period.partnership_id)
    require_editor(by, period.partnership)
    if not note.strip() and not is_minor:
        raise PublishingError("Skriv vad som har ändrats, eller markera mindre rättelse.")
    document = freeze(period)
    if not document.promises:
        raise PublishingError("Perioden har inga löften än.")
    if lost := lost_promise(period.partnership, document):
        raise PublishingError(lost)
    stored = document.model_dump(mode="json")
    sha256 = digest(stored)
    if seen and seen != sha256:
        raise PublishingError(
            "Utkastet har ändrats sedan du öppnade sidan. Läs igenom ändringarna igen och skicka sedan."
        )
    editions = PeriodEdition.objects.filter(period=period)
    newest = editions.current_or_coming().order_by("-number").first()
    if newest and newest.sha256 == sha256:
        raise PublishingError("Inget har ändrats sedan den senaste utgåvan.")
    if is_minor:
        _require_wording_only(document, newest)
    for earlier in editions.candidates():
        void(edition=earlier, by=by)
    edition: PeriodEdition = PeriodEdition.objects.create(
        period=period,
        partnership=period.partnership,
        slug=document.slug,
        label=document.label,
        starts_on=document.starts_on,
        ends_on=document.ends_on,
        has_follow_up=bool(document.follow_ups),
        document=stored,
        sha256=sha256,
        note=note.strip(),
        is_minor=is_minor,
        scheduled_for=scheduled_for,
        created_by=by,
    )
    edition.log(EditionStep.FROZEN, by=by, detail=edition.note)
    return edition


def _require_wording_only(document: PeriodDocument, newest: PeriodEdition | None) -> None:
    if newest is None:
        raise PublishingError(
            "Ingen utgåva gäller nu, så det finns inget att rätta. Skriv en not om vad texten är."
        )
    if not only_wording_differs(newest.content, document):
        raise PublishingError(
            "En mindre rättelse får bara ändra ordalydelsen. Här har löften, insatser, siffror, datum, "
            "lägen eller omdömen ändrats: skriv i noten vad som är nytt."
        )


@transaction.atomic
def rebuild_search() -> int:
    """Write the whole register anew from the editions in force and those to come, of both apps: for what
    an older release wrote. Returns the number of editions. Whoever publishes meanwhile waits."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE portal_searchentry IN SHARE ROW EXCLUSIVE MODE")
    SearchEntry.objects.all().delete()
    editions = [
        *PeriodEdition.objects.current_or_coming(),
        *DialogueEdition.objects.current_or_coming(),
    ]
    for edition in editions:
        edition.write_search_entries()
    return len(editions)
