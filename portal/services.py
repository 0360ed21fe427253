"""The steps of an edition, whatever it is an edition of: sign, send back, publish, withdraw.

Each locks the place and the row first (two editors may press at once) and refuses with a text for the
editor.
"""

import datetime as dt

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from portal.enums import EditionState, EditionStep, SignOffMethod
from portal.exceptions import PublishingError
from portal.models import Edition, Organisation, Partnership, SignOff, User
from portal.rights import require_approver, require_editor, require_signer
from portal.swedish import join_words


def lock_place(place: int) -> None:
    """Until the transaction ends, nobody else freezes, publishes or withdraws anything there: each checks
    what the others make public. Taken before the row of any edition, by everybody."""
    Partnership.objects.select_for_update(of=("self",), no_key=True).get(pk=place)


def locked[E: Edition](edition: E, *, must_be: EditionState = EditionState.CANDIDATE) -> E:
    """As it is now, with its place. Comes before what hangs under it: everybody takes them in that order."""
    lock_place(edition.partnership_id)
    found: E = type(edition).objects.select_for_update(of=("self",)).get(pk=edition.pk)
    if found.state != must_be:
        raise PublishingError(f"Det går inte längre: utgåvan är {EditionState(found.state).label}.")
    return found


@transaction.atomic
def sign_off(
    *,
    edition: Edition,
    organisation: Organisation,
    by: User | None,
    name: str,
    title: str,
    method: SignOffMethod = SignOffMethod.ACCOUNT,
    at: dt.datetime | None = None,
) -> SignOff:
    """A party approves the frozen text. ``by`` is None for a signature by personal link; ``at`` is for
    editions brought in from before the portal."""
    edition = locked(edition)
    if method == SignOffMethod.ACCOUNT:
        if by is None:
            raise PublishingError("Ett godkännande med konto behöver en användare.")
        require_signer(by, organisation)
    if not edition.is_party(organisation):
        raise PublishingError(f"{organisation} är inte part i den här utgåvan.")
    if not (name.strip() and title.strip()):
        raise PublishingError("Ange namn och titel.")
    if edition.sign_offs.filter(organisation=organisation).exists():
        raise PublishingError(f"{organisation} har redan godkänt den här utgåvan.")
    signed: SignOff = edition.sign_offs.create(
        organisation=organisation,
        signer_name=name.strip(),
        signer_title=title.strip(),
        signed_at=at or timezone.now(),
        method=method,
        signed_by=by if method == SignOffMethod.ACCOUNT else None,
    )
    who = f"{signed} ({SignOffMethod(method).label})"
    edition.log(EditionStep.SIGNED, by=signed.signed_by, who=who, detail=organisation.name, at=at)
    return signed


@transaction.atomic
def reject[E: Edition](
    *, edition: E, organisation: Organisation, by: User | None, comment: str, who: str = ""
) -> E:
    """A party sends the frozen text back. ``by`` is None when it comes by personal link, from ``who``."""
    edition = locked(edition)
    if by is not None:
        require_signer(by, organisation)
    if not edition.is_party(organisation):
        raise PublishingError(f"{organisation} är inte part i den här utgåvan.")
    if not comment.strip():
        raise PublishingError("Skriv vad som behöver ändras.")
    edition.state = EditionState.REJECTED
    edition.rejected_at = timezone.now()
    edition.rejection_comment = comment.strip()
    edition.save(update_fields=["state", "rejected_at", "rejection_comment"])
    edition.log(
        EditionStep.SENT_BACK, by=by, who=who or organisation.name, detail=edition.rejection_comment
    )
    return edition


@transaction.atomic
def void[E: Edition](*, edition: E, by: User) -> E:
    """Take a candidate off the table; its signatures were for that text, and go with it."""
    edition = locked(edition)
    require_editor(by, edition.partnership)
    edition.state = EditionState.VOIDED
    edition.save(update_fields=["state"])
    edition.log(EditionStep.VOIDED, by=by)
    return edition


