"""What the tables of ``promises`` refuse: the name of a constraint, and a row that breaks it."""

import datetime as dt

from django.db import models
from django.utils import timezone

from promises.models import PeriodEdition, PeriodEditionEvent, PeriodSignOff, SignatureRequest
from tests.constraints.rows import copied, twice
from tests.factories.portal import (
    OrganisationFactory,
    SignatoryContactFactory,
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


def event(**values):
    fields = {"edition": edition(), "step": "frozen", "who": "Eva"}
    return PeriodEditionEvent.objects.create(**fields | values)


def signature_request(**values):
    signatory = SignatoryContactFactory()
    fields = {
        "edition": edition(),
        "organisation": signatory.organisation,
        "signatory": signatory,
        "email": signatory.email,
        "token_hash": "0" * 64,
        "requested_by": UserFactory(),
        "expires_at": timezone.now() + dt.timedelta(days=14),
    }
    return SignatureRequest.objects.create(**fields | values)


BREAKS = {
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
