"""What an oEmbed consumer asks for."""

from django import forms
from django.utils.translation import gettext_lazy as _


class OEmbedForm(forms.Form):
    url = forms.CharField(
        max_length=500, error_messages={"required": _("Ange adressen till en av våra sidor i url.")}
    )
    maxwidth = forms.IntegerField(required=False, min_value=1)
    maxheight = forms.IntegerField(required=False, min_value=1)
    format = forms.CharField(required=False)
