"""The writes of the reporting desk. Each row carries what its editor saw, so that two editors of the same row
never overwrite each other unknowingly: the later one is refused, and told what stands there now.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from portal.days import today
from portal.exceptions import DomainError
from portal.models import User
from portal.prose import ProseField
from portal.rights import require_editor
from promises.enums import ActionOrigin, FollowUpKind
from promises.models import Action, FollowUp, Goal, Promise, PromisePeriod, PromiseVerdict, Reading
from promises.plain_prose import as_text
from promises.published import why_kept

Values = Mapping[str, Any]
Seen = Mapping[str, str]


class ReportError(DomainError):
    """The row cannot be saved as it is written."""


class ChangedMeanwhile(DomainError):
    """Somebody else saved the row after the editor's page was made. ``row`` is as it stands now."""

    def __init__(self, row: models.Model, fields: list[str]) -> None:
        super().__init__("Någon annan har ändrat här medan du skrev.")
        self.row, self.fields = row, fields


def as_seen(field: Any, value: Any) -> str:
    """A value the way it was seen on the page: what two versions of a row are compared by."""
    if isinstance(field, ProseField):
        return as_text(value or "")
    if isinstance(value, bool):
        return "1" if value else ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else "\n".join(str(value).split("\r\n")).strip()


def seen_in(row: models.Model, names: list[str]) -> dict[str, str]:
    return {name: as_seen(row._meta.get_field(name), getattr(row, name)) for name in names}


def _put(row: models.Model, values: Values, seen: Seen) -> bool:
    """Set what the editor touched; whether that was anything. What others changed meanwhile to the
    very same is no conflict, nor is it where the editor touched nothing."""
    current = seen_in(row, list(values))
    wanted = {n: as_seen(row._meta.get_field(n), value) for n, value in values.items()}
    touched = [name for name in values if wanted[name] != seen.get(name, current[name])]
    theirs = [
        name
        for name in values
        if current[name] not in (seen.get(name, current[name]), wanted[name])
    ]
    if touched and theirs:
        raise ChangedMeanwhile(row, theirs)
    for name in touched:
        setattr(row, name, values[name])
    return any(wanted[name] != current[name] for name in touched)


def _keep(row: models.Model) -> None:
    try:
        row.validate_constraints()
    except ValidationError as refusal:
        raise ReportError(" ".join(refusal.messages)) from refusal
    row.save()


def _locked_period(period: PromisePeriod, by: User) -> PromisePeriod:
    """Taken first by every service here: two editors of one period never interleave."""
    found = PromisePeriod.objects.select_for_update(of=("self",)).filter(pk=period.pk)
    locked = found.select_related("partnership").first()
    if locked is None:
        raise ReportError("Perioden finns inte längre.")
    require_editor(by, locked.partnership)
    return locked


def _period_of(row: Action | Goal | Reading) -> PromisePeriod:
    match row:
        case Action():
            return row.period
        case Goal():
            return row.promise.period
        case Reading():
            return row.goal.promise.period


def _locked[Row: models.Model](row: Row) -> Row:
    locked = type(row)._default_manager.select_for_update(of=("self",)).filter(pk=row.pk).first()
    if locked is None:
        raise ReportError("Raden har tagits bort av någon annan. Ladda om sidan.")
    return locked


@transaction.atomic
def report_row(*, row: Action | Goal | Reading, by: User, values: Values, seen: Seen) -> bool:
    """Write what the editor touched in a row that is there; whether anything was changed."""
    _locked_period(_period_of(row), by)
    locked = _locked(row)
    is_changed = _put(locked, values, seen)
    if is_changed:
        _keep(locked)
    return is_changed


@transaction.atomic
def add_action(
    *, period: PromisePeriod, promise: Promise | None, by: User, values: Values
) -> Action:
    """Something that was done and had not been promised. Pressing twice adds it once."""
    period = _locked_period(period, by)
    if promise is not None and promise.period_id != period.pk:
        raise ReportError("Löftet hör till en annan period.")
    siblings = Action.objects.filter(period=period, promise=promise)
    if siblings.filter(text=values["text"]).exists():
        raise ReportError("Insatsen finns redan i listan.")
    last = siblings.aggregate(position=Max("position"))["position"]
    action = Action(
        period=period,
        promise=promise,
        origin=ActionOrigin.ADDITIONAL,
        position=0 if last is None else last + 1,
    )
    for name, value in values.items():
        setattr(action, name, value)
    _keep(action)
    return action


