"""What is filled in on the way from draft to public text. Rules of the rows are the services'."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.models import Organisation

SHORT = {"rows": 3}
DAY: dict[str, Any] = {"type": "date", "aria-label": _("Dag")}
CLOCK: dict[str, Any] = {"type": "time", "aria-label": _("Klockslag")}


class ProposalForm(forms.Form):
    note = forms.CharField(
        label=_("Vad är nytt, och varför?"),
        help_text=_("Alla kan läsa noten. En eller två meningar räcker."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=SHORT),
    )
    is_minor = forms.BooleanField(
        label=_("Mindre rättelse"),
        help_text=_(
            "Bara ordalydelsen har ändrats, till exempel ett stavfel. Då behövs ingen not."
        ),
        required=False,
    )
    scheduled_for = forms.SplitDateTimeField(
        label=_("Publicera en viss tid"),
        help_text=_("Svensk tid. Tomt: direkt när alla har godkänt."),
        required=False,
        require_all_fields=False,
        widget=forms.SplitDateTimeWidget(
            date_format="%Y-%m-%d",
            time_format="%H:%M",
            date_attrs=DAY,
            time_attrs=CLOCK,
        ),
        error_messages={
            "invalid_date": _("Skriv dagen som 2026-01-31."),
            "invalid_time": _("Skriv klockslaget som 09:00."),
            "incomplete": _("Ange både dag och klockslag."),
        },
    )

    def clean_scheduled_for(self) -> dt.datetime | None:
        moment: dt.datetime | None = self.cleaned_data["scheduled_for"]
        if moment and moment <= timezone.now():
            raise ValidationError(_("Tiden har redan passerat. Välj en senare, eller lämna tomt."))
        return moment

    def clean(self) -> None:
        if not self.cleaned_data.get("note", "").strip() and not self.cleaned_data.get("is_minor"):
            self.add_error(
                "note", _("Skriv vad som har ändrats, eller markera mindre rättelse nedan.")
            )


class SignForm(forms.Form):
    name = forms.CharField(label=_("Ditt namn"), max_length=120)
    title = forms.CharField(
        label=_("Din titel"),
        max_length=160,
        help_text=_("Namn och titel visas för alla när texten är publicerad."),
    )


class PartySignForm(SignForm):
    """In the admin: one may be an approver of two parties."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("För"), empty_label=None
    )
    field_order = ["organisation", "name", "title"]


class SendBackForm(forms.Form):
    comment = forms.CharField(
        label=_("Vad behöver ändras?"), max_length=4000, widget=forms.Textarea(attrs=SHORT)
    )


class PartySendBackForm(SendBackForm):
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("För"), empty_label=None
    )
    field_order = ["organisation", "comment"]


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Skäl"),
        help_text=_("Skälet visas för alla."),
        max_length=2000,
        widget=forms.Textarea(attrs=SHORT),
    )


class PlainForm(forms.Form):
    """A button and nothing to fill in."""
