"""From any page of a dialogue to the others: recording, survey, answers, preview, publishing."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.models import Dialogue, Survey
from portal.admin.edition_pages import Link


def ways_on(dialogue: Dialogue, *, besides: Any = None) -> list[Link]:
    """Without the one to the page that shows ``besides``."""
    survey = Survey.objects.filter(dialogue=dialogue).first()
    found = []
    if besides != dialogue:
        url = reverse("admin:dialogues_dialogue_change", args=[dialogue.pk])
        found.append(Link(_("Hela dialogen"), url))
    if survey is None:
        url = reverse("admin:dialogues_survey_add", query={"dialogue": dialogue.pk})
        found.append(Link(_("Gör en enkät"), url))
    else:
        if besides != survey:
            url = reverse("admin:dialogues_survey_change", args=[survey.pk])
            found.append(Link(_("Enkäten"), url))
        found.append(Link(_("Se enkäten"), of_dialogue("preview_survey", dialogue)))
        found.append(Link(_("Svaren"), of_dialogue("answers", dialogue)))
    return [
        *found,
        Link(_("Förhandsvisa"), of_dialogue("preview_dialogue", dialogue)),
        Link(_("Publicera"), of_dialogue("publish", dialogue)),
    ]


def of_dialogue(name: str, dialogue: Dialogue) -> str:
    return reverse(f"dialogues_admin:{name}", args=[dialogue.pk])
