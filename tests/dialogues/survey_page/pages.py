"""The survey's page: its address, the form as a browser got it, and what it says is wrong."""

from bs4 import BeautifulSoup
from django.urls import reverse

ANSWERS = {
    "fraga-trygg": "4",
    "fraga-oroar": ["val-1", "val-3"],
    "fraga-kon": "val-2",
    "fraga-ar": "12",
    "fraga-annat": "Lys upp gångvägen.",
    "hemsida": "",
}


def address(edition, name="answer") -> str:
    return reverse(f"dialogues:{name}", args=[edition.partnership.slug, edition.slug])


def page(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def opened(client, edition, *, after=60) -> dict:
    """The form as a browser got it, with the clock moved on as long as it was read."""
    form = page(client.get(address(edition))).select_one("form.survey")
    found = {"formular": form.select_one("[name=formular]")["value"]}
    client.clock.shift(after)
    return found


def problems(response) -> list[str]:
    return [
        text.get_text(" ", strip=True)
        for text in page(response).select("#att-ratta > p, #att-ratta li")
    ]
