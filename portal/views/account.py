"""One's own account, and the invitation that makes it. The rest of /konto/ is allauth's."""

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.internal.flows.logout import logout
from allauth.account.models import Login
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView
from allauth.usersessions.views import ListUserSessionsView
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from portal.enums import InvitationState
from portal.exceptions import InvitationError
from portal.forms.account import AcceptInvitationForm
from portal.invitations import accept_invitation, why_closed
from portal.models import Invitation, User
from portal.sign_in.browsers import name_browser
from portal.sign_in.forms import EndSessionForm
from portal.sign_in.second_factor import count_as_used, second_factor


@require_safe
@login_required
@never_cache
def account(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)  # noqa: S101 - login_required has seen to it
    context = {
        "memberships": request.user.memberships.select_related("organisation"),
        "second_factor": second_factor(request, request.user),
    }
    return render(request, "portal/account.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters("password")
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The page changes nothing: scanners of mail follow links. Its button does."""
    found = Invitation.objects.for_link(token)
    if found is None or found.state != InvitationState.WAITING:
        closed = "Länken gäller inte." if found is None else why_closed(found)
        return render(request, "portal/invitation_closed.html", {"closed": closed}, status=410)
    has_account = User.objects.has_address(found.email)
    data = request.POST if request.method == "POST" else None
    form = AcceptInvitationForm(data, invitation=found, has_account=has_account)
    if request.method == "POST" and form.is_valid():
        try:
            user = accept_invitation(token=token, **form.accepted())
        except InvitationError as refusal:
            form.add_error(None, str(refusal))
        else:
            return _welcome(request, user, form)
    context = {"invitation": found, "form": form, "has_account": has_account}
    return render(request, "portal/invitation.html", context, status=422 if form.errors else 200)


def _welcome(request: HttpRequest, user: User, form: AcceptInvitationForm) -> HttpResponse:
    """A new account goes on to its second factor; one that was there signs in as usual."""
    if form.has_account:
        return redirect("admin:index")
    if request.user.is_authenticated:  # somebody else had this browser
        logout(request, show_message=False)
    login = Login(user=user, email=user.email, redirect_url=reverse("mfa_index"))
    answer: HttpResponse = perform_password_login(request, {"email": user.email}, login)
    return answer


class ActivateTOTP(ActivateTOTPView):
    """Whoever has just typed a code from the app has used it: the session counts as opened with it."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        count_as_used(self.request, Authenticator.Type.TOTP)
        return response


class AddPasskey(AddWebAuthnView):
    """The key has just answered."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        count_as_used(self.request, Authenticator.Type.WEBAUTHN)
        return response


class Sessions(ListUserSessionsView):
    """Where one is signed in. allauth ends all the others; here also a single one."""

    form_class = EndSessionForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        for session in context["sessions"]:
            session.browser = name_browser(session.user_agent)
        return context


mfa_activate_totp = ActivateTOTP.as_view()
mfa_add_webauthn = AddPasskey.as_view()
usersessions_list = Sessions.as_view()
