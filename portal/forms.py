"""Forms that own a page's query string."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from portal import swedish
from portal.days import today
from portal.models import Contact, Invitation, User


class ContactSearchForm(forms.Form):
    q = forms.CharField(
        label=_("Plats, funktion eller namn"), max_length=80, required=False, strip=True
    )

    def search(self) -> list[Contact]:
        """Contacts that hold today, by place and then in the place's own order."""
        words = self.cleaned_data.get("q", "") if self.is_valid() else ""
        found = Contact.objects.public(on=today()).matching(words).with_place()
        return sorted(found, key=lambda c: (swedish.sort_key(c.partnership.name), c.position, c.pk))


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
