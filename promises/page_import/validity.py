"""Stage 4, dates in prose: sentences that say when the promises hold, or that they were prolonged."""

import re
from dataclasses import replace

from promises.page_import.blocks import Block
from promises.page_import.heading_places import is_only_place
from promises.page_import.periods import Span, find_dayless, find_spans
from promises.page_import.roles import Heading, Role
from promises.page_import.state import Mode, State
from promises.page_import.texts import sentences, without_end
from promises.page_import.words.verbs import PROMISE

_VALID = re.compile(
    r"\b(?:(?:gällande |avtals|löftes)?period\b|gäller|gälla|gällde|löper|löpa|avser"
    r"|omfattar|sträcker sig|giltig\w*|löftesperiod\w*"
    r"|perioden|avtalsperiod\w*|fokusområden|under tiden|förläng\w*|gäller från|giltighetstid)\b",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(
    r"löft\w*\b[^.,]{0,20}\b(?:för|under|åren?) (?:åren? )?20\d\d\b", re.IGNORECASE
)
_PROLONGS = re.compile(r"\bförläng\w*", re.IGNORECASE)
_NOT_VALID = re.compile(
    r"\b(?:överenskommelse\w*|samverkansöverenskommelse\w*|avtalet|enkät\w*|undersökning\w*"
    r"|mätning\w*|dialog\w*|beslut\w*|publicera\w*|undertecknad\w*|statistik\w*|anmäld\w*"
    r"|anmälning\w*|lagen)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"löft\w*\b[^.]{0,60}\((?=[^)]*\b20\d\d\b)[^)]*[–-][^)]*\)", re.IGNORECASE
)
_LOFTE = re.compile(r"löft", re.IGNORECASE)


def note_dates(state: State, block: Block) -> None:
    for sentence in sentences(block.text[:3000]):
        if not _speaks_of_validity(state, sentence):
            _note_weak_dates(state, sentence, block)
            continue
        prolonged = _PROLONGS.search(sentence)
        is_plain = is_plainly_valid(sentence)
        prolonged_at = prolonged.start() if prolonged else 0
        spans = _spans(state, sentence[:600])
        for span in spans:
            first = span.is_range and (len(spans) > 1 or span.position < prolonged_at)
            prolongs = (prolonged is not None and not first) or _goes_further(span, spans)
            if state.period is not None and (is_plain or span.is_range):
                state.period.validity.append((span, block.lines, prolongs))
            elif state.period is None and (is_plain or span.is_range or PROMISE.search(sentence)):
                state.lead_spans.append((span, block.lines, prolongs))


def _note_weak_dates(state: State, sentence: str, block: Block) -> None:
    """The lead names a stretch of time and does not say whose: the promises', if nothing else is."""
    is_lead = state.area is None and state.promise is None and not state.lead_is_over
    if is_lead and not _NOT_VALID.search(sentence):
        spans = [span for span in find_spans(sentence[:600]) if span.is_range]
        state.weak_spans += [(span, block.lines, False) for span in spans]


def _goes_further(span: Span, spans: list[Span]) -> bool:
    """ "… skulle gälla mars–maj, men gäller till och med den 31 augusti"."""
    ranges = [one.ends_on for one in spans if one.is_range and one.ends_on]
    return span.is_until and span.ends_on is not None and any(end < span.ends_on for end in ranges)


def dated_by_page(state: State, heading: Heading) -> Heading:
    """ "Centrum (1 mars–30 juni)": the page says elsewhere which year, and each place has its own time."""
    if heading.role is not Role.AREA or (years := _years(state)) is None:
        return heading
    span = find_dayless(heading.text, years)
    if span is None or not is_only_place(heading.text.replace(span.label, " ")):
        return heading
    place = without_end(heading.text.replace(span.label, " ").strip(" (),:–-"))
    return replace(heading, role=Role.PERIOD, span=span, place=place)


def _years(state: State) -> tuple[int, int] | None:
    known = [state.period.span] if state.period else []
    known += [span for span, _, _ in state.lead_spans]
    for span in known:
        if span is not None and span.starts_on and span.ends_on:
            return span.starts_on.year, span.ends_on.year
    return None


def is_plainly_valid(sentence: str) -> bool:
    """It says that they hold, or whose year they are: "tio löften för 2025"."""
    return _VALID.search(sentence) is not None or _OF_YEAR.search(sentence) is not None


def _speaks_of_validity(state: State, sentence: str) -> bool:
    """The dates of an agreement, a survey or a decision are not the period's."""
    is_plain = is_plainly_valid(sentence)
    about_promise = _LOFTE.search(sentence) is not None
    if _PROLONGS.search(sentence):
        return True
    if _NOT_VALID.search(sentence) and not (about_promise and is_plain):
        return False
    in_lead = about_promise and (
        state.section is Mode.LEAD
        or state.period is None
        or _IN_BRACKETS.search(sentence) is not None
    )
    return is_plain or in_lead or PROMISE.search(sentence) is not None


def _spans(state: State, sentence: str) -> list[Span]:
    """Also days without a year, when the period's heading gives the years."""
    spans = find_spans(sentence)
    heading = state.period.span if state.period else None
    if spans or heading is None or heading.starts_on is None or heading.ends_on is None:
        return spans
    dayless = find_dayless(sentence, (heading.starts_on.year, heading.ends_on.year))
    return [dayless] if dayless else []
