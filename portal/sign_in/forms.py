"""allauth's forms in our words: a label that stays, no text inside the field that goes when you type."""

from typing import Any, cast

from allauth.account import forms as account
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as mfa
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from allauth.usersessions.forms import ManageUserSessionsForm
from allauth.usersessions.internal.flows import sessions
from allauth.usersessions.models import UserSession
from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from portal.sign_in.second_factor import demo_code, use_code

PASSWORD_HELP = _(
    "Minst tolv tecken. En mening som bara du kommer på är lättare att minnas än krångliga tecken."
)
CODE_HELP = _("Sex siffror från appen i telefonen, eller en av dina reservkoder.")


class PlainForm(forms.Form):
    words: dict[str, tuple[Any, Any]] = {}
    """Label and help text by field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (label, help_text) in self.words.items():
            field = self.fields[name]
            field.label, field.help_text = label, help_text
            field.widget.attrs.pop("placeholder", None)


class LoginForm(PlainForm, account.LoginForm):
    words = {"login": (_("E-postadress"), ""), "password": (_("Lösenord"), "")}
    organisation = settings.OIDC_NAME


class ReauthenticateForm(PlainForm, account.ReauthenticateForm):
    words = {"password": (_("Lösenord"), "")}


class ChangePasswordForm(PlainForm, account.ChangePasswordForm):
    words = {
        "oldpassword": (_("Lösenordet du har nu"), ""),
        "password1": (_("Nytt lösenord"), PASSWORD_HELP),
        "password2": (_("Nytt lösenord en gång till"), ""),
    }


class SetPasswordForm(PlainForm, account.SetPasswordForm):
    words = {
        "password1": (_("Lösenord"), PASSWORD_HELP),
        "password2": (_("Lösenord en gång till"), ""),
    }


class ResetPasswordForm(PlainForm, account.ResetPasswordForm):
    words = {"email": (_("E-postadress"), "")}


class ResetPasswordKeyForm(PlainForm, account.ResetPasswordKeyForm):
    words = {
        "password1": (_("Nytt lösenord"), PASSWORD_HELP),
        "password2": (_("Nytt lösenord en gång till"), ""),
    }


class EndSessionForm(ManageUserSessionsForm):
    """One of one's own sessions, or with none chosen all but this one."""

    session = forms.ModelChoiceField(queryset=UserSession.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mine = UserSession.objects.filter(user=self.request.user)
        cast(forms.ModelChoiceField[UserSession], self.fields["session"]).queryset = mine

    def save(self, request: HttpRequest) -> None:
        if chosen := self.cleaned_data["session"]:
            sessions.end_sessions(request, [chosen])
        else:
            super().save(request)


class CodeForm(PlainForm):
    words = {"code": (_("Kod"), CODE_HELP)}
    user: Any
    authenticator: Authenticator

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs |= {"autocapitalize": "off", "spellcheck": "false"}

    def demo_code(self) -> str:
        return demo_code(self.user)

    def is_demo(self) -> bool:
        return bool(settings.DEMO and self.user.is_demo)

    def clean_code(self) -> str:
        code: str = super().clean_code()  # type: ignore[misc]
        is_timed = self.authenticator.type == Authenticator.Type.TOTP
        if is_timed and not use_code(self.user, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStepForm(CodeForm, mfa.AuthenticateForm):
    pass


class SecondStepAgainForm(CodeForm, mfa.ReauthenticateForm):
    pass


class ActivateTOTPForm(PlainForm, totp.ActivateTOTPForm):
    words = {
        "code": (_("Kod från appen"), _("Sex siffror. En ny kod kommer var trettionde sekund."))
    }


class AddPasskeyForm(PlainForm, webauthn.AddWebAuthnForm):
    words = {
        "name": (_("Vad ska nyckeln heta?"), _("Till exempel ”Jobbdatorn” eller ”Telefonen”."))
    }


class RenamePasskeyForm(PlainForm, webauthn.EditWebAuthnForm):
    words = {"name": (_("Nyckelns namn"), "")}
