"""The admin's own pages about dialogues, beside Django's stock ones."""

from django.urls import path

from dialogues.admin import answers, preview, publish
from portal.admin.entrance import for_editors

app_name = "dialogues_admin"
urlpatterns = [
    path("dialog/<int:dialogue>/publicera/", for_editors(publish.publish), name="publish"),
    path(
        "dialog/<int:dialogue>/forhandsvisa/",
        for_editors(preview.preview_dialogue),
        name="preview_dialogue",
    ),
    path(
        "dialog/<int:dialogue>/utgava/<int:edition>/", for_editors(publish.edition), name="edition"
    ),
    path(
        "dialog/<int:dialogue>/utgava/<int:edition>/text/",
        for_editors(preview.preview_edition),
        name="preview_edition",
    ),
    path(
        "dialog/<int:dialogue>/enkat/", for_editors(preview.preview_survey), name="preview_survey"
    ),
    path("dialog/<int:dialogue>/svar/", for_editors(answers.answers), name="answers"),
]
