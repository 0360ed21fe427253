"""What the publishing page of one period shows."""

from django.urls import reverse
from django.utils.translation import gettext as _

from portal.admin import edition_pages
from portal.admin.edition_pages import Link
from portal.differences import Change
from portal.history_words import shortened
from promises.differences import differences
from promises.documents import PeriodDocument
from promises.freeze import freeze
from promises.models import PeriodEdition


class PublishPage(edition_pages.PublishPage[PeriodDocument]):
    editions_of = PeriodEdition
    has_links = True

    def freeze(self) -> PeriodDocument:
        return freeze(self.subject)

    def compare(self, older: PeriodDocument, newer: PeriodDocument) -> list[Change]:
        return differences(older, newer)

    @property
    def url(self) -> str:
        return reverse("promises_admin:publish", args=[self.subject.pk])

    @property
    def previews(self) -> list[Link]:
        keys = [self.subject.pk]
        return [
            Link(_("Perioden"), reverse("promises_admin:preview_period", args=keys)),
            Link(_("Så gick det"), reverse("promises_admin:preview_follow_up", args=keys)),
            *(
                Link(
                    _("Löftet: %(text)s") % {"text": shortened(promise.statement)},
                    reverse("promises_admin:preview_promise", args=[*keys, promise.slug]),
                )
                for promise in self.draft.promises
            ),
        ]

    @property
    def lacking(self) -> list[str]:
        if self.draft.promises:
            return []
        return [_("Perioden har inga löften än. Skriv dem först.")]