@transaction.atomic
def add_reading(*, goal: Goal, by: User, values: Values) -> Reading:
    """A measured value; the same day and source twice is refused by the row itself."""
    _locked_period(_period_of(goal), by)
    reading = Reading(goal=_locked(goal))
    for name, value in values.items():
        setattr(reading, name, value)
    _keep(reading)
    return reading


def why_not_removed(row: Action | Reading) -> str:
    """Why the desk may not take the row away, as a Swedish sentence; empty when it may."""
    if isinstance(row, Action) and row.origin != ActionOrigin.ADDITIONAL:
        return _(
            "Insatsen är lovad. Blev den inte av: redovisa den som inte genomförd, med skäl. "
            "Ett utkast till löften ändras på löftets sida."
        )
    if reason := why_kept(row):
        return f"{_('Insatsen') if isinstance(row, Action) else _('Värdet')} {reason}"
    return ""


@transaction.atomic
def remove_row(*, row: Action | Reading, by: User) -> None:
    """Take away what was added at the desk and has not reached the residents."""
    _locked_period(_period_of(row), by)
    locked = _locked(row)
    if reason := why_not_removed(locked):
        raise ReportError(reason)
    locked.delete()


def new_follow_up(period: PromisePeriod) -> FollowUp:
    """A report not written yet: final when the period is over, else interim."""
    is_over = period.ends_on is not None and period.ends_on < today()
    kind = FollowUpKind.FINAL if is_over else FollowUpKind.INTERIM
    return FollowUp(period=period, kind=kind, as_of=today())


def latest_follow_up(follow_ups: list[FollowUp]) -> FollowUp | None:
    """The one that residents are shown: a final one before any interim."""
    return max(
        follow_ups,
        key=lambda f: (f.kind == FollowUpKind.FINAL, f.as_of or dt.date.min, f.pk),
        default=None,
    )


def _own_follow_up(period: PromisePeriod, follow_up: FollowUp | None) -> FollowUp:
    """The report as it stands, locked; the first word about a period begins one."""
    if follow_up is not None and follow_up.pk:
        locked = _locked(follow_up)
        if locked.period_id != period.pk:
            raise ReportError("Rapporten hör till en annan period.")
        return locked
    return latest_follow_up(list(period.follow_ups.select_for_update())) or new_follow_up(period)


@transaction.atomic
def report_summary(
    *, period: PromisePeriod, follow_up: FollowUp | None, by: User, values: Values, seen: Seen
) -> FollowUp:
    """The words about the whole period."""
    row = _own_follow_up(_locked_period(period, by), follow_up)
    if _put(row, values, seen) or row.pk is None:
        _keep(row)
    return row


@transaction.atomic
def start_follow_up(*, period: PromisePeriod, by: User) -> FollowUp:
    """Begin a new report beside the older ones."""
    follow_up = new_follow_up(_locked_period(period, by))
    _keep(follow_up)
    return follow_up


@transaction.atomic
def report_verdict(
    *,
    period: PromisePeriod,
    follow_up: FollowUp | None,
    promise: Promise,
    by: User,
    values: Values,
    seen: Seen,
) -> PromiseVerdict | None:
    """How it went with one promise; an emptied verdict is taken out of the draft, unless it is published."""
    period = _locked_period(period, by)
    if promise.period_id != period.pk:
        raise ReportError("Löftet hör till en annan period.")
    report = _own_follow_up(period, follow_up)
    found = PromiseVerdict.objects.select_for_update(of=("self",)).filter(
        follow_up_id=report.pk, promise=promise
    )
    row = found.first() or PromiseVerdict(promise=promise)
    is_changed = _put(row, values, seen)
    if not row.verdict:
        if row.pk:
            if reason := why_kept(row):
                raise ReportError(f"{_('Bedömningen')} {reason}")
            row.delete()
        return None
    if is_changed:
        if report.pk is None:
            _keep(report)
        row.follow_up = report
        _keep(row)
    return row
