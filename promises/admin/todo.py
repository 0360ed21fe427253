"""What waits for those who keep promises: reports, drafts to publish, texts to sign.

Each provider asks a fixed number of questions, however many periods there are.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, cast

from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse

from portal import swedish
from portal.admin.site import PortalAdminSite, Todo
from portal.documents import digest
from portal.enums import EditionState
from portal.models import Membership, User
from promises.enums import FollowUpKind
from promises.freeze import freeze_each
from promises.models import FollowUp, FollowUpPlan, PeriodEdition, Promise, PromisePeriod

AHEAD = dt.timedelta(days=60)
"""How early a report is listed."""

NEWEST = 30
"""How many periods are compared with what is public: those of one place go back a century at most."""

site = cast(PortalAdminSite, admin.site)


@site.add_todo
def follow_ups_due(user: User, on: dt.date) -> Iterator[Todo]:
    """One line per period and day: the planned day, or the period's own end where none was planned."""
    periods = _unreported(user)
    plans: dict[int, list[FollowUpPlan]] = {}
    due = FollowUpPlan.objects.filter(period__in=periods, due_on__isnull=False)
    for plan in due.order_by("due_on", "pk"):
        plans.setdefault(plan.period_id, []).append(plan)
    for period in periods.select_related("partnership").order_by("ends_on", "pk"):
        url = reverse("promises_admin:desk", args=[period.pk])
        days = sorted({plan.due_on for plan in plans.get(period.pk, []) if plan.due_on})
        if not days and period.ends_on is not None and period.ends_on < on:
            text = (
                f"{period.label} är slut men inte redovisad. Ingen dag är satt för uppföljningen."
            )
            yield Todo(text, url, period.partnership.name, period.ends_on, is_late=True)
        for day in days:
            if day <= on + AHEAD:
                verb = "skulle ha redovisats" if day < on else "ska redovisas"
                text = f"{period.label} {verb} senast {swedish.date(day)}."
                yield Todo(text, url, period.partnership.name, day, is_late=day < on)


def _unreported(user: User) -> QuerySet[PromisePeriod]:
    """Periods with promises and without a final report."""
    final = FollowUp.objects.filter(period=OuterRef("pk"), kind=FollowUpKind.FINAL)
    promises = Promise.objects.filter(period=OuterRef("pk"))
    return PromisePeriod.objects.editable_by(user).filter(Exists(promises), ~Exists(final))


@site.add_todo
def drafts_that_differ(user: User, on: dt.date) -> Iterator[Todo]:
    """By comparing hashes. What already waits to be signed, or for its day, is not said twice."""
    promises = Promise.objects.filter(period=OuterRef("pk"))
    newest = PromisePeriod.objects.editable_by(user).filter(Exists(promises))[:NEWEST].values("pk")
    keys = [row["pk"] for row in newest]
    editions = PeriodEdition.objects.standing().filter(period__in=keys)
    public: set[int] = set()
    standing: dict[int, set[str]] = {}
    latest = editions.order_by("number").values_list("period", "state", "sha256")
    for period, state, sha256 in latest:
        if state == EditionState.PUBLISHED:
            public.add(period)
            standing.setdefault(period, set()).clear()
        standing.setdefault(period, set()).add(sha256)
    for pk, document in freeze_each(PromisePeriod.objects.filter(pk__in=keys)).items():
        if digest(document.model_dump(mode="json")) in standing.get(pk, ()):
            continue
        yield Todo(
            text=f"Utkastet till {document.label} skiljer sig från det som är publicerat."
            if pk in public
            else f"Utkastet till {document.label} är inte publicerat.",
            url=reverse("promises_admin:publish", args=[pk]),
            place=document.partnership_name,
        )


@site.add_todo
def texts_to_sign(user: User, on: dt.date) -> Iterator[Todo]:
    """Candidates: mine to sign, or the other party's."""
    mine = set(Membership.objects.approved_by(user).values_list("organisation__key", flat=True))
    candidates: Iterable[Any] = (
        PeriodEdition.objects.candidates()
        .editable_by(user)
        .select_related("partnership")
        .prefetch_related("sign_offs__organisation")
        .order_by("created_at", "pk")
    )
    for edition in candidates:
        signed = {sign_off.organisation.key for sign_off in edition.sign_offs.all()}
        missing = [p for p in edition.content.parties if p.must_sign and p.key not in signed]
        url = reverse("promises_admin:edition", args=[edition.period_id, edition.pk])
        yield Todo(_signing(edition.label, missing, mine), url, edition.partnership.name)


def _signing(label: str, missing: list[Any], mine: set[Any]) -> str:
    if not missing:
        return f"{label} är godkänd av alla. Den kan publiceras."
    if any(party.key in mine for party in missing):
        return f"{label} väntar på ditt godkännande."
    return f"{label} väntar på godkännande från {swedish.join_words(p.name for p in missing)}."
