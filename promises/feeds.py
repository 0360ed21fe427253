"""Atom feeds (RFC 4287): what has been given out, changed and taken back. Nothing here is newer than its
edition, so entries never change, except that one which is withdrawn says so."""

import datetime as dt
import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self
from uuid import UUID

from django.db.models import CharField, F, Value
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from dialogues.models import DialogueEdition
from portal import swedish
from portal.differences import Change
from portal.enums import EditionState
from portal.mail import absolute
from portal.models import Partnership
from promises.differences import differences
from promises.documents import PeriodDocument, Promise
from promises.models import PeriodEdition

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""What XML cannot hold; pasted text may."""


@dataclass(frozen=True)
class Entry:
    """``text`` is escaped HTML."""

    key: UUID
    title: str
    path: str
    published: dt.datetime
    updated: dt.datetime
    text: str


@dataclass(frozen=True)
class Given:
    """An edition of anything, without its text."""

    kind: str
    slug: str
    title: str
    number: int
    note: str
    state: str
    published_at: dt.datetime
    withdrawn_at: dt.datetime | None
    withdrawal_reason: str
    sha256: str
    starts_on: dt.date | None

    @classmethod
    def of_place(cls, place: Partnership) -> list[Self]:
        """All that have gone out, in one statement."""
        periods = PeriodEdition.objects.of_place(place).out()
        dialogues = DialogueEdition.objects.of_place(place).out()
        rows = periods.values_list(*_columns("period", "label")).union(
            dialogues.values_list(*_columns("dialogue", "title")), all=True
        )
        return [cls(*row) for row in rows]

    @property
    def is_withdrawn(self) -> bool:
        return self.state == EditionState.WITHDRAWN

    def entry(self, place: Partnership) -> Entry:
        is_period = self.kind == "period"
        name = _("Medborgarlöften %s") % self.title if is_period else self.title
        space, address = "promises" if is_period else "dialogues", [place.slug, self.slug]
        permanent = reverse(f"{space}:edition_detail", args=[*address, self.number])
        if self.is_withdrawn and not is_period and self.starts_on:
            # No word of the text itself: its title may be why it was taken back.
            name = _("Dialogen %s") % swedish.date(self.starts_on)
        title = _("%(name)s, utgåva %(number)s") % {"name": name, "number": self.number}
        if not self.is_withdrawn:
            return Entry(
                key=entry_key(self.sha256, permanent),
                title=title,
                path=permanent,
                published=self.published_at,
                updated=self.published_at,
                text=_paragraph(self.note or _("Mindre rättelse.")),
            )
        return Entry(
            key=entry_key(self.sha256, permanent),
            title=_("Tillbakadragen: %s") % title,
            path=reverse(f"{space}:edition_list", args=address),
            published=self.published_at,
            updated=self.withdrawn_at or self.published_at,
            text=_paragraph(_("Skäl: %s") % self.withdrawal_reason),
        )


def _columns(kind: str, title: str) -> list[Any]:
    """In the order of the fields of ``Given``."""
    return [
        Value(kind, output_field=CharField()),
        "slug",
        F(title),
        *("number", "note", "state", "published_at", "withdrawn_at", "withdrawal_reason"),
        *("sha256", "starts_on"),
    ]


def entry_key(sha256: str, path: str) -> UUID:
    """The same for ever, also when the site moves to another host: the text's own hash makes it ours
    alone, its address tells equal texts apart."""
    return uuid.uuid5(UUID(sha256[:32]), path)


def place_entries(place: Partnership) -> list[Entry]:
    return [given.entry(place) for given in Given.of_place(place)]


def promise_entries(
    place: Partnership, promise: Promise, editions: Sequence[PeriodEdition], path: str
) -> Iterator[Entry]:
    """The editions in which the promise came or changed, and those that were taken back. ``editions`` are
    all of its period that have gone out, oldest first; ``path`` is the promise's own."""
    before: PeriodDocument | None = None
    for edition in editions:
        if (published := edition.published_at) is None:
            continue
        key = entry_key(edition.sha256, f"{path}{edition.number}")
        if edition.state == EditionState.WITHDRAWN:
            given = _withdrawn(place, edition)
            yield Entry(key, given.title, given.path, given.published, given.updated, given.text)
            continue
        now = about(edition.content, promise.key)
        changes = differences(before, now) if before else []
        is_first = bool(now.promises) and not (before and before.promises)
        if is_first or changes:
            yield Entry(
                key=key,
                title=_headline(edition, changes, is_first=is_first),
                path=edition_path(place, edition),
                published=published,
                updated=published,
                text=_what_changed(edition, [] if is_first else changes),
            )
        before = now


