"""What differs between two editions of a dialogue: things with facts (portal.differences). Pure."""

from collections.abc import Iterator

from django.utils import timezone

from dialogues import wording
from dialogues.documents import DialogueDocument, Finding, Question, Results, Survey
from portal import swedish
from portal.differences import Change, Thing, compared, without_words
from portal.enums import Theme
from portal.prose import plain_text


def differences(older: DialogueDocument, newer: DialogueDocument) -> list[Change]:
    """Changes in the order of the newer document, what was removed last."""
    found = compared(_things(older), _things(newer))
    return found or without_words(older, newer, name="Texten")


def _things(document: DialogueDocument) -> Iterator[tuple[str, Thing]]:
    yield "dialogue", _dialogue(document)
    for holder in document.holders:
        names = {"Det korta namnet": holder.short_form, "Slaget": str(holder.kind.label)}
        facts = {"Namnet": holder.name, **names}
        yield f"holder {holder.key}", Thing("Den som håller dialogen", "", holder.name, facts)
    for finding in document.findings:
        yield f"finding {finding.key}", _finding(finding)
    if survey := document.survey:
        yield "survey", Thing("Enkäten", "", document.title, _survey_facts(survey))
        for question in survey.questions:
            yield f"question {question.key}", _question(question)
    if results := document.results:
        yield "results", Thing("Enkätens resultat", "", document.title, _results_facts(results))


def _dialogue(document: DialogueDocument) -> Thing:
    facts = {
        "Rubriken": document.title,
        "Adressen": document.slug,
        "Samverkan": f"{document.partnership_name}, {document.partnership_slug}",
        "Slaget": str(document.kind.label),
        "Tiden": wording.when_in_words(
            document.starts_on, document.ends_on, document.begins_at, document.finishes_at
        ),
        "Platsen": document.places,
        "De som håller dialogen": swedish.join_words(h.name for h in document.holders),
        "De som måste godkänna": swedish.join_words(
            h.name for h in document.holders if h.must_sign
        ),
        "De tillfrågade": document.asked_whom,
        "Antalet tillfrågade": _count(document.asked),
        "Antalet som deltog": _count(document.answered),
        "Hur dialogen annonserades": document.announced,
        "Sammanfattningen": plain_text(document.summary),
        "Anteckningarna": plain_text(document.minutes),
        "Protokollet som PDF": document.minutes_file.rpartition("/")[2],
    }
    if document.minutes_file:  # a new file may have the old one's name
        facts["Protokollets fil"] = document.minutes_file.split("/")[-2][:8]
    return Thing("Dialogen", "", document.title, facts)


def _count(number: int | None) -> str:
    return "" if number is None else swedish.number(number)


def _finding(finding: Finding) -> Thing:
    facts = {
        "Orden": finding.statement,
        "Temat": str(Theme(finding.theme).label) if finding.theme else "",
        "Hur många som sa det": _count(finding.said_by),
        "Platsen": finding.place,
        "Vad det blev av det": str(finding.outcome.label),
        "Löftena": "; ".join(link.statement for link in finding.promises),
        "Löftenas adresser": "; ".join(
            f"{link.period_slug}/{link.slug}, {link.period_label}" for link in finding.promises
        ),
        "Skälet": str(finding.reason.label) if finding.reason else "",
        "Svaret": finding.answer,
        "Svarsdagen": swedish.date(finding.answered_on) if finding.answered_on else "",
    }
    return Thing("Det ni sa", "", finding.statement, facts)


def _survey_facts(survey: Survey) -> dict[str, str]:
    deleted_on = survey.texts_deleted_on
    return {
        "Inledningen": plain_text(survey.introduction),
        "När den öppnar": swedish.moment(timezone.localtime(survey.opens_at)),
        "När den stänger": swedish.moment(timezone.localtime(survey.closes_at)),
        "När svar i ord raderas": swedish.date(deleted_on) if deleted_on else "",
    }


def _question(question: Question) -> Thing:
    facts = {
        "Lydelsen": question.text,
        "Hjälpen": question.help,
        "Slaget": str(question.kind.label),
        "Svaren": wording.answers_in_words(question),
        "Om den måste besvaras": "ja" if question.is_required else "nej",
        "Om svaren delas upp efter den": "ja" if question.is_background else "nej",
    }
    return Thing("Frågan", "Enkäten", question.text, facts)


def _results_facts(results: Results) -> dict[str, str]:
    return {
        "Dagen för sammanställningen": swedish.date(results.compiled_on),
        "Antalet svar": _count(results.answered) or "färre än fem",
        "Frågorna": swedish.join_words(question.text for question in results.questions),
        "Tabellerna": str(sum(1 + len(q.breakdowns) for q in results.questions)),
    }
