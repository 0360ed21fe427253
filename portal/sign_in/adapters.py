"""Where allauth asks us."""

import secrets
import time
from typing import Any

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.auth import is_welcome
from portal.mail import deliver
from portal.models import User
from portal.sign_in.second_factor import second_factor


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Kontot är avstängt."),
        "email_password_mismatch": _("E-postadressen eller lösenordet stämmer inte."),
        "enter_current_password": _("Det är inte lösenordet du har nu."),
        "incorrect_code": _("Koden stämmer inte, eller så har den redan använts."),
        "incorrect_password": _("Lösenordet stämmer inte."),
        "invalid_password_reset": _("Länken gäller inte längre."),
        "too_many_login_attempts": _("För många försök. Vänta några minuter och pröva igen."),
        "rate_limited": _("För många försök. Vänta några minuter och pröva igen."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Every way in passes here, also one where no password was asked for."""
        if not is_welcome(user):
            answer: HttpResponse | None = self.respond_user_inactive(request, user)
        else:
            answer = super().pre_login(request, user, **kwargs)
        return answer

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Someone who signed in a minute ago has just shown who they are, if it was with all they have."""
        if self._lacks_second_step(self.request.user):
            return bool(super().is_reauthentication_required(app=app))
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0)
        if time.time() - latest < app_settings.REAUTHENTICATION_TIMEOUT:
            return False
        return bool(super().is_reauthentication_required(app=app))

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        words = {
            "reauthenticate": _("Använd ditt lösenord"),
            "mfa_reauthenticate": _("Använd en kod"),
            "mfa_reauthenticate:webauthn": _("Använd en inloggningsnyckel"),
        }
        methods = super().get_reauthentication_methods(user)
        if self._lacks_second_step(user):  # the password has been given; it must not open the codes
            methods = [method for method in methods if method["id"] != "reauthenticate"]
        return [method | {"description": words[method["id"]]} for method in methods]

    def _lacks_second_step(self, user: User) -> bool:
        factor = second_factor(self.request, user)
        return factor.is_set_up and not factor.is_used

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("portal:account")

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Through our own queue, as every other letter."""
        context = {"request": self.request, "email": email, **context}
        subject = render_to_string(f"{template_prefix}_subject.txt", context).strip()
        body = render_to_string(f"{template_prefix}_message.txt", context).strip() + "\n"
        key = f"{template_prefix.rpartition('/')[2]}-{secrets.token_hex(8)}"
        deliver(to=email, subject=subject, body=body, message_key=key)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Koden stämmer inte, eller så har den redan använts."),
        "cannot_generate_recovery_codes": _(
            "Lägg till en app eller en inloggningsnyckel först. Sedan kan du få reservkoder."
        ),
    }

    def build_totp_svg(self, url: str) -> str:
        """To stand in the page: the CSP allows no picture by data address."""
        svg = str(super().build_totp_svg(url))
        return svg[svg.index("<svg") :]

    def generate_authenticator_name(self, user: User, type: str) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return str(_("Nyckel %(number)s")) % {"number": number}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {
            **super().get_public_key_credential_rp_entity(),
            "name": str(_("Medborgarlöften")),
        }
