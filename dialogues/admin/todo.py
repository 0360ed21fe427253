"""What waits for those who hold dialogues: results and answers that people wait for, texts to read before
they go, drafts to publish, texts to sign.

Each provider asks a fixed number of questions, however many dialogues there are; only of texts that wait to
be read it asks some per dialogue.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any, cast

from django.contrib import admin
from django.urls import reverse
from django.utils import timezone

from dialogues import waiting
from dialogues.admin.ways import of_dialogue
from dialogues.deletion import texts_leave_on
from dialogues.freeze import freeze_each
from dialogues.models import Answer, Dialogue, DialogueEdition
from dialogues.reminders import RESULTS_AFTER, TEXTS_AHEAD
from portal import swedish
from portal.admin.site import PortalAdminSite, Todo
from portal.documents import digest
from portal.enums import EditionState
from portal.models import Membership, Partnership, User

WORD_WITHIN = dt.timedelta(days=14)
"""How soon after a dialogue those who took part should be able to read about it."""

NEWEST = 30
"""How many dialogues are compared with what is public."""

site = cast(PortalAdminSite, admin.site)


@site.add_todo
def surveys_without_results(user: User, on: dt.date) -> Iterator[Todo]:
    for dialogue in waiting.without_results(Partnership.objects.editable_by(user)):
        closed_on = timezone.localdate(dialogue.survey.closes_at)
        yield Todo(
            f"Enkäten ”{dialogue}” stängde {swedish.date(closed_on)}. Resultatet är inte publicerat.",
            of_dialogue("answers", dialogue),
            dialogue.partnership.name,
            closed_on + RESULTS_AFTER,
            is_late=on > closed_on + RESULTS_AFTER,
        )


@site.add_todo
def findings_kept_waiting(user: User, on: dt.date) -> Iterator[Todo]:
    """One line per dialogue."""
    places = Partnership.objects.editable_by(user)
    for dialogue in waiting.with_kept_waiting(places, on=on):
        number = dialogue.number  # type: ignore[attr-defined]
        things = "En sak" if number == 1 else f"{swedish.count_word(number).capitalize()} saker"
        verb = "är inte besvarad" if number == 1 else "är inte besvarade"
        yield Todo(
            f"{things} som ni fick höra på ”{dialogue}” {swedish.date(dialogue.last_day)} {verb}.",
            reverse("admin:dialogues_dialogue_change", args=[dialogue.pk]) + "#rader-finding",
            dialogue.partnership.name,
            dialogue.last_day,
            is_late=True,
        )


@site.add_todo
def texts_that_leave(user: User, on: dt.date) -> Iterator[Todo]:
    """Words that will be deleted soon, and that nobody has dealt with."""
    unread = Answer.objects.in_words().editable_by(user).filter(is_dealt_with=False)
    dialogues = Dialogue.objects.filter(pk__in=unread.values("response__dialogue"))
    for dialogue in dialogues.select_related("partnership").order_by("pk"):
        day = texts_leave_on(dialogue)
        if day and day <= on + TEXTS_AHEAD:
            yield Todo(
                f"Svar i egna ord på ”{dialogue}” raderas {swedish.date(day)}. Läs dem innan dess.",
                of_dialogue("answers", dialogue) + "#ord",
                dialogue.partnership.name,
                day,
                is_late=day <= on,
            )


@site.add_todo
def held_without_a_word(user: User, on: dt.date) -> Iterator[Todo]:
    places = Partnership.objects.editable_by(user)
    for dialogue in waiting.without_word_after(places, on=on):
        yield Todo(
            f"”{dialogue}” hölls {swedish.date(dialogue.last_day)}. Inget är publicerat efteråt.",
            of_dialogue("publish", dialogue),
            dialogue.partnership.name,
            dialogue.last_day + WORD_WITHIN,
            is_late=on > dialogue.last_day + WORD_WITHIN,
        )


@site.add_todo
def dialogue_drafts_that_differ(user: User, on: dt.date) -> Iterator[Todo]:
    """By comparing hashes. What already waits to be signed, for its day or after being held, is not said
    twice."""
    places = Partnership.objects.editable_by(user)
    said = set(waiting.without_word_after(places, on=on).values_list("pk", flat=True))
    rows = Dialogue.objects.editable_by(user).values_list("pk", flat=True)[:NEWEST]
    keys = [pk for pk in rows if pk not in said]
    public, standing = _standing(keys)
    for pk, document in freeze_each(Dialogue.objects.filter(pk__in=keys)).items():
        if digest(document.model_dump(mode="json")) in standing.get(pk, ()):
            continue
        yield Todo(
            f"Utkastet till ”{document.title}” skiljer sig från det som är publicerat."
            if pk in public
            else f"Utkastet till ”{document.title}” är inte publicerat.",
            reverse("dialogues_admin:publish", args=[pk]),
            document.partnership_name,
        )


def _standing(keys: list[int]) -> tuple[set[int], dict[int, set[str]]]:
    """Which dialogues have an edition in force or to come, and the hashes of what is or waits to be."""
    editions = DialogueEdition.objects.standing().filter(dialogue__in=keys)
    public: set[int] = set()
    standing: dict[int, set[str]] = {}
    for pk, state, sha256 in editions.order_by("number").values_list("dialogue", "state", "sha256"):
        if state == EditionState.PUBLISHED:
            public.add(pk)
            standing[pk] = set()
        standing.setdefault(pk, set()).add(sha256)
    return public, standing


@site.add_todo
def dialogues_to_sign(user: User, on: dt.date) -> Iterator[Todo]:
    """Candidates: mine to sign, or somebody else's."""
    mine = set(Membership.objects.approved_by(user).values_list("organisation__key", flat=True))
    candidates = (
        DialogueEdition.objects.candidates()
        .editable_by(user)
        .select_related("partnership")
        .prefetch_related("sign_offs__organisation")
        .order_by("created_at", "pk")
    )
    for edition in candidates:
        signed = {sign_off.organisation.key for sign_off in edition.sign_offs.all()}
        missing = [p for p in edition.signers if p.must_sign and p.key not in signed]
        yield Todo(
            _signing(edition.title, missing, mine), edition.admin_url, edition.partnership.name
        )


def _signing(title: str, missing: list[Any], mine: set[Any]) -> str:
    if not missing:
        return f"”{title}” är godkänd av alla. Den kan publiceras."
    if any(party.key in mine for party in missing):
        return f"”{title}” väntar på ditt godkännande."
    return f"”{title}” väntar på godkännande från {swedish.join_words(p.name for p in missing)}."
