"""Addresses made of Swedish words, and the words that no partnership or promise may take."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

ADDRESS = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Använd små bokstäver a–z, siffror och bindestreck.")
)

SITE_WORDS = frozenset(
    "admin dialoger godkann halsa konto kontakt media oembed om sa-gick-det sok static stil "
    "tillganglighet integritet ordlista oversikt robots.txt sitemap.xml api".split()
)
"""First path segments that belong to the site itself."""

PLACE_WORDS = frozenset(
    "dialoger inbaddning kontakt oversikt perioder sa-gick-det sok utgavor visitkort".split()
)
"""Second path segments that belong to a partnership's own pages."""

PERIOD_WORDS = frozenset("fran-ord-till-resultat sa-gick-det utgavor".split())
"""Third path segments that belong to a period's own pages."""

DIALOGUE_WORDS = frozenset("kalender".split())
"""Third path segments, after ``dialoger/``, that belong to the list of dialogues: ``kalender.ics``."""


def make_slug(text: str, *, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """A slug of at most 60 characters that is not taken: "Så gick det" → "sa-gick-det-2" if it is."""
    base = slugify(text.replace("–", "-").replace("—", "-"))[:60].strip("-") or "lofte"
    slug, number = base, 2
    while slug in taken:
        slug, number = f"{base[:56]}-{number}", number + 1
    return slug


def refuse_site_word(slug: str) -> None:
    if slug in SITE_WORDS:
        raise ValidationError(f"Adressen ”{slug}” används av webbplatsen själv. Välj en annan.")


def refuse_place_word(slug: str) -> None:
    if slug in PLACE_WORDS:
        raise ValidationError(f"Adressen ”{slug}” används redan på platsens sidor. Välj en annan.")


def refuse_period_word(slug: str) -> None:
    if slug in PERIOD_WORDS:
        raise ValidationError(f"Adressen ”{slug}” används redan på periodens sidor. Välj en annan.")


def refuse_dialogue_word(slug: str) -> None:
    if slug in DIALOGUE_WORDS:
        raise ValidationError(f"Adressen ”{slug}” används redan bland dialogerna. Välj en annan.")
