"""Stage 4, goals: figures to reach."""

import datetime as dt
import re
from dataclasses import replace

from promises.page_import.figures import Figure, Number, numbers_in, value_of
from promises.page_import.result import Change, ImportedGoal, Lines
from promises.page_import.texts import sentences

PERCENT = re.compile(r"\s*(?P<unit>%|procentenhet\w*|procent\b)", re.IGNORECASE)
DOWN = re.compile(
    r"\b(?:minsk\w*|sänk\w*|sjunk\w*|reducer\w*|färre|lägre|nedgång\w*|mindre|ner|ned)\b", re.I
)
UP = re.compile(r"\b(?:öka\w*|höj\w*|stig\w*|fler|förbättr\w*|högre|uppgång|mer|upp)\b", re.I)
_HALVE = re.compile(r"\bhalver(?:a|as|at|ats|ar)\b|\bmed hälften\b", re.I)
_PART = re.compile(
    r"\bmed (?:minst |cirka |ungefär )?en (?P<part>fjärdedel|tredjedel|femtedel|tiondel)\b", re.I
)
_PARTS = {"fjärdedel": 25, "tredjedel": 33, "femtedel": 20, "tiondel": 10}
_DOUBLE = re.compile(r"\b(?:för)?dubbl(?:a|as|ar|at|ats)\b", re.I)
_FROM_TO = re.compile(
    r"\bfrån\s+(?P<from>\d+(?:,\d+)?|[a-zåäö]+)(?:\s*(?:%"
    r"|procent))?(?:[^.\d]{0,40}?\(?(?:år )?(?P<year>(?:19|20)\d\d)\)?)?"
    r"[^.\d]{0,40}?\s+till(?:\s+(?:högst|minst|under|över))?\s+(?P<to>\d+(?:,\d+)?"
    r"|[a-zåäö]+)(?P<unit>\s*(?:%|procentenhet\w*|procent\b))?",
    re.I,
)
_COUNTED = re.compile(r"\bantalet (?:anmälda )?(?P<unit>[a-zåäö]+)", re.I)
_MEASURE = re.compile(r" (?P<unit>km/h|[a-zåäö]{3,})", re.I)
_WITH = re.compile(r"\bmed(?: (?:minst|cirka|ca|åtminstone|upp till))? \Z", re.I)
_GOAL_WORD = re.compile(
    r"\b(?:\w*mål(?:et|en|sättning\w*|värde\w*)?|ska|skall|uppnå|sikta\w*|andel\w*|vill"
    r"|indikator\w*)\b",
    re.I,
)
_GOAL_NOUN = re.compile(r"\b(?:\w*mål(?:et|en|sättning\w*)?|målvärde\w*|indikator\w*)\b", re.I)
_CHANGES = re.compile(
    r"\b(?:minska|öka|sänka|höja|reducera|minskas|ökas|sänkas|höjas|ha minskat|ha ökat)\b[^.]{0,80} med"
    r"(?: minst| cirka| upp till)? (?:\d|tio|femton|tjugo|trettio|femtio)",
    re.I,
)
""" "Lovar att minska bränderna med 20 procent"."""
_FACT = re.compile(
    r"\b(?:uppgav|uppger|svarade|visade|visar|anmäldes|ökade|minskade|hade|var|upplevde|kände"
    r"|enligt|uppgett|har)\b",
    re.I,
)
YEAR = re.compile(r"(?<![\d-])(?:19|20)\d\d(?!\d)")
_DEADLINE = re.compile(
    r"\b(?:fram till|till|senast|före|innan|till och med|vid|under|inom|i)(?: (?:utgången|slutet"
    r"|utgången av|slutet av|och med|år))*(?: av)?(?: år)? (?P<year>20\d\d)\b",
    re.I,
)
_BASELINE_YEAR = re.compile(
    r"\b(?:jämfört med|jämfört mot|i jämförelse med|från|basår\w*|utifrån|än"
    r"|gentemot)(?: \w+){0,3}? (?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_BASELINE = re.compile(
    r"(?:\b(?:utgångs(?:läge|värde)\w*|basvärde\w*|nuläge\w*|nollmätning\w*|i dag|idag"
    r"|var(?: det)?|baslinje\w*)\b[^.\d]{0,40}?(?P<value>\d+(?:,\d+)?)\s*(?P<unit>%|procent\b)?"
    r"|\b(?:då|när|som) (?:det )?(?:var |anmäldes |uppgick till |låg på |gjordes )?(?P<value4>\d+(?:,\d+)?)"
    r"(?P<unit4>\s*(?:%|procent\b))?(?=\s*(?:%|procent|[a-zåäö]+|[.,)]|\Z))"
    r"|\b(?:19|20)\d\d \(\s*(?P<value5>\d+(?:,\d+)?)\s*(?P<unit5>%|procent\b)?(?: [a-zåäö]+)?\s*\)"
    r"|\(\s*(?P<value2>\d+(?:,\d+)?)\s*(?P<unit2>%|procent\b)?[^()\d]{0,20}(?P<year2>(?:19"
    r"|20)\d\d)\s*\)|\(\s*(?P<year3>(?:19|20)\d\d)[:,]?\s*(?P<value3>\d+(?:,\d+)?)\s*(?P<unit3>%"
    r"|procent\b)?\s*\))",
    re.I,
)
_LEVEL = re.compile(
    r"\b(?:minst|högst|under|över|max|som mest|uppgå till|nå|till|vara|är|färre än|fler än"
    r"|mer än|mindre än|lägre än|högre än)\b(?: (?:upp till|om|än|minst|högst|vara))* \Z",
    re.I,
)
CRIME = re.compile(
    r"\s*(?:st(?:ycken)? )?(?P<unit>(?:(?:anmälda?|anmälningar|polisanmälda|rapporterade"
    r"|inkomna) )?[\wåäö-]*(?:brott|anmälningar|inbrott|stölder|olyckor|bränder|skadegörels\w*"
    r"|bedrägeri\w*|fall|ärenden|incidenter|misshandel\w*|rån|händelser|klagomål)\w*)",
    re.I,
)
_CLAUSE_BORDER = re.compile(r"\b(?:och|samt)\b|[,;]")


