"""From draft to public text: the page of a dialogue, and the page of one frozen edition."""

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from dialogues.admin.ways import of_dialogue
from dialogues.differences import differences
from dialogues.documents import DialogueDocument
from dialogues.freeze import freeze
from dialogues.models import Dialogue, DialogueEdition
from dialogues.publishing import propose
from dialogues.services import what_is_lacking
from portal.admin import edition_pages
from portal.admin.edition_acts import ACTS
from portal.admin.edition_pages import Link
from portal.admin.entrance import EditorRequest
from portal.admin.publishing import answer_edition, answer_publish
from portal.differences import Change
from portal.forms import publishing


class ProposalForm(publishing.ProposalForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["is_minor"].help_text = _(
            "Bara ordalydelsen har ändrats, till exempel ett stavfel. Då behövs ingen not. "
            "Siffror, datum, svar, löften, frågor och resultat ska vara desamma."
        )


class PublishPage(edition_pages.PublishPage[DialogueDocument]):
    editions_of = DialogueEdition

    def freeze(self) -> DialogueDocument:
        return freeze(self.subject)

    def compare(self, older: DialogueDocument, newer: DialogueDocument) -> list[Change]:
        return differences(older, newer)

    @property
    def url(self) -> str:
        return of_dialogue("publish", self.subject)

    @property
    def previews(self) -> list[Link]:
        found = [Link(_("Dialogen"), of_dialogue("preview_dialogue", self.subject))]
        if self.draft.survey:
            found.append(Link(_("Enkäten"), of_dialogue("preview_survey", self.subject)))
        return found

    @property
    def lacking(self) -> list[str]:
        return what_is_lacking(self.draft)


class EditionPage(edition_pages.EditionPage):
    publishing = PublishPage

    @property
    def previews(self) -> list[Link]:
        keys = [self.subject.pk, self.edition.pk]
        return [Link(_("Dialogen"), reverse("dialogues_admin:preview_edition", args=keys))]


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: EditorRequest, dialogue: int) -> HttpResponse:
    dialogues = Dialogue.objects.editable_by(request.user).select_related("partnership")
    found = get_object_or_404(dialogues, pk=dialogue)
    return answer_publish(
        request, PublishPage(found), ProposalForm, partial(propose, dialogue=found)
    )


@require_http_methods(["GET", "HEAD", "POST"])
def edition(request: EditorRequest, dialogue: int, edition: int) -> HttpResponse:
    editions = DialogueEdition.objects.editable_by(request.user).with_sign_offs()
    found = get_object_or_404(editions.for_admin(), dialogue=dialogue, pk=edition)
    return answer_edition(request, EditionPage(found), ACTS)
