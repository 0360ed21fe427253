"""A place with a survey that closes in a moment, and the answers of seventeen people: for a journey.

Run in the demo's environment: ``python -m tests.browser.survey_place``.
"""

import datetime as dt
import hashlib

import django

SLUG, DIALOGUE = "enkatresan", "var-ar-du-otrygg"
OPEN_FOR = dt.timedelta(seconds=75)
ANSWERED = {"centrum": 8, "hoting": 7, "backe": 2}


def prepare() -> None:
    from django.utils import timezone

    from dialogues.models import (
        Answer,
        Choice,
        Dialogue,
        DialogueHolder,
        Question,
        Response,
        Survey,
    )
    from dialogues.services import freeze_candidate
    from portal.models import Organisation, Partnership, PartnershipMember, User
    from portal.services import publish, sign_off

    editor = User.objects.get(email="redaktor@stromsund.example")
    approver = User.objects.get(email="godkannare@stromsund.example")
    municipality = Organisation.objects.get(memberships__user=approver)
    place = Partnership.objects.create(slug=SLUG, name="Enkätresan", public_from="2019-01-01")
    PartnershipMember.objects.create(partnership=place, organisation=municipality)
    now = timezone.now()
    dialogue = Dialogue.objects.create(
        partnership=place,
        slug=DIALOGUE,
        kind="survey",
        title="Var är du otrygg?",
        starts_on=now.date(),
        asked=200,
        asked_whom="alla i Enkätresan",
    )
    DialogueHolder.objects.create(dialogue=dialogue, organisation=municipality)
    survey = Survey.objects.create(
        dialogue=dialogue, opens_at=now - dt.timedelta(days=7), closes_at=now + OPEN_FOR
    )
    where = Question.objects.create(
        survey=survey, key="ort", text="Var bor du?", kind="single", is_required=True
    )
    for position, (key, text) in enumerate(
        [("centrum", "Centrum"), ("hoting", "Hoting"), ("backe", "Backe")]
    ):
        Choice.objects.create(question=where, key=key, text=text, position=position)
    Question.objects.create(
        survey=survey, key="ar", text="Hur länge har du bott här?", kind="number", unit="år",
        lowest=0, highest=110, position=1,
    )  # fmt: skip
    edition = freeze_candidate(dialogue=dialogue, by=editor, note="Enkäten öppnar.")
    sign_off(
        edition=edition, organisation=municipality, by=approver, name=approver.name, title="Chef"
    )
    publish(edition=edition, by=editor)
    for key, people in ANSWERED.items():
        for number in range(people):
            form = hashlib.sha256(f"{key} {number}".encode()).hexdigest()
            response = Response.objects.create(
                dialogue=dialogue, edition=edition, survey_version=1, form=form
            )
            Answer.objects.create(response=response, question_key="ort", choice_keys=[key])


if __name__ == "__main__":
    django.setup()
    prepare()
