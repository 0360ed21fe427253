"""The desk as a browser has it: its fields as they stand, one row as htmx sends it."""

from bs4 import BeautifulSoup
from django.urls import reverse

HTMX = {"HX-Request": "true"}


def address(period) -> str:
    return reverse("promises_admin:desk", args=[period.pk])


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def fields_of(page: BeautifulSoup, within: str = "") -> dict[str, str]:
    """What a browser would post: every control of the desk's form, as it stands."""
    found = {}
    for control in page.select(f"{within} [name][form=desk]"):
        kind = control.get("type")
        if control.name == "select":
            chosen = control.select_one("option[selected]") or control.select_one("option")
            found[control["name"]] = chosen["value"]
        elif control.name == "textarea":
            found[control["name"]] = control.text.removeprefix("\n")
        elif kind in ("radio", "checkbox"):
            if control.has_attr("checked"):
                found[control["name"]] = control["value"] if kind == "radio" else "on"
        else:
            found[control["name"]] = control.get("value", "")
    return found


def row_of(client, period, key: str, **changes) -> dict[str, str]:
    """One row as htmx sends it, with some fields changed."""
    fields = fields_of(soup(client.get(address(period))), f"#{key}")
    return fields | {"row": key} | {f"{key}-{name}": value for name, value in changes.items()}


def save(client, period, data):
    return client.post(address(period), data, headers=HTMX)


def messages_at(page: BeautifulSoup, field: str) -> list[str]:
    return [error.text for error in page.select(f"#id_{field}_error li")]
