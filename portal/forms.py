"""Forms that own a page's query string."""

from django import forms
from django.utils.translation import gettext_lazy as _

from portal import swedish
from portal.days import today
from portal.models import Contact


class ContactSearchForm(forms.Form):
    q = forms.CharField(
        label=_("Plats, funktion eller namn"), max_length=80, required=False, strip=True
    )

    def search(self) -> list[Contact]:
        """Contacts that hold today, by place and then in the place's own order."""
        words = self.cleaned_data.get("q", "") if self.is_valid() else ""
        found = Contact.objects.public(on=today()).matching(words).with_place()
        return sorted(found, key=lambda c: (swedish.sort_key(c.partnership.name), c.position, c.pk))
