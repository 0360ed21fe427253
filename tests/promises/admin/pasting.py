"""A page that is pasted, and the two steps by which it is."""

from bs4 import BeautifulSoup

ADDRESS = "/admin/importera/"
PAGE = """Medborgarlöften 2024

Trafik
Polisen och kommunen lovar att fler ska köra nyktert.
- Polisen genomför 20 nykterhetskontroller
- Kommunen skyltar om vid skolan

Gulliga katter
"""


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content.decode(), "html.parser")


def read(client, place, text=PAGE):
    return client.post(ADDRESS, {"partnership": place.pk, "text": text})


def checked(client, place, text=PAGE, **choices):
    """What the second step's form posts, with choices for lines."""
    page = soup(read(client, place, text))
    fields = {tag["name"]: tag["value"] for tag in page.select(".paste input[type=hidden]")}
    return fields | {name.replace("rad_", "rad-"): value for name, value in choices.items()}


def number_of(text: str, page: str = PAGE) -> int:
    return next(n for n, line in enumerate(page.split("\n"), start=1) if text in line)
