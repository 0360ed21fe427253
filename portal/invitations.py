"""Who gets an account: services of invitations. An operator invites to any organisation, an approver to
their own."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from portal import swedish
from portal.enums import InvitationState, MembershipRole
from portal.exceptions import InvitationError
from portal.mail import absolute, deliver_letter
from portal.models import Invitation, Membership, Organisation, User
from portal.rights import require_inviter


def require_can_invite(
    *, by: User, email: str, organisation: Organisation, role: MembershipRole
) -> User | None:
    """Refuses what ``invite`` would refuse. Returns the account that the address has already."""
    require_inviter(by, organisation)
    user = User.objects.filter(email=email.lower()).first()
    if user is None:
        return None
    if not user.is_active:
        raise InvitationError(
            f"{user} har ett konto som är avstängt. Be den som driver portalen öppna det."
        )
    held = Membership.objects.filter(user=user, organisation=organisation).first()
    if held and (held.role == role or held.role == MembershipRole.APPROVER):
        label = MembershipRole(held.role).label
        raise InvitationError(f"{user} är redan {label} för {organisation}.")
    return user


@transaction.atomic
def invite(
    *,
    by: User,
    email: str,
    name: str,
    organisation: Organisation,
    title: str = "",
    role: MembershipRole = MembershipRole.EDITOR,
) -> Invitation | Membership:
    """Send a personal link. Whoever has an account gets the new role at once, and a letter that says so;
    an address that has a link waiting gets a new one in its place."""
    # Two people may invite the same person at once: the second waits here.
    organisation = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    email = email.strip().lower()
    user = require_can_invite(by=by, email=email, organisation=organisation, role=role)
    if user is not None:
        return _give_role(user, organisation=organisation, role=role, by=by)
    live = Invitation.objects.live().filter(email=email, organisation=organisation).first()
    invitation = live or Invitation(email=email, organisation=organisation)
    invitation.name, invitation.title, invitation.role = name.strip(), title.strip(), role
    invitation.invited_by = by
    return _send(invitation)


@transaction.atomic
def resend_invitation(*, invitation: Invitation, by: User) -> Invitation:
    """A new link by mail, good for another two weeks; the old link stops working."""
    invitation = _locked(invitation)
    require_inviter(by, invitation.organisation)
    _require_not_over(invitation)
    return _send(invitation)


@transaction.atomic
def revoke_invitation(*, invitation: Invitation, by: User) -> Invitation:
    invitation = _locked(invitation)
    require_inviter(by, invitation.organisation)
    _require_not_over(invitation)
    invitation.revoked_at, invitation.revoked_by = timezone.now(), by
    invitation.save(update_fields=["revoked_at", "revoked_by"])
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, name: str, title: str, password: str) -> User:
    """Whoever holds the link has shown that the address is theirs. If it has got an account meanwhile,
    that keeps its name and its password, whatever is given here."""
    link = Invitation.objects.for_link(token)
    if link is None:
        raise InvitationError("Länken gäller inte.")
    invitation = _locked(link)
    if invitation.state != InvitationState.WAITING:
        raise InvitationError(why_closed(invitation))
    user = User.objects.filter(email=invitation.email).first()
    if user is None:
        user = _create_user(invitation, name=name, title=title, password=password)
    elif not user.is_active:
        raise InvitationError("Kontot är avstängt. Fråga den som bjöd in dig.")
    _give_membership(user, organisation=invitation.organisation, role=invitation.role)
    invitation.accepted_at, invitation.accepted_by = timezone.now(), user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    return user


def why_closed(invitation: Invitation) -> str:
    if invitation.state == InvitationState.ACCEPTED:
        return "Inbjudan har redan använts. Logga in med e-postadressen och lösenordet du valde."
    if invitation.state == InvitationState.REVOKED:
        return "Inbjudan har återkallats. Fråga den som bjöd in dig om du tror att det är fel."
    if invitation.state == InvitationState.EXPIRED:
        return "Inbjudan har blivit för gammal. Be den som bjöd in dig att skicka den igen."
    return ""


def _locked(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_for_update(of=("self",))
    return rows.select_related("organisation", "invited_by").get(pk=invitation.pk)


def _require_not_over(invitation: Invitation) -> None:
    if invitation.state in (InvitationState.ACCEPTED, InvitationState.REVOKED):
        label = InvitationState(invitation.state).label
        raise InvitationError(f"Inbjudan till {invitation.name} är redan {label}.")


def _send(invitation: Invitation) -> Invitation:
    token = invitation.renew()
    invitation.save()
    deliver_letter(
        to=invitation.email,
        letter="invitation",
        message_key=f"invitation-{invitation.token_hash}",
        invitation=invitation,
        link=absolute(reverse("portal:invitation", args=[token])),
        last_day=swedish.date(timezone.localdate(invitation.expires_at)),
    )
    return invitation


def _create_user(invitation: Invitation, *, name: str, title: str, password: str) -> User:
    user = User(
        email=invitation.email,
        name=name.strip(),
        title=title.strip(),
        is_staff=True,
        is_active=True,
    )
    if not user.name:
        raise InvitationError("Skriv ditt namn.")
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise InvitationError(" ".join(error.messages)) from error
    user.set_password(password)
    user.save()
    return user


def _give_role(
    user: User, *, organisation: Organisation, role: MembershipRole, by: User
) -> Membership:
    membership = _give_membership(user, organisation=organisation, role=role)
    deliver_letter(
        to=user.email,
        letter="new_membership",
        message_key=f"membership-{membership.pk}-{role}-{timezone.now():%Y%m%d%H%M%S%f}",
        membership=membership,
        by=by,
        link=absolute(reverse("admin:index")),
    )
    return membership


def _give_membership(user: User, *, organisation: Organisation, role: str) -> Membership:
    """Never takes a role away: an approver who is invited as an editor stays an approver."""
    if not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])
    membership, is_new = Membership.objects.get_or_create(
        user=user, organisation=organisation, defaults={"role": role}
    )
    if not is_new and role == MembershipRole.APPROVER:
        membership.role = role
        membership.save(update_fields=["role"])
    return membership
