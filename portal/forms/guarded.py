"""A form that anybody may send: robots are kept out, nothing typed is lost, no cookie and no script."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.form_token import OLDEST, QUICKEST, FormToken

TRAP = "hemsida"
TOKEN = "formular"  # noqa: S105 - the name of a field


class TypedText(forms.CharField):
    """Browsers send each line break as two characters: people type, and count, one."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class GuardedForm(forms.Form):
    """``about`` is the row that the form is about. Its token is its own number; when that cannot be used the
    page gets a fresh one, and what was typed stays as it was. Subclasses add their fields before the trap."""

    token_class: type[FormToken]
    use_required_attribute = False  # our words beside the field, all at once, in every browser

    # What is said when the token cannot be used.
    unknown: str | Promise = gettext_lazy(
        "Formuläret kunde inte kännas igen. Det du skrev finns kvar: skicka en gång till."
    )
    too_quick: str | Promise = gettext_lazy(
        "Formuläret skickades så snabbt att det liknar en robot. Det du skrev finns kvar: läs igenom det "
        "och skicka igen om några sekunder."
    )
    too_old: str | Promise = gettext_lazy(
        "Sidan har varit öppen i mer än ett dygn. Det du skrev finns kvar: skicka en gång till."
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, about: int = 0, auto_id: str = "id_%s"
    ) -> None:
        super().__init__(data, auto_id=auto_id)
        self.about = about
        sent = None if data is None else str(data.get(TOKEN, ""))
        self.token = None if sent is None else self.token_class.read(sent)
        self.was_token_refused = False

    def set_trap(self) -> None:
        """To be called last: the trap comes after the fields that people see."""
        self.fields[TRAP] = forms.CharField(
            label=_("Lämna det här fältet tomt"),
            required=False,
            widget=forms.TextInput({"autocomplete": "off", "tabindex": "-1"}),
        )

    @property
    def trap(self) -> BoundField:
        return self[TRAP]

    @property
    def number(self) -> str:
        """What is kept of a valid form's own number."""
        return self.token.number if self.token else ""

    @property
    def signed_token(self) -> str:
        """The form keeps its number as long as that holds, so that it counts once if sent again."""
        if self.token is None or self.was_token_refused:
            return self.token_class.fresh(self.about).signed
        return str(self.data[TOKEN])

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get(TRAP):
            self.add_error(TRAP, _("Fältet är till för att känna igen robotar. Töm det."))
        if refusal := self._token_refusal():
            self.was_token_refused = True
            self.add_error(None, str(refusal))
        return self.cleaned_data

    def _token_refusal(self) -> str | Promise:
        if self.token is None or self.token.about != self.about:
            return self.unknown
        if self.token.age < QUICKEST:
            return self.too_quick
        return self.too_old if self.token.age > OLDEST else ""
