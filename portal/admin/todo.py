"""What the site itself asks: contacts that end, pages not read for a year, letters that did not go, faults
that wait for an answer, and what the law wants said about the site."""

import datetime as dt
from collections.abc import Iterator
from typing import cast

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse

from portal import swedish
from portal.admin.site import PortalAdminSite, Todo
from portal.enums import MailState
from portal.history_words import shortened
from portal.models import Contact, FaultReport, OutgoingMail, Partnership, SiteStatement, User

SOON = dt.timedelta(days=30)
A_YEAR = dt.timedelta(days=365)

site = cast(PortalAdminSite, admin.site)


@site.add_todo
def contacts_that_end(user: User, on: dt.date) -> Iterator[Todo]:
    """Within 30 days, so that nobody's number disappears unseen. Those that ended are listed as long."""
    contacts = (
        Contact.objects.filter(
            partnership__in=Partnership.objects.editable_by(user),
            valid_to__range=(on - SOON, on + SOON),
        )
        .select_related("partnership")
        .order_by("valid_to", "pk")
    )
    for contact in contacts:
        day = contact.valid_to or on
        ends = "visas inte längre sedan" if day < on else "försvinner från sidan efter"
        yield Todo(
            text=f"Kontakten ”{contact}” {ends} {swedish.date(day)}.",
            url=reverse("admin:portal_contact_change", args=[contact.pk]) + "#id_valid_to",
            place=contact.partnership.name,
            due_on=day,
            is_late=day < on,
        )


@site.add_todo
def pages_to_review(user: User, on: dt.date) -> Iterator[Todo]:
    """Pages that nobody has said they have read for a year."""
    places = (
        Partnership.objects.editable_by(user)
        .filter(public_from__lte=on)
        .filter(Q(reviewed_on__isnull=True) | Q(reviewed_on__lt=on - A_YEAR))
        .order_by("name")
    )
    for place in places:
        last = place.reviewed_on
        since = f"sedan {swedish.date(last)}" if last else "än"
        yield Todo(
            text=f"Sidan har inte granskats {since}. Läs igenom den och kontakterna.",
            url=reverse("admin:portal_partnership_change", args=[place.pk]) + "#id_reviewed_on",
            place=place.name,
        )


@site.add_todo
def letters_that_failed(user: User, on: dt.date) -> Iterator[Todo]:
    """One line for those who run the portal, however many letters there are."""
    if not user.is_operator:
        return
    if number := OutgoingMail.objects.given_up().count():
        noun = "Ett brev" if number == 1 else f"{number} brev"
        url = reverse("admin:portal_outgoingmail_changelist", query={"state": MailState.FAILED})
        yield Todo(f"{noun} gick inte att skicka.", url, "Portalen")


@site.add_todo
def faults_to_answer(user: User, on: dt.date) -> Iterator[Todo]:
    """Each from the day it came: the stated time is a promise too."""
    if not user.is_operator:
        return
    for report in FaultReport.objects.waiting().order_by("answer_by", "pk"):
        is_late = report.answer_by < on
        when = "skulle ha besvarats" if is_late else "ska besvaras"
        what = shortened(report.description, 60)
        yield Todo(
            text=f"Felanmälan ”{what}” {when} senast {swedish.date(report.answer_by)}.",
            url=report.admin_url,
            place="Webbplatsen",
            due_on=report.answer_by,
            is_late=is_late,
        )


@site.add_todo
def statement_of_the_site(user: User, on: dt.date) -> Iterator[Todo]:
    """What the law wants said and nobody has written, and an assessment that is older than a year."""
    if not user.is_operator:
        return
    statement = SiteStatement.objects.current()
    if lacking := statement.lacking:
        text = f"Redogörelsen om webbplatsen saknar {swedish.join_words(lacking)}."
        yield Todo(text, statement.admin_url, "Webbplatsen")
    if statement.assessed_on and statement.assessed_on < on - A_YEAR:
        day = swedish.date(statement.assessed_on)
        text = f"Webbplatsens tillgänglighet bedömdes senast {day}. Bedöm den på nytt."
        yield Todo(text, statement.admin_url, "Webbplatsen")
