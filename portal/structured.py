"""Parts that everything told to machines in the words of schema.org has. Pure."""

from typing import Any

from portal.enums import OrganisationKind
from portal.mail import absolute
from portal.models import Partnership

GOVERNMENT = {
    OrganisationKind.MUNICIPALITY,
    OrganisationKind.POLICE,
    OrganisationKind.REGION,
    OrganisationKind.RESCUE_SERVICE,
}


def organisation(name: str, kind: str) -> dict[str, Any]:
    return {
        "@type": "GovernmentOrganization" if kind in GOVERNMENT else "Organization",
        "name": name,
    }


def party(told: dict[str, Any]) -> dict[str, Any]:
    """``told``: one of a place's ``party_list``."""
    return organisation(told["name"], told["kind"]) | {
        "address": told["address"],
        "telephone": told["phone"],
        "email": told["email"],
        "url": told["web"],
    }


def trail(place: Partnership, *steps: tuple[str, str]) -> dict[str, Any]:
    """Where a page stands: the place, and under it each step's name and path."""
    whole = [(place.name, place.get_absolute_url()), *steps]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(path)}
            for number, (name, path) in enumerate(whole, start=1)
        ],
    }
