"""Stage 4, evidence: figures that a rationale cites, and the baselines they give to goals."""

import re
from dataclasses import replace

from promises.page_import.figures import numbers_in
from promises.page_import.quantities import unit_name
from promises.page_import.result import Change, ImportedEvidence, ImportedGoal, Lines
from promises.page_import.texts import key, sentences
from promises.page_import.words.quantities import CRIME, DOWN, PERCENT, UP, YEAR

_SOURCE = re.compile(
    r"\b(?:CAN\S*|Brå\w*|SCB\w*|Kolada|[\wåäö]*(?:rapport|undersökning|mätning|enkät|statistik"
    r"|dialog)\w*)\b(?: (?:19|20)\d\d)?",
    re.I,
)
_WISH = re.compile(r"\b(?:färre|minsk\w*|fler|öka\w*|sänk\w*|höj\w*|stärk\w*)\b", re.I)
_STEM = re.compile(r"[a-zåäö]{5,}|\d+")
_COMMON = frozenset(
    "polisen kommunen polis kommun lovar lovat arbeta jobba genom andra olika medborgare "
    "medborgarna invånare invånarna brott brottsligheten".split()
)


def find_evidence(text: str, lines: Lines) -> list[ImportedEvidence]:
    """Shares and numbers of crimes with their year, each with the sentence that says so."""
    rows: list[ImportedEvidence] = []
    year: int | None = None
    for sentence in sentences(text[:20_000]):
        years = [(match.start(), int(match.group())) for match in YEAR.finditer(sentence)]
        source = _SOURCE.search(sentence)
        for figure in numbers_in(sentence):
            percent = PERCENT.match(sentence, figure.end)
            crime = None if figure.is_word else CRIME.match(sentence, figure.end)
            if (not percent and not crime) or (
                not figure.is_word and 1900 <= figure.value <= 2100 and not percent
            ):
                continue
            before = [value for start, value in years if start < figure.start]
            own = before[-1] if before else (years[0][1] if years else year)
            unit = (
                percent.group("unit") if percent else crime.group("unit") if crime else ""
            ).strip()
            name = unit_name(unit)
            rows.append(
                ImportedEvidence(
                    figure.value, name, own, sentence, source.group() if source else "", lines
                )
            )
        if years:
            year = years[-1][1]
    return rows


def with_evidence(
    goals: list[ImportedGoal], evidence: tuple[ImportedEvidence, ...], statement: str
) -> list[ImportedGoal]:
    """Baselines that stand in the rationale; a promise to change a cited share is a goal without target."""
    if goals:
        return [_with_baseline_from(goal, evidence) for goal in goals]
    if not _WISH.search(statement):
        return []
    stems = _stems(statement)
    change: Change = "up" if UP.search(statement) and not DOWN.search(statement) else "down"
    return [
        ImportedGoal(row.text, change, row.figure, row.year, None, "%", None, row.lines)
        for row in evidence
        if row.unit == "%" and row.year and len(stems & _stems(row.text)) >= 2
    ]


def _with_baseline_from(goal: ImportedGoal, evidence: tuple[ImportedEvidence, ...]) -> ImportedGoal:
    if goal.baseline_value is not None or (goal.change == "level" and goal.unit != "%"):
        return goal
    words = set(key(goal.indicator).split())
    for row in evidence:
        if goal.indicator in row.text or row.text in goal.indicator:
            continue  # the goal itself
        same_unit = row.unit == "%" and goal.change == "level"
        named = [word for word in key(row.unit).split() if len(word) > 4]
        fits = (
            bool(named) and named[-1] in words
            if row.unit != "%"
            else same_unit and len(_stems(goal.indicator) & _stems(row.text)) >= 2
        )
        if fits and (goal.baseline_year is None or goal.baseline_year == row.year):
            return replace(
                goal,
                baseline_value=row.figure,
                baseline_year=row.year,
                lines=(*goal.lines, *row.lines),
            )
    return goal


def _stems(text: str) -> set[str]:
    return {
        word[:7]
        for word in _STEM.findall(text.lower())
        if word not in _COMMON and not YEAR.fullmatch(word)
    }
