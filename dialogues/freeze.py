"""Rows in, document out. No writes: the same function feeds previews and candidates."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from dialogues import documents as doc
from dialogues.enums import DialogueKind
from dialogues.models import (
    Dialogue,
    DialogueEdition,
    Finding,
    FindingPromise,
    Question,
    Survey,
    SurveyResults,
)
from dialogues.results import SMALLEST_GROUP
from portal.enums import SearchKind
from portal.models import SearchEntry
from portal.prose import clean_prose

Entries = Mapping[UUID | None, SearchEntry]


def freeze(dialogue: Dialogue) -> doc.DialogueDocument:
    """The dialogue as it stands in the drafts now. A fixed number of queries, however large.

    A link to a promise that is not public now has the words of the draft and no address
    (``broken_links``): fit for a preview, refused by ``freeze_candidate``.
    """
    return freeze_each(Dialogue.objects.filter(pk=dialogue.pk))[dialogue.pk]


def freeze_each(dialogues: QuerySet[Dialogue]) -> dict[int, doc.DialogueDocument]:
    """By the dialogues' ids, in their order. A fixed number of queries, however many."""
    found = list(_whole(dialogues))
    entries, released = _entries(found), _released_surveys(found)
    return {
        dialogue.pk: _document(
            dialogue, entries[dialogue.partnership_id], released.get(dialogue.pk, [])
        )
        for dialogue in found
    }


def broken_links(links: Iterable[doc.PromiseLink]) -> list[doc.PromiseLink]:
    """Those whose promises were not public when they were frozen."""
    return [link for link in links if not link.slug]


def _document(
    dialogue: Dialogue, entries: Entries, released: list[doc.Survey]
) -> doc.DialogueDocument:
    findings = list(dialogue.findings.all())
    survey: Survey | None = getattr(dialogue, "survey", None)
    results: SurveyResults | None = getattr(dialogue, "survey_results", None)
    return doc.DialogueDocument(
        **_same(
            dialogue,
            "key slug kind title starts_on ends_on begins_at finishes_at places asked_whom announced",
        ),
        # Where answers are counted here, the results say how many: they keep small groups out of sight.
        **({} if survey else _same(dialogue, "asked answered")),
        partnership_slug=dialogue.partnership.slug,
        partnership_name=dialogue.partnership.name,
        holders=tuple(
            doc.Holder(
                **_same(row.organisation, "key name short_form kind"), must_sign=row.must_sign
            )
            for row in dialogue.holder_rows.all()
        ),
        summary=clean_prose(dialogue.summary),
        minutes=clean_prose(dialogue.minutes),
        minutes_file=dialogue.minutes_file.name or "",
        findings=tuple(_finding(finding, entries) for finding in findings),
        survey=_survey(survey, released) if survey else None,
        results=doc.Results.model_validate(results.document) if results else None,
    )


def _whole(dialogues: QuerySet[Dialogue]) -> QuerySet[Dialogue]:
    questions = Question.objects.prefetch_related("choices")
    return dialogues.select_related("partnership", "survey", "survey_results").prefetch_related(
        "holder_rows__organisation",
        "findings__promise_links",
        Prefetch("survey__questions", questions),
    )


def _entries(dialogues: list[Dialogue]) -> dict[int, Entries]:
    """Per place the promises that the findings name, as residents can read them now."""
    keys = {
        link.promise_key
        for dialogue in dialogues
        for finding in dialogue.findings.all()
        for link in finding.promise_links.all()
    }
    found: dict[int, dict[UUID | None, SearchEntry]] = {d.partnership_id: {} for d in dialogues}
    public = SearchEntry.objects.public().filter(
        kind=SearchKind.PROMISE, partnership__in=found, key__in=keys
    )
    for entry in public if keys else ():
        found[entry.partnership_id][entry.key] = entry
    return dict(found)


def _released_surveys(dialogues: list[Dialogue]) -> dict[int, list[doc.Survey]]:
    """Per dialogue with a survey those of its editions that are out, or will be."""
    keys = [dialogue.pk for dialogue in dialogues if hasattr(dialogue, "survey")]
    found: dict[int, list[doc.Survey]] = {}
    editions = DialogueEdition.objects.filter(dialogue__in=keys).out_or_scheduled().with_survey()
    for edition in editions if keys else ():
        if survey := edition.content.survey:
            found.setdefault(edition.dialogue_id, []).append(survey)
    return found


def _said_by(finding: Finding) -> int | None:
    """Of answers to a survey small groups are told nowhere: beside published results no number at all, since
    one could be taken from the other."""
    dialogue, number = finding.dialogue, finding.said_by
    if hasattr(dialogue, "survey"):
        return None
    is_small = dialogue.kind == DialogueKind.SURVEY and (number or 0) < SMALLEST_GROUP
    return None if is_small else number


def _finding(finding: Finding, entries: Entries) -> doc.Finding:
    return doc.Finding(
        **_same(finding, "key statement theme place outcome answer answered_on"),
        said_by=_said_by(finding),
        reason=finding.reason or None,
        promises=tuple(
            _link(link, entries.get(link.promise_key)) for link in finding.promise_links.all()
        ),
    )


def _link(link: FindingPromise, entry: SearchEntry | None) -> doc.PromiseLink:
    if entry is None:
        return doc.PromiseLink(
            key=link.promise_key, period_slug="", period_label="", slug="", statement=link.label
        )
    return doc.PromiseLink(
        key=link.promise_key,
        period_slug=entry.period_slug,
        period_label=entry.period,
        slug=entry.url.rstrip("/").rpartition("/")[2],
        statement=entry.statement,
    )


def _survey(survey: Survey, released: list[doc.Survey]) -> doc.Survey:
    questions = tuple(_question(question) for question in survey.questions.all())
    return doc.Survey(
        version=_version(questions, released),
        introduction=clean_prose(survey.introduction),
        **_same(survey, "opens_at closes_at texts_deleted_on"),
        questions=questions,
    )


def _question(question: Question) -> doc.Question:
    return doc.Question(
        **_same(
            question,
            "key text help kind is_required is_background lowest highest lowest_label "
            "highest_label unit",
        ),
        choices=tuple(
            doc.Choice(key=choice.key, text=choice.text) for choice in question.choices.all()
        ),
    )


def _version(questions: tuple[doc.Question, ...], released: list[doc.Survey]) -> int:
    """The number of the questions as they have been out; one more if they differ. Also where nobody has
    answered yet: a form that is open in somebody's browser may still be sent."""
    newest = max(released, key=lambda survey: survey.version, default=None)
    if newest is None:
        return 1
    return newest.version if newest.questions == questions else newest.version + 1


def _same(row: Any, fields: str) -> dict[str, Any]:
    """The named fields as they are: document and row share their names."""
    return {name: getattr(row, name) for name in fields.split()}
