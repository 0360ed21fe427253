"""Taking up an invitation."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from portal.models import Invitation, User


class AcceptInvitationForm(forms.Form):
    """Name, title and password of a new account; nothing at all where the address has one already."""

    name = forms.CharField(label=_("Ditt namn"), max_length=120)
    title = forms.CharField(
        label=_("Din titel"),
        max_length=120,
        required=False,
        help_text=_("Till exempel ”säkerhetssamordnare”. Den visas när du godkänner något."),
    )
    password = forms.CharField(
        label=_("Lösenord"),
        strip=False,
        help_text=_("Minst tolv tecken. En mening som bara du kommer på är lätt att minnas."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(
        self, data: Any = None, *, invitation: Invitation, has_account: bool, **kwargs: Any
    ) -> None:
        initial = {"name": invitation.name, "title": invitation.title}
        super().__init__(data, initial=initial, **kwargs)
        self.invitation, self.has_account = invitation, has_account
        if has_account:
            self.fields.clear()

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        person = User(email=self.invitation.email, name=self.cleaned_data.get("name", ""))
        validate_password(password, person)
        return password

    def accepted(self) -> dict[str, str]:
        """What the service asks for."""
        return {"name": "", "title": "", "password": "", **self.cleaned_data}
