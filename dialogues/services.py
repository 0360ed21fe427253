"""Writes over several rows of dialogues. The steps of an edition after freezing are portal.services'."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from dialogues.documents import DialogueDocument, Finding, Question, Survey
from dialogues.enums import FindingOutcome, QuestionKind
from dialogues.freeze import broken_links, freeze
from dialogues.meaning import only_wording_differs
from dialogues.models import Dialogue, DialogueEdition
from portal.documents import digest
from portal.enums import EditionStep
from portal.exceptions import PublishingError
from portal.models import User
from portal.rights import require_editor
from portal.services import lock_place, void


@transaction.atomic
def freeze_candidate(
    *,
    dialogue: Dialogue,
    by: User,
    note: str,
    is_minor: bool = False,
    scheduled_for: dt.datetime | None = None,
    seen: str = "",
) -> DialogueEdition:
    """Freeze the drafts as they stand into a candidate to sign. An earlier candidate is voided with its
    signatures: what was signed is that text, not this one. ``seen`` is the SHA-256 of what the editor had
    before them: if somebody has changed the drafts since, nothing is frozen."""
    dialogue = Dialogue.objects.select_for_update(of=("self",)).get(pk=dialogue.pk)
    lock_place(dialogue.partnership_id)
    require_editor(by, dialogue.partnership)
    if not note.strip() and not is_minor:
        raise PublishingError("Skriv vad som har ändrats, eller markera mindre rättelse.")
    document = freeze(dialogue)
    if lacking := what_is_lacking(document):
        raise PublishingError(" ".join(lacking))
    stored = document.model_dump(mode="json")
    sha256 = digest(stored)
    if seen and seen != sha256:
        raise PublishingError(
            "Utkastet har ändrats sedan du öppnade sidan. Läs igenom ändringarna igen och skicka sedan."
        )
    editions = DialogueEdition.objects.of_dialogue(dialogue)
    newest = editions.current_or_coming().order_by("-number").first()
    if newest and newest.sha256 == sha256:
        raise PublishingError("Inget har ändrats sedan den senaste utgåvan.")
    if is_minor:
        _require_wording_only(document, newest)
    for earlier in editions.candidates():
        void(edition=earlier, by=by)
    edition: DialogueEdition = DialogueEdition.objects.create(
        dialogue=dialogue,
        partnership=dialogue.partnership,
        slug=document.slug,
        kind=document.kind,
        title=document.title,
        starts_on=document.starts_on,
        ends_on=document.ends_on,
        survey_opens_at=document.survey.opens_at if document.survey else None,
        survey_closes_at=document.survey.closes_at if document.survey else None,
        has_results=document.results is not None,
        promise_keys=sorted({link.key for link in document.promise_links}),
        period_slugs=sorted({link.period_slug for link in document.promise_links}),
        document=stored,
        sha256=sha256,
        note=note.strip(),
        is_minor=is_minor,
        scheduled_for=scheduled_for,
        created_by=by,
    )
    edition.log(EditionStep.FROZEN, by=by, detail=edition.note)
    return edition


def what_is_lacking(document: DialogueDocument) -> list[str]:
    """Why the text cannot be frozen, each a Swedish sentence for the editor; empty when it can."""
    lacking = []
    if not any(holder.must_sign for holder in document.holders):
        lacking.append("Ange vem som håller dialogen. Minst en av dem måste godkänna.")
    for finding in document.findings:
        lacking += lacking_in_finding(finding)
    if document.survey:
        lacking += _lacking_in_survey(document.survey)
        if document.results and document.survey.closes_at > timezone.now():
            lacking.append("Enkäten har resultat och kan inte vara öppen. Ändra när den stänger.")
    return lacking


def lacking_in_finding(finding: Finding) -> list[str]:
    lacking = []
    is_promised = finding.outcome == FindingOutcome.PROMISED
    if is_promised and not finding.promises:
        lacking.append(f"”{finding.statement}” ledde till löfte: välj vilket.")
    if finding.promises and not is_promised:
        lacking.append(
            f"”{finding.statement}” är kopplat till löfte men sägs inte ha lett till något."
        )
    return lacking + [
        f"Löftet ”{link.statement or link.key}” är inte publicerat. Ta bort kopplingen, eller vänta tills "
        "löftet är publicerat."
        for link in broken_links(finding.promises)
    ]


def _lacking_in_survey(survey: Survey) -> list[str]:
    if not survey.questions:
        return ["Enkäten har inga frågor än."]
    return [f"Frågan ”{q.text}” behöver minst två svarsval." for q in survey.questions if _bare(q)]


def _bare(question: Question) -> bool:
    has_choices = question.kind in (QuestionKind.SINGLE, QuestionKind.MULTIPLE)
    return has_choices and len(question.choices) < 2


def _require_wording_only(document: DialogueDocument, newest: DialogueEdition | None) -> None:
    if newest is None:
        raise PublishingError(
            "Ingen utgåva gäller nu, så det finns inget att rätta. Skriv en not om vad texten är."
        )
    if not only_wording_differs(newest.content, document):
        raise PublishingError(
            "En mindre rättelse får bara ändra ordalydelsen. Här har siffror, datum, svar, löften, frågor "
            "eller resultat ändrats: skriv i noten vad som är nytt."
        )
