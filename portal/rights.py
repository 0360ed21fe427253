"""Who may do what with a partnership's rows. Rights follow rows, never menus."""

from portal.enums import MembershipRole
from portal.exceptions import NotAllowed
from portal.models import Membership, Organisation, Partnership, User


def require_editor(user: User, partnership: Partnership) -> None:
    """Editors and approvers of a party, and operators."""
    if not Partnership.objects.editable_by(user).filter(pk=partnership.pk).exists():
        raise NotAllowed(f"Du har inte rätt att ändra något för {partnership}.")


def require_approver(user: User, partnership: Partnership) -> None:
    """Approvers of any of the parties, and operators."""
    if user.is_operator:
        return
    approvers = Membership.objects.filter(
        user=user,
        role=MembershipRole.APPROVER,
        organisation__partnerships=partnership,
        user__is_active=True,
    )
    if not approvers.exists():
        raise NotAllowed(f"Bara en godkännare kan göra det här för {partnership}.")


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
