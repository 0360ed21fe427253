"""Stage 5, meaning → draft rows, in one transaction.

Importing the same page again writes nothing; a changed page adds and changes, and what it no longer says
is told of, never deleted. A draft that says more than the page keeps it.
"""

from django.db import transaction

from portal.models import Partnership, User
from portal.rights import require_editor
from portal.slugs import PLACE_WORDS, make_slug
from promises.enums import FollowUpKind
from promises.models import FocusArea, FollowUp, PromisePeriod, Signatory
from promises.page_import.contact_rows import write_addresses, write_contacts
from promises.page_import.difference import Difference
from promises.page_import.parties import parties_in
from promises.page_import.promise_rows import PromiseWriter
from promises.page_import.result import ImportedPage, ImportedPeriod
from promises.page_import.row_parties import RowParties
from promises.page_import.texts import key
from promises.page_import.upserts import matched, prose_of, upsert

HEADING = 160
WITHOUT_PERIOD = "Utan angiven period"
"""Label of a period whose page gives none; the editor writes the right one."""


@transaction.atomic
def import_rows(
    *,
    page: ImportedPage,
    partnership: Partnership,
    by: User | None,
    live: bool = True,
    dry_run: bool = False,
) -> Difference:
    """``by`` is None for the operator's shell. Without ``live``, only drafts are written: contacts and
    addresses would be public at once. With ``dry_run`` all is written and rolled back, so what is shown is
    exactly what would be done."""
    partnership = Partnership.objects.select_for_update(of=("self",)).get(pk=partnership.pk)
    if by is not None:
        require_editor(by, partnership)
    difference = Difference()
    parties = RowParties(partnership, difference)
    known = list(partnership.periods.all())
    seen: set[int] = set()
    for imported in page.periods:
        seen.add(_write_period(imported, partnership, known, seen, parties, difference).pk)
    for period in known:
        if page.periods and period.pk not in seen:
            difference.missing("period", period.label)
    if live:
        write_contacts(page, partnership, parties, difference)
        by_operator = by is None or by.is_operator
        write_addresses(page, parties, difference, by_operator=by_operator)
    if dry_run:
        transaction.set_rollback(True)
    return difference


def _write_period(
    imported: ImportedPeriod,
    partnership: Partnership,
    known: list[PromisePeriod],
    seen: set[int],
    parties: RowParties,
    difference: Difference,
) -> PromisePeriod:
    free = [period for period in known if period.pk not in seen]
    label = imported.label[:60] or WITHOUT_PERIOD
    row = _known_period(imported, label, free)

    def made() -> PromisePeriod:
        taken = {period.slug for period in partnership.periods.all()} | PLACE_WORDS
        slug = make_slug(label, taken=taken)
        if slug != make_slug(label) and imported.place:
            slug = make_slug(f"{label} {imported.place}", taken=taken)
        return PromisePeriod(partnership=partnership, label=label, slug=slug)

    origin = (*imported.introduction.paragraphs, *imported.how_they_came_about.paragraphs)
    values = {
        "starts_on": imported.starts_on,
        "ends_on": imported.ends_on,
        "place": imported.place[:200],
        "background": prose_of(origin),
    }
    period = upsert(difference, "period", row, made, values, name=label, prose=["background"])
    areas = _write_areas(imported, period, difference)
    writer = PromiseWriter(period, areas, parties, difference)
    writer.write(imported)
    writer.plans(imported.follow_up_plans, None)
    _write_signatories(imported, period, parties, difference)
    _write_follow_up(imported, period, difference)
    return period


def _known_period(
    imported: ImportedPeriod, label: str, free: list[PromisePeriod]
) -> PromisePeriod | None:
    """The same label or the same days, in the same place."""
    here = [period for period in free if key(period.place) == key(imported.place)] or (
        [period for period in free if not period.place] if imported.place else []
    )
    for period in here:
        if key(period.label) == key(label):
            return period
    days = (imported.starts_on, imported.ends_on)
    if days == (None, None):
        return None
    return next((one for one in here if (one.starts_on, one.ends_on) == days), None)


def _write_areas(
    imported: ImportedPeriod, period: PromisePeriod, difference: Difference
) -> dict[str, FocusArea]:
    rows = list(period.areas.all())
    found = matched(
        imported.areas, rows, thing_text=lambda area: area.heading, row_text=lambda row: row.heading
    )
    areas: dict[str, FocusArea] = {}
    for position, (area, row) in enumerate(zip(imported.areas, found, strict=True)):
        heading = area.heading[:HEADING]
        if same := next((one for one in areas.values() if one.heading == heading), None):
            areas[area.heading] = same
            continue
        values = {"heading": heading} if row else {"heading": heading, "theme": area.theme}
        areas[area.heading] = upsert(
            difference,
            "area",
            row,
            lambda position=position: FocusArea(period=period, position=position),  # type: ignore[misc]
            values,
            name=heading,
        )
    _tell_missing("area", rows, [row for row in found if row], difference)
    return areas


def _write_signatories(
    imported: ImportedPeriod, period: PromisePeriod, parties: RowParties, difference: Difference
) -> None:
    rows = list(period.signatories.select_related("organisation"))
    written: list[Signatory] = []
    for position, signatory in enumerate(imported.signatories):
        known = [*rows, *written]
        row = next((row for row in known if key(row.name) == key(signatory.name)), None)
        organisation = parties.one(parties_in(signatory.title))
        if organisation is None:
            difference.note(f"No party to sign for: {signatory.name}.")
            continue
        fixed = {"organisation": organisation, "position": position, "name": signatory.name[:120]}
        made = upsert(
            difference,
            "signatory",
            row,
            lambda fixed=fixed: Signatory(period=period, **fixed),  # type: ignore[misc]
            {"title": signatory.title[:160]},
            name=signatory.name,
        )
        written.append(made)
    names = {key(one.name) for one in imported.signatories}
    for row in rows:
        if key(row.name) not in names:
            difference.missing("signatory", row.name)


def _write_follow_up(
    imported: ImportedPeriod, period: PromisePeriod, difference: Difference
) -> None:
    """A report on the page is the period's follow-up; the editor says as of which day."""
    if imported.kind == "promises":
        return
    row = period.follow_ups.order_by("-kind", "as_of").first()
    values = {"summary": prose_of(imported.summary.paragraphs)}
    follow_up = upsert(
        difference,
        "follow-up",
        row,
        lambda: FollowUp(
            period=period, kind=FollowUpKind.FINAL, is_examples_only=imported.has_examples_only
        ),
        values,
        name=period.label,
        prose=["summary"],
    )
    if imported.has_examples_only and not follow_up.is_examples_only:
        upsert(
            difference,
            "follow-up",
            follow_up,
            lambda: follow_up,
            {"is_examples_only": True},
            name=period.label,
        )


def _tell_missing[Row](
    what: str, rows: list[Row], found: list[Row], difference: Difference
) -> None:
    for row in rows:
        if row not in found:
            difference.missing(what, str(row))