def about(document: PeriodDocument, key: UUID) -> PeriodDocument:
    """What the document says of one promise alone, and of the days that it holds."""
    kept = [promise for promise in document.promises if promise.key == key]
    reports = (
        follow_up.model_copy(
            update={
                "summary": "",
                "verdicts": tuple(v for v in follow_up.verdicts if v.promise == key),
            }
        )
        for follow_up in document.follow_ups
    )
    area = document.area_of(kept[0]) if kept else None
    return PeriodDocument(
        partnership_slug=document.partnership_slug,
        partnership_name=document.partnership_name,
        slug=document.slug,
        label=document.label,
        starts_on=document.starts_on,
        ends_on=document.ends_on,
        areas=(area,) if area else (),
        promises=tuple(kept),
        follow_up_plans=document.follow_up_plans,
        follow_ups=tuple(report for report in reports if report.verdicts),
    )


def edition_path(place: Partnership, edition: PeriodEdition) -> str:
    return reverse("promises:edition_detail", args=[place.slug, edition.slug, edition.number])


def _withdrawn(place: Partnership, edition: PeriodEdition) -> Entry:
    fields = Given.__dataclass_fields__.keys() - {"kind", "title"}
    values = {name: getattr(edition, name) for name in fields}
    return Given(kind="period", title=edition.label, **values).entry(place)


def _headline(edition: PeriodEdition, changes: Sequence[Change], *, is_first: bool) -> str:
    words = {"number": edition.number, "label": edition.label, "count": len(changes)}
    if is_first:
        return _("Löftet gavs: medborgarlöften %(label)s, utgåva %(number)s") % words
    if len(changes) == 1:
        words["what"] = changes[0].headline
        return _("%(what)s: medborgarlöften %(label)s, utgåva %(number)s") % words
    return _("%(count)s saker har ändrats: medborgarlöften %(label)s, utgåva %(number)s") % words


def _what_changed(edition: PeriodEdition, changes: Sequence[Change]) -> str:
    note = _paragraph(edition.note or _("Mindre rättelse."))
    items = format_html_join("", "<li>{}: ”{}”</li>", ((c.headline, c.title) for c in changes))
    return format_html("{}<ul>{}</ul>", note, items) if items else note


def _paragraph(text: str) -> str:
    return format_html("<p>{}</p>", text)


class Atom(Atom1Feed):
    """With the day of the page itself where nothing has been given out: a feed must have one, and Django's
    would be another at each reading."""

    def latest_post_date(self) -> dt.datetime:
        moments: list[dt.datetime] = [item["updateddate"] for item in self.items]
        return max(moments, default=self.feed["since"])


def atom(*, place: Partnership, title: str, page: str, feed: str, entries: Iterable[Entry]) -> str:
    """``page`` and ``feed`` are paths: of what the feed tells about, and of the feed itself."""
    parties = swedish.join_words(party["name"] for party in place.party_list)
    written = Atom(
        title=_printable(title),
        link=absolute(page),
        description=None,
        subtitle=_("Det som har getts ut, ändrats och tagits tillbaka."),
        feed_url=absolute(feed),
        feed_guid=absolute(feed),
        language="sv",
        author_name=_printable(parties or place.name),
        since=place.updated_at.replace(microsecond=0),
    )
    for entry in sorted(entries, key=lambda entry: entry.updated, reverse=True):
        written.add_item(
            title=_printable(entry.title),
            link=absolute(entry.path),
            description=_printable(entry.text),
            unique_id=entry.key.urn,
            pubdate=entry.published.replace(microsecond=0),
            updateddate=entry.updated.replace(microsecond=0),
        )
    return str(written.writeString("utf-8"))


def _printable(text: str) -> str:
    return UNPRINTABLE.sub(" ", text)
