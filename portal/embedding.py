"""The code that puts a place's promises on somebody else's page."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from portal.mail import absolute
from portal.models import Partnership

WIDTH, HEIGHT = 640, 600
"""In pixels. The block fits any width from 280; what is higher is scrolled."""


def embedding_code(
    place: Partnership, *, width: int | None = None, height: int = HEIGHT
) -> SafeString:
    """An ``iframe``, as wide as the column it stands in where no width is given."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"></iframe>',
        absolute(reverse("promises:embedded", args=[place.slug])),
        _("Medborgarlöften för %s") % place.name,
        width or "100%",
        height,
    )
