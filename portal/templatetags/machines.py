"""What a page tells machines about itself: its one address, its name and its words once more, its data."""

from typing import Any
from urllib.parse import urlencode

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.template.context import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString, mark_safe

from portal.mail import absolute

register = template.Library()


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> str:
    """The page's one address: without the query, on the site's own host."""
    return absolute(context["request"].path)


@register.simple_tag(takes_context=True)
def again(context: Context, name: str) -> SafeString:
    """A block of the page once more, on one line: its title stands in ``<title>`` and in ``og:title``."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return mark_safe(" ".join(block.render(context).split()))  # noqa: S308 - rendered once already


@register.filter
def on_site(path: str) -> str:
    """A path of ours with the site's own host, where a machine takes it elsewhere."""
    return absolute(path)


@register.simple_tag(takes_context=True)
def oembed_link(context: Context) -> SafeString:
    """Where an editor's system finds how to embed this page."""
    asked = urlencode({"url": canonical(context), "format": "json"})
    return format_html(
        '<link rel="alternate" type="application/json+oembed" href="{}?{}">',
        absolute(reverse("promises:oembed")),
        asked,
    )


class Plain(DjangoJSONEncoder):
    """Å, ä and ö as they are, and no blanks: every byte travels with the page."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options | {"ensure_ascii": False, "separators": (",", ":")})


@register.filter
def json_ld(data: list[dict[str, Any]] | None) -> SafeString:
    """schema.org data as a block that no browser runs, escaped as ``json_script`` does; nothing for None.

    ``data``: things with "@type", without "@context".
    """
    if not data:
        return mark_safe("")
    known = [_without_empty(thing) for thing in data]
    whole = {"@context": "https://schema.org", "@graph": known}
    block = json_script(whole, encoder=Plain)
    return mark_safe(block.replace("application/json", "application/ld+json", 1))  # noqa: S308


def _without_empty(value: Any) -> Any:
    """What is not known is left out, not told as empty."""
    if isinstance(value, dict):
        return {k: _without_empty(v) for k, v in value.items() if v not in (None, "", [], {})}
    return [_without_empty(item) for item in value] if isinstance(value, list) else value
