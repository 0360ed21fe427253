"""Made-up searches: with hits, without, and for a contact that nobody is."""

from typing import Any

from portal.enums import SearchKind
from portal.forms.contacts import ContactSearchForm
from portal.forms.search import SearchForm
from portal.models import Partnership, SearchEntry
from portal.search_words import terms
from portal.searching import Found, Hit
from promises.style_guide.places import LONG_WORD


def places(place: Partnership) -> list[Any]:
    """As the search form wants them: with what can be chosen."""
    place.__dict__["searchchoices_stamp"] = []
    return [place]


def search_with_hits(place: Partnership) -> dict[str, object]:
    words = "farten skolorna"
    entries = [
        SearchEntry(
            partnership=place,
            kind=SearchKind.PROMISE,
            title="Trafik",
            statement="Vi ska synas vid alla skolor, så att farten blir lägre.",
            body="I dialogen var farten vid skolorna det som flest tog upp.",
            url="/exempelby/2025-2026/skolor/",
            period="2025–2026",
            standing="1 av 5 insatser är genomförd. Uppföljningen är försenad.",
        ),
        SearchEntry(
            partnership=place,
            kind=SearchKind.FINDING,
            title=f"{LONG_WORD} och farten",
            body="Farten vid skolorna måste ned.",
            url="/exempelby/dialoger/torget/",
        ),
    ]
    found = Found(hits=[Hit(entry, terms(words)) for entry in entries], total=2)
    return {"form": SearchForm({"q": words}, places=places(place)), "found": found}


def search_without_hits(place: Partnership) -> dict[str, object]:
    form = SearchForm({"q": "hastighetsöverträdelse"}, places=places(place))
    return {"form": form, "found": Found(is_near=True, instead="hastighet")}


def empty_search(place: Partnership) -> dict[str, object]:
    return {"form": SearchForm({}, places=places(place)), "found": Found()}


def unreadable_search(place: Partnership) -> SearchForm:
    return SearchForm({"q": "fart\x00 vid skolan"}, places=places(place))


def nobody_found(place: Partnership) -> ContactSearchForm:
    return ContactSearchForm({"q": "trädgårdsmästare"}, places=[place])
