"""Every constraint of every table: it has a Swedish message, and the database itself refuses a row that
breaks it. A new constraint without a line here fails the last test."""

import datetime as dt

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from dialogues.models import DialogueEdition, DialogueEditionEvent, DialogueSignOff
from portal.models import Organisation, OutgoingMail, SearchEntry
from promises.models import PeriodEdition, PeriodEditionEvent, PeriodSignOff, SignatureRequest
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
    ContactFactory,
    FaultReportFactory,
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnershipFactory,
    SignatoryContactFactory,
    SiteStatementFactory,
    UserFactory,
)
from tests.factories.promises import (
    ActionFactory,
    AreaFactory,
    EvidenceFactory,
    FollowUpFactory,
    GoalFactory,
    PeriodFactory,
    PromiseFactory,
    RationaleFactory,
    ReadingFactory,
    SignatoryFactory,
    VerdictFactory,
)

pytestmark = pytest.mark.django_db


def update(row: models.Model, **values) -> None:
    type(row).objects.filter(pk=row.pk).update(**values)


def twice(row: models.Model) -> None:
    """The same row again, under a new primary key."""
    row.pk = None
    type(row).objects.bulk_create([row])


def copied(row: models.Model, **values) -> None:
    row.pk = None
    for name, value in values.items():
        setattr(row, name, value)
    type(row).objects.bulk_create([row])


def edition(**values):
    """A bare edition row next to nothing else, with the given columns."""
    period = PeriodFactory()
    fields = {
        "period": period,
        "partnership": period.partnership,
        "slug": period.slug,
        "label": period.label,
        "document": {},
        "sha256": "0" * 64,
        "note": "Ny",
        "created_by": UserFactory(),
    }
    return PeriodEdition.objects.create(**fields | values)


def released(**values):
    moment = timezone.now()
    return edition(
        **{"state": "published", "number": 1, "published_at": moment, "published_by": UserFactory()}
        | values
    )


def sign_off(**values):
    candidate = edition()
    fields = {
        "edition": candidate,
        "organisation": OrganisationFactory(),
        "signer_name": "Eva",
        "signer_title": "Chef",
        "method": "mail_link",
    }
    return PeriodSignOff.objects.create(**fields | values)


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


def letter(**values):
    fields = {"to": "a@example.se", "subject": "Ämne", "body": "Text", "message_key": "k"}
    return OutgoingMail.objects.create(**fields | values)


def event(**values):
    fields = {"edition": edition(), "step": "frozen", "who": "Eva"}
    return PeriodEditionEvent.objects.create(**fields | values)


def signature_request(**values):
    signatory = SignatoryContactFactory()
    fields = {
        "edition": edition(),
        "organisation": signatory.organisation,
        "signatory": signatory,
        "token_hash": "0" * 64,
        "requested_by": UserFactory(),
        "expires_at": timezone.now() + dt.timedelta(days=14),
    }
    return SignatureRequest.objects.create(**fields | values)


def search_entry(**values):
    fields = {
        "partnership": PartnershipFactory(),
        "kind": "promise",
        "title": "Trafik",
        "url": "/",
        "visible_from": timezone.now(),
    }
    return SearchEntry.objects.create(**fields | values)


