"""What the site itself asks of those who keep a place: contacts that end, pages not read for a year."""

import datetime as dt
from collections.abc import Iterator
from typing import cast

from django.contrib import admin
from django.db.models import Q
from django.urls import reverse

from portal import swedish
from portal.admin.site import PortalAdminSite, Todo
from portal.models import Contact, Partnership, User

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
