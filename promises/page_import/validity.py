"""Stage 4, dates in prose: sentences that say when the promises hold, or that they were prolonged."""

import re

from promises.page_import.blocks import Block
from promises.page_import.periods import Span, find_dayless, find_spans
from promises.page_import.state import Mode, State
from promises.page_import.texts import sentences
from promises.page_import.words.verbs import PROMISE

_VALID = re.compile(
    r"\b(?:gäller|gälla|gällde|löper|löpa|avser|omfattar|sträcker sig|giltig\w*|löftesperiod\w*"
    r"|perioden|avtalsperiod\w*|fokusområden|under tiden|förläng\w*|gäller från|giltighetstid)\b",
    re.IGNORECASE,
)
_PROLONGS = re.compile(r"\bförläng\w*", re.IGNORECASE)
_NOT_VALID = re.compile(
    r"\b(?:överenskommelse\w*|samverkansöverenskommelse\w*|avtalet|enkät\w*|undersökning\w*"
    r"|mätning\w*|dialog\w*|beslut\w*|publicera\w*|undertecknad\w*|statistik\w*|anmäld\w*"
    r"|anmälning\w*|lagen)\b",
    re.IGNORECASE,
)
_LOFTE = re.compile(r"löft", re.IGNORECASE)


def note_dates(state: State, block: Block) -> None:
    for sentence in sentences(block.text[:3000]):
        if not _speaks_of_validity(state, sentence):
            continue
        prolonged = _PROLONGS.search(sentence)
        is_plain = _VALID.search(sentence) is not None
        for span in _spans(state, sentence[:600]):
            prolongs = prolonged is not None and not (
                span.is_range and span.position < prolonged.start()
            )
            if state.period is not None and (is_plain or span.is_range):
                state.period.validity.append((span, block.lines, prolongs))
            elif state.period is None and (is_plain or span.is_range or PROMISE.search(sentence)):
                state.lead_spans.append((span, block.lines, prolongs))


def _speaks_of_validity(state: State, sentence: str) -> bool:
    """The dates of an agreement, a survey or a decision are not the period's."""
    is_plain = _VALID.search(sentence) is not None
    about_promise = _LOFTE.search(sentence) is not None
    if _PROLONGS.search(sentence):
        return True
    if _NOT_VALID.search(sentence) and not (about_promise and is_plain):
        return False
    in_lead = about_promise and state.section is Mode.LEAD
    return is_plain or in_lead or PROMISE.search(sentence) is not None


def _spans(state: State, sentence: str) -> list[Span]:
    """Also days without a year, when the period's heading gives the years."""
    spans = find_spans(sentence)
    heading = state.period.span if state.period else None
    if spans or heading is None or heading.starts_on is None or heading.ends_on is None:
        return spans
    dayless = find_dayless(sentence, (heading.starts_on.year, heading.ends_on.year))
    return [dayless] if dayless else []