BREAKS = {
    # portal
    "email_is_lower_case": lambda: update(UserFactory(), email="Stor@example.se"),
    "organisation_kind_is_known": lambda: update(OrganisationFactory(), kind="kyrka"),
    "only_a_municipality_has_a_scb_code": lambda: OrganisationFactory(police=True, scb_code="2313"),
    "scb_code_belongs_to_one_municipality": lambda: (
        OrganisationFactory(scb_code="2313"),
        OrganisationFactory(scb_code="2313"),
    ),
    "organisation_is_not_its_own_parent": lambda: Organisation.objects.filter(
        pk=OrganisationFactory().pk
    ).update(parent=models.F("pk")),
    "picture_has_a_description": lambda: update(PartnershipFactory(), picture="platser/a.jpg"),
    "partnership_address_is_free": lambda: PartnershipFactory(slug="kontakt"),
    "organisation_is_a_party_once": lambda: twice(PartnershipFactory().members.all()[0]),
    "membership_role_is_known": lambda: update(MembershipFactory(), role="chef"),
    "user_has_one_role_per_organisation": lambda: twice(MembershipFactory()),
    "contact_can_be_reached": lambda: ContactFactory(phone="", email=""),
    "contact_ends_after_it_starts": lambda: ContactFactory(
        valid_from=dt.date(2024, 2, 1), valid_to=dt.date(2024, 1, 1)
    ),
    "invitation_role_is_known": lambda: InvitationFactory(role="chef"),
    "invitation_email_is_lower_case": lambda: InvitationFactory(email="Bo@example.se"),
    "invitation_ends_after_it_is_sent": lambda: InvitationFactory(
        expires_at=timezone.now() - dt.timedelta(days=1)
    ),
    "invitation_accepted_at_and_by_go_together": lambda: InvitationFactory(
        accepted_at=timezone.now()
    ),
    "invitation_revoked_at_and_by_go_together": lambda: InvitationFactory(
        revoked_at=timezone.now()
    ),
    "invitation_is_not_both_accepted_and_revoked": lambda: InvitationFactory(
        accepted_at=timezone.now(),
        accepted_by=(user := UserFactory()),
        revoked_at=timezone.now(),
        revoked_by=user,
    ),
    "address_has_one_live_invitation_per_organisation": lambda: copied(
        InvitationFactory(), token_hash="1" * 64
    ),
    "mail_state_is_known": lambda: letter(state="borta"),
    "sent_mail_has_a_moment_and_no_text": lambda: letter(state="sent", sent_at=timezone.now()),
    "signatory_is_registered_once": lambda: twice(SignatoryContactFactory()),
    "signatory_has_name_and_title": lambda: SignatoryContactFactory(title=""),
    "search_kind_is_known": lambda: search_entry(kind="nyhet"),
    "search_entry_is_hidden_after_it_is_shown": lambda: search_entry(
        visible_until=timezone.now() - dt.timedelta(days=1)
    ),
    "search_theme_is_known": lambda: search_entry(theme="vädret"),
    "search_verdict_is_known": lambda: search_entry(verdict="bra"),
    "there_is_one_statement": lambda: SiteStatementFactory(id=2),
    "statement_compliance_is_known": lambda: SiteStatementFactory(
        compliance="nästan", assessed_on=dt.date(2026, 1, 1), method="Själva."
    ),
    "statement_of_compliance_has_day_and_method": lambda: SiteStatementFactory(compliance="fully"),
    "statement_lists_what_is_not_accessible": lambda: SiteStatementFactory(
        assessed=True, not_accessible=""
    ),
    "statement_of_full_compliance_has_no_exceptions": lambda: SiteStatementFactory(
        assessed=True, compliance="fully"
    ),
    "statement_answers_within_thirty_days": lambda: SiteStatementFactory(answer_days=31),
    "statement_names_service_and_complaint": lambda: SiteStatementFactory(service=""),
    "fault_report_says_something": lambda: FaultReportFactory(description=""),
    "fault_report_answered_at_by_and_answer_go_together": lambda: FaultReportFactory(
        answered_at=timezone.now()
    ),
    "only_an_answer_is_mailed": lambda: FaultReportFactory(is_mailed=True),
    # dialogues
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
    # promises
    "period_ends_after_it_starts": lambda: PeriodFactory(
        starts_on=dt.date(2022, 1, 1), ends_on=dt.date(2021, 1, 1)
    ),
    "period_address_is_unique_in_its_place": lambda: twice(PeriodFactory()),
    "period_address_is_free": lambda: PeriodFactory(slug="kontakt"),
    "signatory_signs_once": lambda: twice(SignatoryFactory()),
    "area_theme_is_known": lambda: AreaFactory(theme="vädret"),
    "area_heading_is_unique_in_its_period": lambda: AreaFactory(
        period=(area := AreaFactory()).period, heading=area.heading
    ),
    "promise_address_is_unique_in_its_period": lambda: PromiseFactory(
        period=(p := PromiseFactory()).period, slug=p.slug
    ),
    "promise_address_is_free": lambda: PromiseFactory(slug="utgavor"),
    "promise_says_something": lambda: PromiseFactory(statement=""),
    "promise_does_not_continue_itself": lambda: (
        type(p := PromiseFactory()).objects.filter(pk=p.pk).update(continues=models.F("pk"))
    ),
    "rationale_belongs_to_exactly_one": lambda: RationaleFactory(promise=None),
    "evidence_year_is_plausible": lambda: EvidenceFactory(year=19),
    "goal_kind_is_known": lambda: GoalFactory(kind="dröm"),
    "goal_change_is_known": lambda: GoalFactory(change="sidledes"),
    "goal_verdict_is_known": lambda: GoalFactory(verdict="bra"),
    "goal_that_only_points_has_no_target": lambda: GoalFactory(change="down", target_value=3),
    "goal_that_cannot_be_judged_says_why": lambda: GoalFactory(verdict="cannot_be_judged"),
    "reading_is_one_per_day_and_source": lambda: twice(ReadingFactory()),
    "action_timing_is_known": lambda: ActionFactory(timing="snart"),
    "action_origin_is_known": lambda: ActionFactory(origin="okänt"),
    "action_status_is_known": lambda: ActionFactory(status="klar"),
    "action_reason_is_known": lambda: ActionFactory(status="partly", reason="lättja"),
    "action_next_step_is_known": lambda: ActionFactory(next_step="kanske"),
    "unfinished_action_states_a_reason": lambda: ActionFactory(status="not_done"),
    "only_an_unfinished_action_has_a_reason": lambda: ActionFactory(
        status="done", reason="pandemic"
    ),
    "counted_action_says_how_many": lambda: ActionFactory(timing="counted"),
    "follow_up_kind_is_known": lambda: FollowUpFactory(kind="halv"),
    "follow_up_is_one_per_period_kind_and_day": lambda: twice(FollowUpFactory()),
    "promise_verdict_is_known": lambda: VerdictFactory(verdict="bra"),
    "promise_is_judged_once_per_follow_up": lambda: twice(VerdictFactory()),
    "promise_that_cannot_be_judged_says_why": lambda: VerdictFactory(verdict="cannot_be_judged"),
    # editions
    "periodedition_state_is_known": lambda: edition(state="halv"),
    "periodedition_is_numbered_when_released": lambda: edition(state="published"),
    "periodedition_published_at_and_by_go_together": lambda: released(published_by=None),
    "periodedition_withdrawal_is_complete": lambda: released(state="withdrawn"),
    "periodedition_rejection_says_why": lambda: edition(state="rejected"),
    "periodedition_major_change_has_a_note": lambda: edition(note=""),
    "periodedition_ends_after_it_began": lambda: released(
        superseded_at=timezone.now() - dt.timedelta(days=1)
    ),
    "periodedition_sha256_is_whole": lambda: edition(sha256="abc"),
    "edition_number_is_unique_in_its_period": lambda: copied(released(), state="published"),
    "period_has_one_candidate": lambda: twice(edition()),
    "periodeditionevent_step_is_known": lambda: event(step="läst"),
    "periodeditionevent_names_someone": lambda: event(who=""),
    "signature_outcome_is_known": lambda: signature_request(
        used_at=timezone.now(), outcome="kanske"
    ),
    "signature_request_is_used_with_an_outcome": lambda: signature_request(used_at=timezone.now()),
    "signature_request_expires_after_it_was_made": lambda: signature_request(
        expires_at=timezone.now() - dt.timedelta(days=1)
    ),
    "signatory_has_one_open_link_per_edition": lambda: copied(
        signature_request(), token_hash="1" * 64
    ),
    "periodsignoff_method_is_known": lambda: sign_off(method="muntligen"),
    "periodsignoff_once_per_party": lambda: twice(sign_off()),
    "periodsignoff_names_the_signer": lambda: sign_off(signer_title=""),
    "periodsignoff_account_goes_with_a_user": lambda: sign_off(method="account"),
}


def our_constraints() -> dict[str, models.BaseConstraint]:
    found = {}
    for app in ("portal", "dialogues", "promises"):
        for model in apps.get_app_config(app).get_models():
            if not hasattr(model, "pgh_tracked_model"):
                found |= {constraint.name: constraint for constraint in model._meta.constraints}
    return found


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_database_refuses(name):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        BREAKS[name]()

    assert refusal.value.__cause__.diag.constraint_name == name


def test_every_constraint_is_tried_here():
    assert sorted(our_constraints()) == sorted(BREAKS)


def test_every_constraint_has_a_swedish_message():
    default = models.BaseConstraint.default_violation_error_message
    silent = [
        name
        for name, constraint in our_constraints().items()
        if constraint.violation_error_message == default
        or not str(constraint.violation_error_message).endswith(".")
    ]

    assert silent == []


def test_a_form_shows_the_message_of_the_constraint():
    action = ActionFactory.build(promise=PromiseFactory(), status="not_done")
    action.period = action.promise.period

    with pytest.raises(Exception, match="Ange skäl när en insats inte är genomförd"):
        action.full_clean()
