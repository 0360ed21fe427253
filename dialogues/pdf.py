"""What counts as a PDF: its content says so, whatever the name."""

from django.core.exceptions import ValidationError
from django.core.files import File

LARGEST = 10 * 1024 * 1024


def require_pdf(file: "File[bytes]") -> None:
    """Refuses what does not begin and end as a PDF, and what is larger than 10 MB."""
    if (file.size or 0) > LARGEST:
        raise ValidationError("Filen är större än 10 MB. Spara den i en mindre upplaga.")
    file.seek(0)
    is_begun = file.read(5) == b"%PDF-"
    file.seek(max((file.size or 0) - 1024, 0))
    is_ended = b"%%EOF" in file.read()
    file.seek(0)
    if not (is_begun and is_ended):
        raise ValidationError("Filen är inte en hel PDF.")
