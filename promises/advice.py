"""What is worth thinking of while a period is being written. Pure, the same every time, never in the way.

Each piece of advice names the page where it is mended: the period itself, or the area, promise, goal or
action with that key; and the element on it.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from portal import swedish
from portal.prose import plain_text
from promises import reading_ease
from promises.documents import Action, FollowUpPlan, Goal, PeriodDocument, Promise
from promises.enums import ActionOrigin, Timing

COUNT = re.compile(r"\b(?:antal|antalet|färre|fler)\b", re.IGNORECASE)
SHARE = re.compile(r"\b(?:andel\w*|procent|procentenheter)\b|%", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """Where something is written. Without a key it is the period."""

    kind: str = "period"
    key: UUID | None = None
    promise: UUID | None = None


PERIOD = Page()


@dataclass(frozen=True)
class Advice:
    text: str
    page: Page
    element: str


@dataclass(frozen=True)
class Span:
    """Another period of the same place."""

    label: str
    starts_on: dt.date | None
    ends_on: dt.date | None


@dataclass(frozen=True)
class Text:
    words: str
    name: str
    page: Page
    element: str


def advise(document: PeriodDocument, *, others: Sequence[Span] = ()) -> list[Advice]:
    """In the order of the page: what is missing first, then how it reads."""
    return [
        *_on_period(document, others),
        *(advice for promise in document.promises for advice in _on_promise(promise, document)),
        *(advice for action in document.actions for advice in _on_action(action, None)),
        *(advice for text in _texts(document) for advice in _on_text(text)),
    ]


def _on_period(document: PeriodDocument, others: Sequence[Span]) -> Iterator[Advice]:
    if document.starts_on is None:
        yield Advice("Perioden har ingen första dag.", PERIOD, "id_starts_on")
    if document.ends_on is None:
        text = "Perioden har ingen sista dag: den gäller tills vidare."
        yield Advice(text, PERIOD, "id_ends_on")
    for other in others:
        if _overlap(document, other):
            text = f"Perioden överlappar {other.label}. Det får den göra, men är det meningen?"
            yield Advice(text, PERIOD, "id_starts_on")
    for plan in document.follow_up_plans:
        yield from _on_plan(plan, document, PERIOD)


def _overlap(document: PeriodDocument, other: Span) -> bool:
    first, last = document.starts_on or dt.date.min, document.ends_on or dt.date.max
    return first <= (other.ends_on or dt.date.max) and (other.starts_on or dt.date.min) <= last


def _on_promise(promise: Promise, document: PeriodDocument) -> Iterator[Advice]:
    page, said = Page("promise", promise.key, promise.key), _short(promise.statement)
    if not promise.goals and not any(a.promised_count for a in promise.actions):
        text = f"Löftet ”{said}” har inget tal: varken ett mål eller ett lovat antal."
        yield Advice(text, page, "goals-group")
    if not document.plans_for(promise):
        text = f"Det står inte när eller hur löftet ”{said}” ska följas upp."
        yield Advice(text, page, "follow_up_plans-group")
    for plan in promise.follow_up_plans:
        yield from _on_plan(plan, document, page)
    for goal in promise.goals:
        yield from _on_goal(goal, promise, document)
    for action in promise.actions:
        yield from _on_action(action, promise)


def _on_plan(plan: FollowUpPlan, document: PeriodDocument, page: Page) -> Iterator[Advice]:
    element = "follow_up_plans-group"
    if plan.due_on is None:
        text = f"Uppföljningen ”{_short(plan.text)}” har ingen dag."
        yield Advice(text, page, element)
    elif document.ends_on and plan.due_on > document.ends_on:
        text = (
            f"Uppföljningen ”{_short(plan.text)}” kommer {swedish.date(plan.due_on)}, "
            "efter periodens slut. Säg det till invånarna."
        )
        yield Advice(text, page, element)
    elif document.starts_on and plan.due_on < document.starts_on:
        text = f"Uppföljningen ”{_short(plan.text)}” ligger före periodens första dag."
        yield Advice(text, page, element)


def _on_goal(goal: Goal, promise: Promise, document: PeriodDocument) -> Iterator[Advice]:
    page, name = Page("goal", goal.key, promise.key), _short(goal.indicator)
    if goal.lacks_baseline:
        text = f"Målet ”{name}” har inget basvärde. Då går det inte att säga om det nåddes."
        yield Advice(text, page, "id_baseline_value")
    elif goal.baseline_value is not None and goal.baseline_year is None:
        yield Advice(f"Målet ”{name}” har ett basvärde utan år.", page, "id_baseline_year")
    if goal.target_value is None:
        text = f"Målet ”{name}” har inget tal: det säger bara åt vilket håll."
        yield Advice(text, page, "id_target_value")
    if goal.deadline is None and document.ends_on is None:
        yield Advice(f"Målet ”{name}” har ingen sista dag.", page, "id_deadline")
    if not goal.source:
        yield Advice(f"Målet ”{name}” säger inte var siffran hämtas.", page, "id_source")
    says_count, says_share = COUNT.search(promise.statement), SHARE.search(promise.statement)
    counts_share = bool(SHARE.search(f"{goal.indicator} {goal.unit}"))
    if says_count and not says_share and counts_share:
        text = f"Löftet talar om antal, men målet ”{name}” om andel."
        yield Advice(text, page, "id_indicator")
    elif says_share and not says_count and not counts_share and COUNT.search(goal.indicator):
        text = f"Löftet talar om andel, men målet ”{name}” om antal."
        yield Advice(text, page, "id_indicator")


def _on_action(action: Action, promise: Promise | None) -> Iterator[Advice]:
    page = Page("action", action.key, promise.key if promise else None)
    if action.origin != ActionOrigin.PROMISED:
        return
    if not action.leads:
        yield Advice(f"Insatsen ”{_short(action.text)}” har ingen ansvarig.", page, "id_leads")
    if action.timing == Timing.RECURRING and action.promised_count is None:
        text = (
            f"Insatsen ”{_short(action.text)}” är återkommande, men det står inte hur många gånger."
        )
        yield Advice(text, page, "id_promised_count")


def _on_text(text: Text) -> Iterator[Advice]:
    def advice(words: str) -> Advice:
        return Advice(words, text.page, text.element)

    if reading_ease.has_personal_number(text.words):
        yield advice(f"{text.name} innehåller något som liknar ett personnummer. Ta bort det.")
    if name := reading_ease.named_beside_crime(text.words):
        yield advice(f"{text.name} nämner ”{name}” intill ett brott. Är det en privatperson?")
    for short in reading_ease.unexplained(text.words):
        yield advice(f"{text.name} har förkortningen {short} utan förklaring.")
    for sentence in reading_ease.long_sentences(text.words):
        count = len(reading_ease.words(sentence))
        yield advice(f"{text.name} har en mening på {count} ord: ”{_short(sentence)}”")
    if reading_ease.is_hard(text.words):
        yield advice(f"{text.name} är svårläst (LIX {reading_ease.lix(text.words)}).")


def _texts(document: PeriodDocument) -> Iterator[Text]:
    yield Text(plain_text(document.situation), "Lägesbilden", PERIOD, "id_situation")
    yield Text(plain_text(document.background), "Hur löftena togs fram", PERIOD, "id_background")
    for area in document.areas:
        if area.rationale:
            words, name = plain_text(area.rationale.text), f"Bakgrunden till ”{area.heading}”"
            yield Text(words, name, Page("area", area.key), "rationale-group")
    for promise in document.promises:
        yield from _texts_of(promise)
    for action in document.actions:
        yield Text(action.text, _action_name(action), Page("action", action.key), "id_text")
    for follow_up in document.follow_ups:
        yield Text(plain_text(follow_up.summary), "Sammanfattningen", PERIOD, "content-start")
        for verdict in follow_up.verdicts:
            page = Page("promise", verdict.promise, verdict.promise)
            yield Text(plain_text(verdict.text), "Bedömningen av löftet", page, "content-start")


def _texts_of(promise: Promise) -> Iterator[Text]:
    page, said = Page("promise", promise.key, promise.key), _short(promise.statement)
    yield Text(promise.statement, f"Löftet ”{said}”", page, "id_statement")
    if promise.rationale:
        words = plain_text(promise.rationale.text)
        yield Text(words, f"Bakgrunden till ”{said}”", page, "rationale-group")
        for evidence in promise.rationale.evidence:
            yield Text(evidence.text, f"Underlaget till ”{said}”", page, "evidence-group")
    for goal in promise.goals:
        yield Text(
            goal.indicator,
            f"Målet ”{_short(goal.indicator)}”",
            Page("goal", goal.key, promise.key),
            "id_indicator",
        )
    for action in promise.actions:
        own = Page("action", action.key, promise.key)
        yield Text(action.text, _action_name(action), own, "id_text")
        yield Text(
            f"{action.reason_text}\n{action.next_step_text}",
            f"Redovisningen av ”{_short(action.text)}”",
            own,
            "content-start",
        )


def _action_name(action: Action) -> str:
    return f"Insatsen ”{_short(action.text)}”"


def _short(text: str) -> str:
    text = " ".join(text.split()).rstrip(".")
    return text if len(text) <= 60 else f"{text[:60].rsplit(' ', 1)[0]} …"
