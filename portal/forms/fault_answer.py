"""Answering a report of a fault."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FaultAnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("Svar"),
        help_text=_(
            "Vad ni har gjort eller ska göra, och när. Brevet får en hälsning före och anmälan efter."
        ),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Skriv vad ni svarar eller vad ni har gjort.")},
    )
