"""What can be done with a frozen edition, of whatever kind. Each act says when it is open and to whom, what
is filled in, and what it answers; the services have the last word."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal import publishing, services
from portal.enums import EditionState
from portal.forms.publishing import PartySendBackForm, PartySignForm, PlainForm, ReasonForm
from portal.models import Edition, Membership, Organisation, User
from portal.rights import may_approve
from portal.swedish import join_words


def _as_it_is(form: forms.Form, edition: Any, user: User) -> None:
    """The form needs nothing of the edition."""


@dataclass(frozen=True)
class Act:
    """``fit`` gives a new form the choices that the edition and the user have."""

    key: str
    heading: Any
    button: Any
    help: Any
    form: type[forms.Form]
    is_open: Callable[[Any, User], bool]
    run: Callable[[Any, User, Mapping[str, Any]], str]
    is_grave: bool = False
    fit: Callable[[forms.Form, Any, User], None] = _as_it_is


class Attempt:
    """An act as it stands on the page: empty, or with what was posted. ``refusal`` is why it can no longer
    be done; what was typed is then all that is left of it."""

    def __init__(
        self, act: Act, edition: Edition, user: User, data: Mapping[str, Any] | None = None
    ) -> None:
        self.act, self.edition, self.user, self.data = act, edition, user, data
        self.refusal = ""

    @cached_property
    def form(self) -> forms.Form:
        initial = {"name": self.user.name, "title": self.user.title}
        form = self.act.form(self.data, auto_id=f"id-{self.act.key}-%s", initial=initial)
        self.act.fit(form, self.edition, self.user)
        return form

    @property
    def is_open(self) -> bool:
        return self.act.is_open(self.edition, self.user)

    @property
    def typed(self) -> list[forms.BoundField]:
        """Those of its fields that somebody has written words in."""
        fields = self.form.visible_fields()
        return [f for f in fields if isinstance(f.field, forms.CharField) and f.value()]


def _choose_party(form: forms.Form, edition: Edition, user: User) -> None:
    parties = signing_parties(edition, user)
    field: Any = form.fields["organisation"]
    field.queryset = parties
    field.initial = parties.first()
    if parties.count() == 1:
        field.widget = field.hidden_widget()


def signing_parties(edition: Edition, user: User) -> Any:
    """Parties of the text that the user signs for, and that have not signed."""
    keys = [party.key for party in edition.signers]
    parties = Organisation.objects.filter(key__in=keys, pk__in=Membership.objects.approved_by(user))
    return parties.exclude(pk__in=edition.sign_offs.values("organisation")).order_by("pk")


def is_candidate(edition: Edition) -> bool:
    return edition.state == EditionState.CANDIDATE


def _can_sign(edition: Edition, user: User) -> bool:
    return is_candidate(edition) and signing_parties(edition, user).exists()


def _can_publish_without(edition: Edition, user: User) -> bool:
    return (
        is_candidate(edition)
        and bool(edition.missing_parties())
        and may_approve(user, edition.partnership)
    )


def _can_withdraw(edition: Edition, user: User) -> bool:
    return edition.is_public and may_approve(user, edition.partnership)


def standing_of(edition: Edition) -> str:
    """What became of the text after a signature."""
    if edition.is_public:
        return _("Alla har godkänt, och texten är publicerad.")
    if edition.published_at:
        return _("Alla har godkänt. Texten publiceras vid den valda tiden.")
    if missing := edition.missing_sign_offs():
        names = join_words(missing)
        return _("Godkännandet är antecknat. Väntar på %(names)s.") % {"names": names}
    return _(
        "Alla har godkänt, men texten kunde inte publiceras av sig själv. Publicera den nedan."
    )


def _sign(edition: Edition, user: User, data: Mapping[str, Any]) -> str:
    return standing_of(publishing.sign(edition=edition, by=user, **data))


def _send_back(edition: Edition, user: User, data: Mapping[str, Any]) -> str:
    publishing.send_back(edition=edition, by=user, **data)
    return _("Texten är återsänd. De andra parterna har fått din kommentar.")


def _publish(edition: Edition, user: User, data: Mapping[str, Any]) -> str:
    published = publishing.publish(edition=edition, by=user, unsigned_reason=data.get("reason", ""))
    if published.is_public:
        return _("Texten är publicerad.")
    return _("Texten publiceras vid den valda tiden.")


def _void(edition: Edition, user: User, data: Mapping[str, Any]) -> str:
    services.void(edition=edition, by=user)
    return _("Texten väntar inte längre. Utkastet finns kvar som det är.")


def _unschedule(edition: Edition, user: User, data: Mapping[str, Any]) -> str:
    services.unschedule(edition=edition, by=user)
    return _("Schemaläggningen är avbruten. Det som var publicerat gäller fortfarande.")


def _withdraw(edition: Edition, user: User, data: Mapping[str, Any]) -> str:
    publishing.withdraw(edition=edition, by=user, reason=data["reason"])
    return _("Utgåvan är tillbakadragen. Dess adress visar skälet.")


_l = gettext_lazy
COMMON = [
    Act(
        "sign",
        _l("Godkänn texten"),
        _l("Godkänn"),
        _l("Du godkänner exakt den frysta texten. När alla har godkänt publiceras den."),
        PartySignForm,
        _can_sign,
        _sign,
        fit=_choose_party,
    ),
    Act(
        "send-back",
        _l("Sänd tillbaka texten"),
        _l("Sänd tillbaka"),
        _l("Texten publiceras inte. Godkännanden som finns gäller inte längre."),
        PartySendBackForm,
        _can_sign,
        _send_back,
        fit=_choose_party,
    ),
    Act(
        "publish",
        _l("Publicera"),
        _l("Publicera"),
        _l("Alla som behöver har godkänt."),
        PlainForm,
        lambda edition, user: is_candidate(edition) and not edition.missing_parties(),
        _publish,
    ),
    Act(
        "publish-without",
        _l("Publicera utan alla parter"),
        _l("Publicera utan dem"),
        _l("Sidan säger för alla att en part inte har godkänt, och varför."),
        ReasonForm,
        _can_publish_without,
        _publish,
        is_grave=True,
    ),
    Act(
        "void",
        _l("Ta bort texten från bordet"),
        _l("Låt den inte publiceras"),
        _l("Den frysta texten sparas men publiceras inte."),
        PlainForm,
        lambda edition, user: is_candidate(edition),
        _void,
        is_grave=True,
    ),
    Act(
        "unschedule",
        _l("Avbryt schemaläggningen"),
        _l("Avbryt"),
        _l("Texten publiceras inte. Det som invånarna läser nu ligger kvar."),
        PlainForm,
        lambda edition, user: edition.state == EditionState.PUBLISHED and not edition.is_public,
        _unschedule,
    ),
    Act(
        "withdraw",
        _l("Dra tillbaka utgåvan"),
        _l("Dra tillbaka"),
        _l("Dess adress visar skälet i stället för texten. En äldre utgåva träder inte i kraft."),
        ReasonForm,
        _can_withdraw,
        _withdraw,
        is_grave=True,
    ),
]
ACTS = {act.key: act for act in COMMON}


def available(acts: Mapping[str, Act], edition: Edition, user: User) -> list[Act]:
    return [act for act in acts.values() if act.is_open(edition, user)]