@transaction.atomic
def publish[E: Edition](
    *, edition: E, by: User, unsigned_reason: str = "", at: dt.datetime | None = None
) -> E:
    """Make a signed candidate public: now, or at the moment it was frozen for. The older edition gives
    way at that very moment, in the database, so that no job has to run. ``at`` is a past moment, for
    editions brought in from before the portal."""
    edition = locked(edition)
    require_editor(by, edition.partnership)
    _require_signatures(edition, by=by, unsigned_reason=unsigned_reason)
    now = timezone.now()
    published_at = at or max(now, edition.scheduled_for or now)
    if refusal := edition.why_not_released(at=published_at):
        raise PublishingError(refusal)
    released = edition.siblings().out_or_scheduled().select_for_update(of=("self",))
    latest = released.aggregate(number=Max("number"), published_at=Max("published_at"))
    if latest["published_at"] and latest["published_at"] >= published_at:
        raise PublishingError("En senare utgåva är redan publicerad eller schemalagd.")
    for older in released.filter(superseded_at__isnull=True, state=EditionState.PUBLISHED):
        older.superseded_at = published_at
        older.save(update_fields=["superseded_at"])
    edition.state = EditionState.PUBLISHED
    edition.number = (latest["number"] or 0) + 1
    edition.published_at, edition.published_by = published_at, by
    edition.unsigned_reason = unsigned_reason.strip()
    edition.save(
        update_fields=["state", "number", "published_at", "published_by", "unsigned_reason"]
    )
    edition.rewrite_search_entries()
    step = EditionStep.SCHEDULED if published_at > now else EditionStep.PUBLISHED
    edition.log(step, by=by, detail=edition.unsigned_reason, at=at)
    return edition


def _require_signatures(edition: Edition, *, by: User, unsigned_reason: str) -> None:
    missing = edition.missing_sign_offs()
    if not missing:
        return
    if not unsigned_reason.strip():
        raise PublishingError(f"Väntar på godkännande från {join_words(missing)}.")
    require_approver(by, edition.partnership)


@transaction.atomic
def unschedule[E: Edition](*, edition: E, by: User) -> E:
    """Call off a publication that has not happened yet; the edition in force stays in force."""
    edition = locked(edition, must_be=EditionState.PUBLISHED)
    require_editor(by, edition.partnership)
    if edition.is_public or edition.published_at is None:
        raise PublishingError("Utgåvan är redan publicerad. Den kan bara dras tillbaka, med skäl.")
    moment = edition.published_at
    edition.restore_search_entries(at=moment)
    ended = edition.siblings().filter(superseded_at=moment, state=EditionState.PUBLISHED)
    for older in ended:  # one that was withdrawn meanwhile stays as it is
        older.superseded_at = None
        older.save(update_fields=["superseded_at"])
    edition.state = EditionState.VOIDED
    edition.number = edition.published_at = edition.published_by = None
    edition.unsigned_reason = ""
    edition.save(
        update_fields=["state", "number", "published_at", "published_by", "unsigned_reason"]
    )
    edition.log(EditionStep.UNSCHEDULED, by=by)
    return edition


@transaction.atomic
def withdraw[E: Edition](*, edition: E, by: User, reason: str) -> E:
    """Take a published edition back. Its address answers with the reason from then on; an older one
    does not come back into force by itself."""
    edition = locked(edition, must_be=EditionState.PUBLISHED)
    require_approver(by, edition.partnership)
    if not edition.is_public:
        raise PublishingError("Utgåvan är inte publicerad än. Avbryt schemaläggningen i stället.")
    if not reason.strip():
        raise PublishingError("Ange varför utgåvan dras tillbaka. Skälet visas för alla.")
    was_current = not edition.is_superseded
    edition.state = EditionState.WITHDRAWN
    edition.withdrawn_at, edition.withdrawn_by = timezone.now(), by
    edition.withdrawal_reason = reason.strip()
    edition.save(update_fields=["state", "withdrawn_at", "withdrawn_by", "withdrawal_reason"])
    if was_current:
        edition.end_search_entries(at=edition.withdrawn_at)
    edition.log(EditionStep.WITHDRAWN, by=by, detail=edition.withdrawal_reason)
    return edition
