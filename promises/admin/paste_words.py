"""What an import did, or would do, in Swedish."""

import re
from dataclasses import dataclass

from django.db.models import Model

from portal import swedish
from portal.enums import OrganisationKind
from portal.models import Contact, Organisation
from promises.models import (
    Action,
    Evidence,
    FocusArea,
    FollowUp,
    FollowUpPlan,
    Goal,
    Promise,
    PromisePeriod,
    Rationale,
    Signatory,
)
from promises.page_import.difference import Difference, RowChange

MODELS: dict[str, type[Model]] = {
    "period": PromisePeriod,
    "area": FocusArea,
    "promise": Promise,
    "rationale": Rationale,
    "evidence": Evidence,
    "goal": Goal,
    "action": Action,
    "follow-up plan": FollowUpPlan,
    "follow-up": FollowUp,
    "signatory": Signatory,
    "contact": Contact,
    "organisation": Organisation,
}
NOTES = (
    (
        r"Contact without phone or e-mail, not kept: (.*)\.",
        "Kontakten {} har varken telefon eller e-post och tas inte med.",
    ),
    (
        r"The partnership has no party that could have this contact: (.*)\.",
        "Ingen av parterna passar till kontakten {}. Den tas inte med.",
    ),
    (
        r"Another address on the page for (.*): (.*)\.",
        "Sidan har en annan adress till {}. Den som finns behålls.",
    ),
    (
        r"Only operators fill in the address of (.*)\.",
        "Sidan har en postadress till {}. Den fylls i av den som driver portalen.",
    ),
    (r"No party to sign for: (.*)\.", "Undertecknaren {} hör inte till någon av parterna."),
)
_PARTY = re.compile(r"The page names a party of kind “(.*)”; this partnership has none\.")


@dataclass(frozen=True)
class Told:
    """One line of what happens, and its details."""

    kind: str
    text: str
    details: tuple[str, ...] = ()


def told(difference: Difference) -> list[Told]:
    """What happens to drafts, and notes."""
    return [_told(change) for change in difference.changes if not change.is_live]


def told_live(difference: Difference) -> list[Told]:
    """What residents would see at once."""
    return [_told(change) for change in difference.changes if change.is_live]


def summary(difference: Difference) -> str:
    """ "2 löftesperioder, 8 löften och 21 insatser" """
    counts = difference.counts("added")
    return swedish.join_words(_counted(what, number) for what, number in counts.items())


def _told(change: RowChange) -> Told:
    if change.kind == "note":
        return Told("note", _note(change.name))
    model = MODELS[change.what]
    text = f"{swedish.sentence_case(str(model._meta.verbose_name))}: {change.name}"
    details = tuple(
        f"{_field(model, one.field)}: {one.before or 'tomt'} → {one.after}" for one in change.fields
    )
    return Told(change.kind, text, details)


def _note(text: str) -> str:
    for pattern, words in NOTES:
        if found := re.fullmatch(pattern, text, re.DOTALL):
            return words.format(*found.groups())
    if (found := _PARTY.fullmatch(text)) and found[1] in OrganisationKind.values:
        kind = OrganisationKind(found[1]).label
        return f"Sidan nämner en part av slaget {kind}, men den finns inte i samverkan."
    return text


def _field(model: type[Model], name: str) -> str:
    field = model._meta.get_field(name)
    return swedish.sentence_case(str(getattr(field, "verbose_name", name)))


def _counted(what: str, number: int) -> str:
    meta = MODELS[what]._meta
    noun = meta.verbose_name if number == 1 else meta.verbose_name_plural
    return f"{number} {noun}"
