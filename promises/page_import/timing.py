"""Stage 5, how often an act is to be done, read from its words."""

import re
from typing import Literal

from promises.page_import.result import ImportedAction

Timing = Literal["once", "counted", "recurring", "on_demand", "continuing"]

_ON_DEMAND = re.compile(
    r"\b(?:vid behov|på begäran|på förfrågan|om du|om ni|när du|den som (?:vill|önskar)"
    r"|på önskemål)\b",
    re.I,
)
_RECURRING = re.compile(
    r"\b(?:varje|varannan|per (?:dag|vecka|månad|kvartal|termin|halvår|år|tertial)|i (?:veckan"
    r"|månaden|kvartalet|halvåret)|om (?:året|dagen|året)|"
    r"årlig\w*|månadsvis|veckovis|dagligen|kvartalsvis|terminsvis|tertialvis|(?:mån|tis|ons|tors"
    r"|fre|lör|sön)dagar)\b",
    re.I,
)
_CONTINUING = re.compile(
    r"\b(?:löpande|kontinuerlig\w*|regelbund\w*|fortsätt\w*|fortlöpande|alltid|fortsatt\w*"
    r"|aktivt arbeta)\b",
    re.I,
)


def timing_of(action: ImportedAction) -> Timing:
    if _ON_DEMAND.search(action.text):
        return "on_demand"
    if _RECURRING.search(action.text):
        return "recurring"
    if action.promised_count is not None:
        return "counted"
    return "continuing" if _CONTINUING.search(action.text) else "once"
