"""A page to import: pasted or uploaded, refused in Swedish when it cannot be read."""

import re
from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from portal.admin.widgets import FileInput
from portal.models import Partnership, User
from promises.page_import import UnusableInput
from promises.page_import.source import SIZE_LIMIT, decode

MOST_LINES = 4000
MOST_KEPT = 2_000_000
"""Characters of the page as it is carried from step to step, packed and signed."""
SALT = "promises.paste_import"
PLACES = 7

# What ``decode`` says to an operator, as an editor is told it.
REFUSALS = (
    (r"(?P<size>[\d.]+) MB is too large", "Sidan är {size} MB. Det får vara högst 5 MB."),
    (r"This is a PDF file", "Det här är en pdf-fil. Kopiera texten ur den och klistra in den."),
    (
        r"This is (?:a zip archive|an old Office|an RTF)",
        "Det här är ett dokument från ett ordbehandlingsprogram eller ett zip-arkiv. "
        "Kopiera texten ur det och klistra in den.",
    ),
    (r"This is a \w+ picture", "Det här är en bild. Bara text kan läsas in."),
    (r"This is a gzip archive", "Det här är ett komprimerat arkiv. Packa upp det först."),
    (r"The input is empty", "Det finns ingen text att läsa."),
    (r"This is a binary file", "Det här är ingen text. Spara sidan som text eller HTML."),
    (
        r"Broken |Unknown text encoding",
        "Å, ä och ö går inte att läsa i filen. Spara den som UTF-8, eller klistra in texten.",
    ),
)


def refusal_in_swedish(error: UnusableInput) -> str:
    for pattern, words in REFUSALS:
        if found := re.match(pattern, str(error)):
            return words.format(**{k: v.replace(".", ",") for k, v in found.groupdict().items()})
    return "Sidan gick inte att läsa. Kopiera texten och klistra in den."


class PasteForm(forms.Form):
    partnership = forms.ModelChoiceField(
        queryset=Partnership.objects.none(),
        label=_("Vilken samverkan gäller sidan?"),
        empty_label=_("Välj"),
        error_messages={
            "required": _("Välj vilken samverkan sidan gäller."),
            "invalid_choice": _("Välj en av dina egna samverkan."),
        },
    )
    text = forms.CharField(
        label=_("Klistra in sidans text"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 12, "cols": 60}),
    )
    file = forms.FileField(
        label=_("Eller välj en fil"),
        required=False,
        help_text=_("Sidan sparad som text eller HTML, högst 5 MB."),
        allow_empty_file=True,
        widget=FileInput({"accept": ".txt,.html,.htm,text/plain,text/html"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        kwargs |= {"label_suffix": "", "use_required_attribute": False}
        super().__init__(*args, **kwargs)
        places: Any = self.fields["partnership"]
        places.queryset = Partnership.objects.editable_by(user)
        if not self.is_bound and places.queryset.count() == 1:
            self.initial.setdefault("partnership", places.queryset.get())

    def clean_file(self) -> str:
        given = self.cleaned_data["file"]
        return self._decoded(given) if given else ""

    def clean_text(self) -> str:
        given: str = self.cleaned_data["text"]
        if not given.strip():
            return ""
        try:
            return decode(given.encode())
        except UnusableInput as error:
            raise forms.ValidationError(refusal_in_swedish(error)) from error

    def _decoded(self, given: UploadedFile[Any]) -> str:
        """The size is known before a byte is read."""
        try:
            if (given.size or 0) > SIZE_LIMIT:
                raise UnusableInput(f"{(given.size or 0) / 2**20:.1f} MB is too large.")
            return decode(given.read(SIZE_LIMIT + 1))
        except UnusableInput as error:
            raise forms.ValidationError(refusal_in_swedish(error)) from error

    def clean(self) -> dict[str, Any]:
        found: dict[str, Any] = super().clean() or self.cleaned_data
        pasted, uploaded = found.get("text"), found.get("file")
        if self.has_error("text") or self.has_error("file"):
            return found
        if pasted and uploaded:
            self.add_error("file", _("Klistra in text eller välj en fil, inte båda."))
        elif not (pasted or uploaded):
            self.add_error("text", _("Klistra in text, eller välj en fil."))
        else:
            self._keep(str(pasted or uploaded), at="text" if pasted else "file")
        return found

    def _keep(self, page: str, *, at: str) -> None:
        self.kept = pack(page)
        if len(self.kept) > MOST_KEPT or len(re.findall(r"\r\n|\n|\r", page)) > MOST_LINES:
            self.add_error(at, _("Sidan är för lång att gå igenom här. Dela upp den."))


def pack(page: str) -> str:
    """The page as it travels in the form between the steps: nothing is kept on the server."""
    return signing.dumps(page, salt=SALT, compress=True)


def unpack(kept: str) -> str | None:
    """None when what came back is not what was sent."""
    try:
        return str(signing.loads(kept, salt=SALT))
    except signing.BadSignature:
        return None
