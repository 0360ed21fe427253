"""Who may do what with a partnership's rows. Rights follow rows, never menus."""

from collections.abc import Iterable

from django.db import models

from portal.enums import MembershipRole
from portal.exceptions import NotAllowed
from portal.models import Membership, Organisation, Partnership, User


def require_editor(user: User, partnership: Partnership) -> None:
    """Editors and approvers of a party, and operators."""
    if not Partnership.objects.editable_by(user).filter(pk=partnership.pk).exists():
        raise NotAllowed(f"Du har inte rätt att ändra något för {partnership}.")


def may_approve(user: User, partnership: Partnership) -> bool:
    """Approvers of any of the parties, and operators."""
    if user.is_operator:
        return True
    approvers = Membership.objects.filter(
        user=user,
        role=MembershipRole.APPROVER,
        organisation__partnerships=partnership,
        user__is_active=True,
    )
    return approvers.exists()


def require_approver(user: User, partnership: Partnership) -> None:
    if not may_approve(user, partnership):
        raise NotAllowed(f"Bara en godkännare kan göra det här för {partnership}.")


def require_registrar(user: User, organisation: Organisation) -> None:
    """Who may say that somebody signs for a party without an account: its approvers, and operators."""
    if user.is_operator or organisation.pk in Membership.objects.approved_by(user):
        return
    raise NotAllowed(f"Bara en godkännare för {organisation} kan registrera undertecknare där.")


def approvers_of(organisations: models.QuerySet[Organisation]) -> models.QuerySet[User]:
    """Those who sign for any of the organisations, each once."""
    approving = Membership.objects.filter(
        role=MembershipRole.APPROVER, organisation__in=organisations
    )
    return User.objects.filter(pk__in=approving.values("user"), is_active=True)


def responsible_for(place: Partnership) -> Iterable[User]:
    """The one responsible and the stand-in; where nobody is named, those who sign, since a place without
    an owner is how promises are forgotten."""
    named = {place.follow_up_responsible, place.follow_up_stand_in} - {None}
    active = [user for user in named if user and user.is_active]
    if active:
        return sorted(active, key=lambda user: user.pk)
    parties = Organisation.objects.filter(partnerships=place)
    return approvers_of(parties).order_by("pk")


def require_signer(user: User, organisation: Organisation) -> None:
    """Only an approver of the very organisation signs for it: an operator runs the portal, and gives
    no promises."""
    if not Membership.objects.filter(
        user=user,
        role=MembershipRole.APPROVER,
        organisation=organisation,
        user__is_active=True,
    ).exists():
        raise NotAllowed(f"Bara en godkännare för {organisation} kan godkänna i dess namn.")


def require_inviter(user: User, organisation: Organisation) -> None:
    """Operators, and approvers of the very organisation."""
    if user.is_operator:
        return
    if not Membership.objects.filter(
        user=user,
        role=MembershipRole.APPROVER,
        organisation=organisation,
        user__is_active=True,
    ).exists():
        raise NotAllowed(f"Bara en godkännare för {organisation} kan bjuda in dit.")
