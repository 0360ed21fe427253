"""What the tables of ``dialogues`` refuse: the name of a constraint, and a row that breaks it."""

import datetime as dt

from django.utils import timezone

from dialogues.models import DialogueEdition, DialogueEditionEvent, DialogueSignOff
from tests.constraints.rows import copied, twice, update
from tests.factories.dialogues import (
    AnswerFactory,
    ChoiceFactory,
    DialogueFactory,
    FindingFactory,
    FindingPromiseFactory,
    QuestionFactory,
    ResponseFactory,
    SurveyFactory,
)
from tests.factories.portal import (
    OrganisationFactory,
    UserFactory,
)


def dialogue_edition(**values):
    dialogue = DialogueFactory()
    fields = {
        "dialogue": dialogue,
        "partnership": dialogue.partnership,
        "slug": dialogue.slug,
        "kind": dialogue.kind,
        "title": dialogue.title,
        "starts_on": dialogue.starts_on,
        "document": {},
        "sha256": "0" * 64,
        "note": "Ny",
        "created_by": UserFactory(),
    }
    return DialogueEdition.objects.create(**fields | values)


def released_dialogue(**values):
    moment = timezone.now()
    return dialogue_edition(
        **{"state": "published", "number": 1, "published_at": moment, "published_by": UserFactory()}
        | values
    )


def dialogue_sign_off(**values):
    fields = {
        "edition": dialogue_edition(),
        "organisation": OrganisationFactory(),
        "signer_name": "Eva",
        "signer_title": "Chef",
        "method": "mail_link",
    }
    return DialogueSignOff.objects.create(**fields | values)


def dialogue_event(**values):
    fields = {"edition": dialogue_edition(), "step": "frozen", "who": "Eva"}
    return DialogueEditionEvent.objects.create(**fields | values)


def response(**values):
    return ResponseFactory(edition=dialogue_edition(), **values)


def answer(**values):
    return AnswerFactory(response=response(), **values)


BREAKS = {
    "dialogue_kind_is_known": lambda: DialogueFactory(kind="sammanträde"),
    "dialogue_address_is_unique_in_its_place": lambda: copied(
        DialogueFactory(), key="00000000-0000-4000-8000-000000000000"
    ),
    "dialogue_address_is_free": lambda: DialogueFactory(slug="kalender"),
    "dialogue_ends_after_it_starts": lambda: DialogueFactory(
        starts_on=dt.date(2020, 10, 6), ends_on=dt.date(2020, 10, 5)
    ),
    "dialogue_finishes_after_it_begins": lambda: DialogueFactory(
        begins_at=dt.time(18), finishes_at=dt.time(17)
    ),
    "minutes_file_stands_beside_its_text": lambda: update(
        DialogueFactory(), minutes_file="dialoger/a.pdf"
    ),
    "organisation_holds_a_dialogue_once": lambda: twice(DialogueFactory().holder_rows.get()),
    "finding_theme_is_known": lambda: FindingFactory(theme="vädret"),
    "finding_outcome_is_known": lambda: FindingFactory(outcome="kanske"),
    "finding_reason_is_known": lambda: FindingFactory(outcome="no_promise", reason="lättja"),
    "finding_says_something": lambda: FindingFactory(statement=""),
    "finding_was_said_by_someone": lambda: FindingFactory(said_by=0),
    "finding_without_promise_states_a_reason": lambda: FindingFactory(outcome="no_promise"),
    "only_a_finding_without_promise_has_a_reason": lambda: FindingFactory(reason="law"),
    "finding_with_another_reason_explains_it": lambda: FindingFactory(
        outcome="no_promise", reason="other"
    ),
    "open_finding_has_no_day_of_answer": lambda: FindingFactory(answered_on=dt.date(2020, 12, 1)),
    "finding_leads_to_a_promise_once": lambda: twice(FindingPromiseFactory()),
    "survey_closes_after_it_opens": lambda: SurveyFactory(
        opens_at=(moment := timezone.now()), closes_at=moment
    ),
    "survey_keeps_its_texts_until_it_closes": lambda: SurveyFactory(
        text_answers_deleted_on=timezone.localdate()
    ),
    "question_kind_is_known": lambda: QuestionFactory(kind="gissning"),
    "question_key_is_unique_in_its_survey": lambda: twice(QuestionFactory()),
    "question_has_key_and_text": lambda: QuestionFactory(text=""),
    "scale_and_number_have_limits": lambda: QuestionFactory(scale=True, highest=1),
    "only_scale_and_number_have_limits": lambda: QuestionFactory(lowest=1, highest=5),
    "scale_has_at_most_eleven_steps": lambda: QuestionFactory(scale=True, highest=12),
    "background_question_is_a_single_choice": lambda: QuestionFactory(
        multiple=True, is_background=True
    ),
    "choice_key_is_unique_in_its_question": lambda: twice(ChoiceFactory()),
    "choice_has_key_and_text": lambda: ChoiceFactory(text=""),
    "response_form_is_a_hash": lambda: response(form="abc"),
    "response_has_a_survey_version": lambda: response(survey_version=0),
    "question_is_answered_once_per_response": lambda: twice(answer(text="Mer ljus.")),
    "answer_says_one_thing": lambda: answer(text="Mer ljus.", number=3),
    "dialogueedition_state_is_known": lambda: dialogue_edition(state="halv"),
    "dialogueedition_is_numbered_when_released": lambda: dialogue_edition(state="published"),
    "dialogueedition_published_at_and_by_go_together": lambda: released_dialogue(published_by=None),
    "dialogueedition_withdrawal_is_complete": lambda: released_dialogue(state="withdrawn"),
    "dialogueedition_rejection_says_why": lambda: dialogue_edition(state="rejected"),
    "dialogueedition_major_change_has_a_note": lambda: dialogue_edition(note=""),
    "dialogueedition_ends_after_it_began": lambda: released_dialogue(
        superseded_at=timezone.now() - dt.timedelta(days=1)
    ),
    "dialogueedition_sha256_is_whole": lambda: dialogue_edition(sha256="abc"),
    "dialogueedition_kind_is_known": lambda: dialogue_edition(kind="sammanträde"),
    "edition_number_is_unique_in_its_dialogue": lambda: twice(released_dialogue()),
    "dialogue_has_one_candidate": lambda: twice(dialogue_edition()),
    "dialogueedition_survey_opens_and_closes": lambda: dialogue_edition(
        survey_opens_at=timezone.now()
    ),
    "dialogueeditionevent_step_is_known": lambda: dialogue_event(step="läst"),
    "dialogueeditionevent_names_someone": lambda: dialogue_event(who=""),
    "dialoguesignoff_method_is_known": lambda: dialogue_sign_off(method="muntligen"),
    "dialoguesignoff_once_per_party": lambda: twice(dialogue_sign_off()),
    "dialoguesignoff_names_the_signer": lambda: dialogue_sign_off(signer_title=""),
    "dialoguesignoff_account_goes_with_a_user": lambda: dialogue_sign_off(method="account"),
}
