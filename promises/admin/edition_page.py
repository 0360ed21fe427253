"""What the page of one frozen edition of a period shows."""

from collections.abc import Sequence
from functools import cached_property

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.admin import edition_pages
from portal.admin.edition_pages import Link
from portal.documents import Signer
from promises.admin.publish_page import PublishPage
from promises.models import SignatureRequest


class EditionPage(edition_pages.EditionPage):
    publishing = PublishPage

    @property
    def previews(self) -> list[Link]:
        keys = [self.subject.pk, self.edition.pk]
        return [
            Link(_("Perioden"), reverse("promises_admin:preview_period", args=keys)),
            Link(_("Så gick det"), reverse("promises_admin:preview_follow_up", args=keys)),
        ]

    @cached_property
    def links(self) -> list[SignatureRequest]:
        return list(self.edition.signature_requests.for_page())

    def links_of(self, party: Signer) -> Sequence[SignatureRequest]:
        return [link for link in self.links if link.organisation.key == party.key]
