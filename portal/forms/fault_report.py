"""Telling what cannot be used on the site. Only the description is needed."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from portal.form_token import FormToken
from portal.forms.guarded import TRAP, GuardedForm, TypedText
from portal.models.fault_report import LONGEST_EMAIL, LONGEST_PAGE, LONGEST_REPORT


class FaultReportToken(FormToken):
    salt: ClassVar[str] = "portal.fault-report"


class FaultReportForm(GuardedForm):
    """Limits are validators: with ``max_length`` browsers would cut what is pasted without a word."""

    token_class = FaultReportToken

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data)
        too_long = _("Skriv högst %(limit_value)s tecken. Nu är det %(show_value)s.")
        self.fields["description"] = TypedText(
            label=_("Vad fungerar inte?"),
            help_text=_(
                "Berätta vad du försökte göra och vad som hände. Skriv gärna om du använder något "
                "hjälpmedel, till exempel skärmläsare. Skriv inte om din hälsa eller om andra personer."
            ),
            validators=[MaxLengthValidator(LONGEST_REPORT, too_long)],
            widget=forms.Textarea({"rows": 8, "cols": 40, "autocomplete": "off"}),
            error_messages={"required": _("Skriv vad som inte fungerar.")},
        )
        self.fields["page"] = forms.CharField(
            label=_("Vilken sida gäller det?"),
            help_text=_("Sidans adress eller rubrik."),
            required=False,
            validators=[MaxLengthValidator(LONGEST_PAGE, too_long)],
            widget=forms.TextInput({"autocomplete": "off"}),
        )
        self.fields["email"] = forms.EmailField(
            label=_("Din e-postadress"),
            help_text=_("Behövs bara om du vill ha svar. Vi raderar den 30 dagar efter svaret."),
            required=False,
            max_length=None,
            validators=[MaxLengthValidator(LONGEST_EMAIL, too_long)],
            widget=forms.EmailInput({"autocomplete": "email"}),
            error_messages={
                "invalid": _("Adressen ser inte rätt ut. Skriv den så här: namn@example.se.")
            },
        )
        self.set_trap()

    @property
    def asked(self) -> list[BoundField]:
        """The fields that people see, in order."""
        return [field for field in self if field.name != TRAP]

    @property
    def failed(self) -> list[BoundField]:
        return [field for field in self if field.errors]
