"""Stage 5, parties → organisations of the partnership."""

from portal.enums import OrganisationKind
from portal.models import Organisation, Partnership
from promises.page_import.difference import Difference
from promises.page_import.parties import Parties, Party

_KINDS: dict[Party, frozenset[str]] = {
    "municipality": frozenset({OrganisationKind.MUNICIPALITY}),
    "police": frozenset({OrganisationKind.POLICE}),
    "other": frozenset(set(OrganisationKind.values)
        - {OrganisationKind.MUNICIPALITY, OrganisationKind.POLICE}),
}  # fmt: skip


class RowParties:
    """The page says "kommunen"; the rows need to know which organisation that is here."""

    def __init__(self, partnership: Partnership, difference: Difference) -> None:
        members = partnership.members.select_related("organisation")
        self._organisations = [member.organisation for member in members]
        self._difference = difference
        self._told: set[Party] = set()

    def all(self, parties: Parties) -> list[Organisation]:
        """Every member of the named kinds, in the partnership's order."""
        wanted: list[Organisation] = []
        for party in parties:
            found = [one for one in self._organisations if one.kind in _KINDS[party]]
            if not found and party not in self._told:
                self._told.add(party)
                self._difference.note(
                    f"The page names a party of kind “{party}”; this partnership has none."
                )
            wanted += found
        return wanted

    def one(self, parties: Parties) -> Organisation | None:
        """The first member of the named kinds, else the first member at all."""
        found = self.all(parties[:1])
        return found[0] if found else next(iter(self._organisations), None)