def find_goals(text: str, lines: Lines, *, is_labelled: bool = False) -> list[ImportedGoal]:
    """Goals with a figure; ``is_labelled`` when the text stands under a heading such as "Mål"."""
    goals: list[ImportedGoal] = []
    for sentence in sentences(text[:20_000]):
        if is_labelled or _speaks_of_goal(sentence):
            goals += _goals_of(sentence, lines, is_labelled=is_labelled)
    return goals


def _speaks_of_goal(sentence: str) -> bool:
    """A share that a survey found is a fact, not a goal."""
    if _CHANGES.search(sentence) or _HALVE.search(sentence) or _PART.search(sentence):
        return True
    if not _GOAL_WORD.search(sentence):
        return False
    wishes = _GOAL_NOUN.search(sentence) or re.search(r"\bska(?:ll)?\b", sentence, re.I)
    return bool(wishes) or not _FACT.search(sentence)


def _goals_of(sentence: str, lines: Lines, *, is_labelled: bool) -> list[ImportedGoal]:
    deadline = _deadline(sentence)
    path = _FROM_TO.search(sentence)
    if path and (goal := _from_to(sentence, path, deadline, lines, is_labelled=is_labelled)):
        return [goal]
    if target := _in_words(sentence):
        goal = ImportedGoal(sentence, "relative", None, None, target, "%", deadline, lines)
        return [_with_baseline(goal, sentence)]
    counts_crimes = is_labelled or _GOAL_NOUN.search(sentence) is not None
    goals: list[ImportedGoal] = []
    border = 0
    for figure in numbers_in(sentence):
        unit = PERCENT.match(sentence, figure.end)
        if unit is None and counts_crimes:
            unit = CRIME.match(sentence, figure.end)
        if unit is None or _is_baseline(sentence, figure):
            continue
        goal = _goal_at(sentence, border, figure, unit_name(unit.group("unit")))
        goal = _in_same_direction(goal, goals, sentence[border : figure.start])
        goals.append(_with_baseline(replace(goal, deadline=deadline, lines=lines), sentence))
        border = unit.end()
    return goals


def _in_words(sentence: str) -> Number | None:
    """ "Halveras", "minska med en fjärdedel": a share in words, signed."""
    if _HALVE.search(sentence):
        return -50
    if _DOUBLE.search(sentence):
        return 100
    if part := _PART.search(sentence):
        sign = -1 if DOWN.search(sentence[: part.start()]) else 1
        return sign * _PARTS[part["part"].lower()]
    return None


