"""What a dialogue's document says, in plain words. Pure: document parts in, sentences out."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from dialogues.documents import DialogueDocument, Finding, Question, Results
from dialogues.enums import FindingOutcome, QuestionKind
from portal import swedish


def when_in_words(
    starts_on: dt.date,
    ends_on: dt.date | None = None,
    begins_at: dt.time | None = None,
    finishes_at: dt.time | None = None,
) -> str:
    """6 oktober 2020 kl. 18.00–20.00; over several days each end has its clock."""
    if ends_on is None or ends_on == starts_on:
        clock = "–".join(clock_in_words(time) for time in (begins_at, finishes_at) if time)
        return _at(starts_on, clock)
    first = _at(starts_on, clock_in_words(begins_at) if begins_at else "")
    last = _at(ends_on, clock_in_words(finishes_at) if finishes_at else "")
    return f"{first} – {last}"


def _at(day: dt.date, clock: str) -> str:
    return f"{swedish.date(day)} kl.{swedish.NO_BREAK}{clock}" if clock else swedish.date(day)


def clock_in_words(time: dt.time) -> str:
    return f"{time.hour}.{time.minute:02}"


def response_in_words(document: DialogueDocument) -> str:
    """How many took part. Of a survey with results only what these may tell is told."""
    if document.results:
        return results_in_words(document.results)
    verb = "svarade" if document.survey else "deltog"
    return _response(document.asked, document.answered, verb)


def results_in_words(results: Results) -> str:
    """212 av 600 tillfrågade svarade."""
    if results.answered is None:
        return "Färre än fem svarade."
    return _response(results.asked, results.answered, "svarade")


def _response(asked: int | None, answered: int | None, verb: str) -> str:
    if answered is None:
        return "" if asked is None else f"{swedish.number(asked)} tillfrågade."
    if asked is None or asked < answered:
        return f"{swedish.number(answered)} {verb}."
    return f"{swedish.number(answered)} av {swedish.number(asked)} tillfrågade {verb}."


def findings_in_words(findings: Iterable[Finding]) -> str:
    """Fem saker sades. Tre ledde till löfte. En ledde inte till löfte. En väntar på svar."""
    found = Counter(finding.outcome for finding in findings)
    if not (total := found.total()):
        return ""
    told = [
        (found[FindingOutcome.PROMISED], "ledde till löfte"),
        (found[FindingOutcome.NO_PROMISE], "ledde inte till löfte"),
        (found[FindingOutcome.OPEN], "väntar på svar"),
    ]
    things = "En sak sades." if total == 1 else f"{_count(total)} saker sades."
    return " ".join([things, *(f"{_count(count)} {words}." for count, words in told if count)])


def _count(count: int) -> str:
    """1 is "en", not "ett": it is things that are counted."""
    return "En" if count == 1 else swedish.sentence_case(swedish.count_word(count))


def said_by_in_words(finding: Finding) -> str:
    if finding.said_by is None:
        return ""
    return "En sa det" if finding.said_by == 1 else f"{swedish.number(finding.said_by)} sa det"


def answers_in_words(question: Question) -> str:
    """How a question could be answered."""
    match question.kind:
        case QuestionKind.SINGLE:
            return f"Ett av: {swedish.join_words((c.text for c in question.choices), 'eller')}."
        case QuestionKind.MULTIPLE:
            return f"Ett eller flera av: {swedish.join_words(c.text for c in question.choices)}."
        case QuestionKind.SCALE | QuestionKind.NUMBER:
            ends = (
                (question.lowest, question.lowest_label),
                (question.highest, question.highest_label),
            )
            lowest, highest = (f"{end} ({word})" if word else f"{end}" for end, word in ends)
            unit = f" {question.unit}" if question.unit else ""
            return f"Ett tal från {lowest} till {highest}{unit}."
    return "Med egna ord."


def outcome_in_words(outcome: str, promises: int) -> str:
    """What became of what was said, for lists: ledde till två löften."""
    if outcome == FindingOutcome.PROMISED and promises > 1:
        return f"ledde till {swedish.count_word(promises)} löften"
    return str(FindingOutcome(outcome).label)
