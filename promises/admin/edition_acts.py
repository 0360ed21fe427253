"""What can be done with a frozen edition of a period: what any edition can, and to ask by personal link."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from portal.admin.edition_acts import ACTS as COMMON
from portal.admin.edition_acts import Act, is_candidate
from portal.models import SignatoryContact, User
from promises.forms.publishing import LinkForm
from promises.models import PeriodEdition
from promises.sign_off_links import request_sign_off


def askable(edition: PeriodEdition) -> Any:
    """Registered signatories of parties that have not signed."""
    keys = [str(party.key) for party in edition.content.parties]
    signed = edition.sign_offs.values("organisation")
    signatories = SignatoryContact.objects.active().of_parties(keys)
    return signatories.exclude(organisation__in=signed)


def _choose_signatory(form: forms.Form, edition: PeriodEdition, user: User) -> None:
    field: Any = form.fields["signatory"]
    field.queryset = askable(edition)


def _send_link(edition: PeriodEdition, user: User, data: Mapping[str, Any]) -> str:
    request_sign_off(edition=edition, by=user, signatory=data["signatory"])
    return _("En personlig länk är på väg till %(who)s.") % {"who": data["signatory"].email}


SEND_LINK = Act(
    "send-link",
    _l("Skicka en personlig länk"),
    _l("Skicka länk"),
    _l("Till en registrerad undertecknare utan konto. En ny länk ersätter personens tidigare."),
    LinkForm,
    lambda edition, user: is_candidate(edition) and askable(edition).exists(),
    _send_link,
    fit=_choose_signatory,
)
VOID = replace(
    COMMON["void"],
    help=_l("Den frysta texten sparas men publiceras inte. Länkar slutar att gälla."),
)


def _in_order() -> list[Act]:
    """The link after the gentle acts, before the grave ones."""
    keys = ("sign", "send-back", "publish", "send-link", "publish-without", "void")
    known = COMMON | {act.key: act for act in (SEND_LINK, VOID)}
    return [known[key] for key in keys] + [a for key, a in known.items() if key not in keys]


ACTS = {act.key: act for act in _in_order()}
