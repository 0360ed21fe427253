"""What is filled in on the way from draft to public text of a period, besides what any edition needs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal.forms import publishing
from portal.models import SignatoryContact


class ProposalForm(publishing.ProposalForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["is_minor"].help_text = _(
            "Bara ordalydelsen har ändrats, till exempel ett stavfel. Då behövs ingen not. "
            "Löften, insatser, siffror, datum, lägen och omdömen ska vara desamma."
        )


class LinkForm(forms.Form):
    signatory = forms.ModelChoiceField(
        SignatoryContact.objects.none(), label=_("Skicka till"), empty_label=None
    )