def _in_same_direction(goal: ImportedGoal, before: list[ImportedGoal], words: str) -> ImportedGoal:
    """ "… minska med 20 procent och rånen med 30 procent": the verb is said once."""
    if not before or not _WITH.search(words) or goal.change != "level" or goal.target_value is None:
        return goal
    last = before[-1]
    if last.change not in ("relative", "absolute") or last.target_value is None:
        return goal
    sign = -1 if last.target_value < 0 else 1
    return replace(goal, change=last.change, target_value=sign * goal.target_value)


def _goal_at(sentence: str, border: int, figure: Figure, unit: str | None) -> ImportedGoal:
    """``border``: where the goal before it in the same sentence ends."""
    is_percent = unit is not None and (unit == "%" or unit.startswith("procent"))
    clause, before = sentence[border : figure.end], sentence[border : figure.start]
    change, value = _change(clause, before, figure.value, is_percent=is_percent)
    if change == "relative" and unit != "%":
        change = "absolute"
    return ImportedGoal(_indicator(sentence[border:]), change, target_value=value, unit=unit)


def _change(clause: str, before: str, value: Number, *, is_percent: bool) -> tuple[Change, Number]:
    down = list(DOWN.finditer(clause))
    up = list(UP.finditer(clause))
    if _WITH.search(before) and (down or up):
        falls = not up or (bool(down) and down[-1].start() > up[-1].start())
        return ("relative" if is_percent else "absolute"), (-value if falls else value)
    if re.search(r"\d\s*(?:%|procent\w*)\s*\Z", clause) and not _LEVEL.search(before):
        after_verb = down[-1].start() if down else -1
        if re.search(r"\b(?:färre|lägre|mindre)\b", before) or (
            after_verb > len(before) - 30 and "med" in before[after_verb:]
        ):
            return "relative", -value
    return "level", value


def _from_to(
    sentence: str, path: re.Match[str], deadline: dt.date | None, lines: Lines, *, is_labelled: bool
) -> ImportedGoal | None:
    try:
        start, target = _read(path.group("from")), _read(path.group("to"))
    except ValueError:
        return None
    if 1900 <= start <= 2100 or 1900 <= target <= 2100:
        return None
    year = int(path.group("year")) if path.group("year") else _baseline_year(sentence)
    counted = _COUNTED.search(sentence[: path.start()])
    measure = _MEASURE.match(sentence, path.end()) if is_labelled else None
    has_percent = path.group("unit") or re.search(r"%|procent", path.group())
    crime = CRIME.match(sentence, path.end())
    if not (has_percent or crime or counted or measure or _GOAL_NOUN.search(sentence)):
        return None
    known = [found for found in (crime, measure, counted) if found]
    named = known[0].group("unit") if known else None
    unit = "%" if has_percent else named
    return ImportedGoal(sentence, "level", start, year, target, unit, deadline, lines)


def _read(text: str) -> Number:
    return value_of(text)


def _with_baseline(goal: ImportedGoal, sentence: str) -> ImportedGoal:
    found = _BASELINE.search(sentence)
    year = _baseline_year(sentence)
    if not found:
        return replace(goal, baseline_year=year)
    value = found["value"] or found["value2"] or found["value3"]
    value = value or found["value4"] or found["value5"]
    own = found["year2"] or found["year3"]
    if (
        year is None
        and own is None
        and (near := YEAR.search(sentence, found.end(), found.end() + 12))
    ):
        own = near.group()
    return replace(goal, baseline_value=value_of(value), baseline_year=int(own) if own else year)


def _is_baseline(sentence: str, figure: Figure) -> bool:
    found = _BASELINE.search(sentence)
    return bool(found) and found.start() <= figure.start < found.end() if found else False


def _baseline_year(sentence: str) -> int | None:
    found = _BASELINE_YEAR.search(sentence)
    return int(found.group("year")) if found else None


def _deadline(sentence: str) -> dt.date | None:
    baseline = _baseline_year(sentence)
    years = [int(found.group("year")) for found in _DEADLINE.finditer(sentence)]
    if (
        not years
        and (last := [int(found.group()) for found in YEAR.finditer(sentence)])
        and len(last) > 1
    ):
        years = last[-1:]
    later = [year for year in years if year != baseline]
    return dt.date(later[-1], 12, 31) if later else None


def unit_name(unit: str) -> str | None:
    if not unit:
        return None
    return "%" if unit == "%" or unit.lower() == "procent" else unit


def _indicator(text: str) -> str:
    return re.sub(r"^(?:och|samt|,|;|\s)+", "", text).strip() or text
