"""One partnership's dialogues: what people are asked, what they said, what became of it."""

from django.urls import path

from dialogues.views import calendars, dialogues, editions, survey

app_name = "dialogues"
urlpatterns = [
    path("<slug:partnership>/dialoger/", dialogues.dialogue_list, name="dialogue_list"),
    path(
        "<slug:partnership>/dialoger/kalender.ics", calendars.place_calendar, name="place_calendar"
    ),
    path(
        "<slug:partnership>/dialoger/<slug:dialogue>.ics",
        calendars.dialogue_calendar,
        name="dialogue_calendar",
    ),
    path(
        "<slug:partnership>/dialoger/<slug:dialogue>/",
        dialogues.dialogue_detail,
        name="dialogue_detail",
    ),
    path("<slug:partnership>/dialoger/<slug:dialogue>/svara/", survey.answer, name="answer"),
    path("<slug:partnership>/dialoger/<slug:dialogue>/tack/", survey.thanks, name="thanks"),
    path(
        "<slug:partnership>/dialoger/<slug:dialogue>/utgavor/",
        editions.edition_list,
        name="edition_list",
    ),
    path(
        "<slug:partnership>/dialoger/<slug:dialogue>/utgavor/<int:number>/",
        editions.edition_detail,
        name="edition_detail",
    ),
    path(
        "<slug:partnership>/dialoger/<slug:dialogue>/utgavor/<int:number>.json",
        editions.edition_document,
        name="edition_document",
    ),
]
