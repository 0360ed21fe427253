"""Paste import: a page is read, checked beside the original, corrected, and made into drafts.

Two steps, both on one address. The page travels in the form, signed; nothing is written before the button.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from portal.admin.entrance import EditorRequest
from portal.exceptions import DomainError
from portal.keys import key_from
from portal.models import Partnership
from promises.admin.paste_placing import (
    ACTION,
    AREA,
    CONTACT,
    GOAL,
    NOTHING,
    PROMISE,
    RATIONALE,
    SIGNATORY,
    corrected,
    is_choice,
)
from promises.admin.paste_units import Unit, became, promises_near, units_of
from promises.admin.paste_words import Told, summary, told, told_live
from promises.forms.paste_import import PasteForm, unpack
from promises.page_import import ImportedPage, doubts_of, read_text
from promises.page_import.rows import import_rows

UNPROCESSABLE = 422
LIVE = "kontakter"
"""The box that lets contacts out at once; without it only drafts are written."""


@dataclass(frozen=True)
class UnitRow:
    """A unit beside what became of it."""

    unit: Unit
    became: list[str]
    doubts: list[str]
    choice: str
    targets: list[tuple[str, str]]

    @property
    def is_unplaced(self) -> bool:
        return not self.became and not self.choice


@dataclass(frozen=True)
class Check:
    """The page as read and as corrected."""

    place: Partnership
    kept: str
    page: ImportedPage
    rows: list[UnitRow]
    problems: list[str]

    @classmethod
    def of(cls, place: Partnership, kept: str, text: str, choices: Mapping[int, str]) -> "Check":
        original = read_text(text)
        units = units_of(original)
        page, problems = corrected(original, units, choices)
        words, doubts = became(page), doubts_of(page)
        rows = [
            UnitRow(
                unit,
                words.get(unit.number, []),
                [doubt for number in unit.numbers for doubt in doubts.get(number, ())],
                choices.get(unit.number, ""),
                _targets(page, unit.number, chosen=choices.get(unit.number, "")),
            )
            for unit in units
        ]
        return cls(place, kept, page, rows, problems)

    @property
    def unplaced(self) -> list[UnitRow]:
        return [row for row in self.rows if row.is_unplaced]

    @property
    def doubted(self) -> list[UnitRow]:
        return [row for row in self.rows if row.doubts]


def _targets(page: ImportedPage, number: int, *, chosen: str) -> list[tuple[str, str]]:
    """Where a line may be placed: what was chosen is always among it."""
    found = [
        (NOTHING, _("Använd inte raden")),
        (AREA, _("En rubrik över löften")),
        (PROMISE, _("Ett löfte")),
        (SIGNATORY, _("En undertecknare")),
        (CONTACT, _("En kontakt")),
    ]
    for at, words in promises_near(page, number):
        found += [
            (f"{ACTION}:{at}", _("Insats: %(promise)s") % {"promise": words}),
            (f"{GOAL}:{at}", _("Mål: %(promise)s") % {"promise": words}),
            (f"{RATIONALE}:{at}", _("Bakgrund: %(promise)s") % {"promise": words}),
        ]
    if chosen and chosen not in dict(found):
        found.append((chosen, _("Det du valde förut")))
    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def paste_import(request: EditorRequest) -> HttpResponse:
    if request.method != "POST":
        return _ask(request, PasteForm(user=request.user))
    if "sida" not in request.POST:
        form = PasteForm(request.POST, request.FILES, user=request.user)
        if not form.is_valid():
            return _ask(request, form)
        text = form.cleaned_data["text"] or form.cleaned_data["file"]
        return _show(request, Check.of(form.cleaned_data["partnership"], form.kept, text, {}))
    kept = request.POST["sida"]
    if (page := unpack(kept)) is None:
        messages.error(request, _("Sidan kom inte fram hel. Klistra in den igen."))
        return HttpResponseRedirect(request.path)
    check = Check.of(_own_place(request), kept, page, _choices(request.POST))
    if "skapa" not in request.POST or check.problems:
        return _show(request, check)
    return _create(request, check)


def _own_place(request: EditorRequest) -> Partnership:
    key = key_from(request.POST.get("partnership")) or 0
    place = Partnership.objects.editable_by(request.user).filter(pk=key).first()
    if place is None:
        raise Http404
    return place


def _choices(data: Mapping[str, str]) -> dict[int, str]:
    """Line → where the editor wants it; what is left as it was read is not in it."""
    found = {}
    for name, value in data.items():
        number = key_from(name.removeprefix("rad-")) if name.startswith("rad-") else None
        if number is not None and is_choice(value):
            found[number] = value
    return found


def _ask(request: EditorRequest, form: PasteForm) -> HttpResponse:
    context = _context(request, _("Läs in en sida"), form=form)
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "admin/paste_import.html", context, status=status)


def _show(request: EditorRequest, check: Check, *, refusal: str = "") -> HttpResponse:
    """With what would be written: written and rolled back, so that it is told exactly."""
    changes: list[Told] = []
    live: list[Told] = []
    if not check.problems and not refusal:
        difference = import_rows(
            page=check.page, partnership=check.place, by=request.user, dry_run=True
        )
        changes, live = told(difference), told_live(difference)
    problems = [*check.problems, *([refusal] if refusal else [])]
    context = _context(
        request,
        _("Läs in en sida: kontrollera"),
        check=check,
        changes=changes,
        kinds=_kinds(changes),
        live=live,
        live_name=LIVE,
        is_live=LIVE in request.POST,
        problems=problems,
    )
    status = UNPROCESSABLE if problems else 200
    return render(request, "admin/paste_check.html", context, status=status)


def _kinds(changes: list[Told]) -> list[tuple[str, list[Told]]]:
    headings = {
        "added": _("Det här läggs till"),
        "changed": _("Det här ändras"),
        "missing": _("Det här finns i utkasten men inte på sidan, och lämnas kvar"),
        "note": _("Bra att veta"),
    }
    found = [
        (heading, [c for c in changes if c.kind == kind]) for kind, heading in headings.items()
    ]
    return [(heading, some) for heading, some in found if some]


def _create(request: EditorRequest, check: Check) -> HttpResponse:
    is_live = LIVE in request.POST
    try:
        difference = import_rows(
            page=check.page, partnership=check.place, by=request.user, live=is_live
        )
    except DomainError as refusal:
        return _show(request, check, refusal=str(refusal))
    if difference.writes_nothing:
        messages.info(request, _("Utkasten sade redan detsamma. Inget har ändrats."))
    else:
        made = summary(difference) or _("inget nytt")
        messages.success(request, _("Utkasten är sparade. Nytt: %(made)s.") % {"made": made})
    if check.page.contacts and not is_live:
        messages.info(request, _("Sidans kontakter är inte sparade: rutan för dem var inte vald."))
    return HttpResponseRedirect(reverse("admin:promises_promiseperiod_changelist"))


def _context(request: EditorRequest, title: str, **more: Any) -> dict[str, Any]:
    return {**admin.site.each_context(request), "title": title, **more}


# The address is called "import", which no function may be.
paste_import.__name__ = "import"
