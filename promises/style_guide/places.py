"""A made-up place with its parties and contacts, and one with the longest of names."""

from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from portal.enums import OrganisationKind
from portal.models import Partnership
from promises.documents import Party

LONG_NAME = "Norra Exempelbygden och Södra Gränsfjällstrakternas kommuner"
"""Sixty letters."""
LONG_WORD = "Trafiksäkerhetsförbättringsåtgärdsuppföljningsrapporteringssystemet"


def key(name: str) -> UUID:
    """The same key each time, so that the page is the same each time."""
    return uuid5(NAMESPACE_URL, f"stil:{name}")


MUNICIPALITY = Party(
    key=key("kommunen"),
    name="Exempelby kommun",
    short_form="kommunen",
    kind=OrganisationKind.MUNICIPALITY,
    must_sign=True,
)
POLICE = Party(
    key=key("polisen"),
    name="Lokalpolisområde Exempelby",
    short_form="polisen",
    kind=OrganisationKind.POLICE,
    must_sign=True,
)
PARTIES = (MUNICIPALITY, POLICE)


def contact(number: int, function: str, **told: str) -> dict[str, Any]:
    """As ``with_live_content`` tells it."""
    empty = dict.fromkeys(("help", "name", "title", "phone", "email", "opening_hours"), "")
    known = {"id": number, "function": function, "organisation": MUNICIPALITY.name}
    return {**known, **empty, **told}


CONTACTS = [
    contact(
        1,
        "Kommunpolis",
        help="Frågor om löftena, och om samverkan med skolor och föreningar.",
        name="Kim Exempelsson",
        title="polisinspektör",
        organisation=POLICE.name,
        phone="114 14",
        email="kommunpolis@exempelby.example",
        opening_hours="vardagar 9–11",
    ),
    contact(2, "Växel", phone="0000-10 00 00"),
    contact(
        3,
        f"Samordningsansvarig för {LONG_WORD.lower()}",
        name="Anna-Margareta von Sydow-Oxenstierna af Västerbottensfjällen",
        title="brottsförebyggandesamordningsfunktionsansvarig handläggare",
        email="brottsforebyggandesamordningsfunktionen.trafiksakerhet@exempelby.example",
    ),
]


def party(told: Party, **more: str) -> dict[str, Any]:
    empty = dict.fromkeys(("address", "phone", "email", "web"), "")
    named = {"name": told.name, "short_form": told.short_form, "kind": told.kind}
    return {**named, **empty, **more}


def sample_place(*, name: str = "Exempelby", contacts: bool = True) -> Partnership:
    """Not saved, and never will be."""
    place = Partnership(pk=0, slug="exempelby", name=name)
    place.party_list = [
        party(
            MUNICIPALITY,
            address="Storgatan 1\n000 00 Exempelby",
            phone="0000-10 00 00 (växel)",
            email="kommun@exempelby.example",
            web="https://exempelby.example/",
        ),
        party(POLICE, phone="114 14"),
    ]
    place.contact_list = CONTACTS if contacts else []
    return place
