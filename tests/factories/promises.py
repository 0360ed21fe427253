"""Rows of promise periods, and editions of them made the way editors make them."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from portal.models import User
from portal.services import publish, sign_off
from promises.models import (
    Action,
    Evidence,
    FocusArea,
    FollowUp,
    FollowUpPlan,
    Goal,
    PeriodEdition,
    Promise,
    PromisePeriod,
    PromiseVerdict,
    Rationale,
    Reading,
    Signatory,
)
from promises.services import freeze_candidate
from tests.factories.portal import MembershipFactory, PartnershipFactory


class PeriodFactory(DjangoModelFactory):
    class Meta:
        model = PromisePeriod

    partnership = factory.SubFactory(PartnershipFactory)
    label = factory.Sequence(lambda n: f"{2021 + n}–{2022 + n}")
    slug = factory.LazyAttribute(lambda period: period.label.replace("–", "-"))
    starts_on = dt.date(2021, 1, 1)
    ends_on = dt.date(2022, 12, 31)


class AreaFactory(DjangoModelFactory):
    class Meta:
        model = FocusArea

    period = factory.SubFactory(PeriodFactory)
    heading = factory.Sequence(lambda n: f"Trafik {n}")
    theme = "traffic"


class PromiseFactory(DjangoModelFactory):
    class Meta:
        model = Promise

    period = factory.SubFactory(PeriodFactory)
    statement = factory.Sequence(lambda n: f"Vi lovar att synas mer i trafiken, löfte {n}.")
    slug = factory.Sequence(lambda n: f"lofte-{n}")


class ActionFactory(DjangoModelFactory):
    class Meta:
        model = Action

    period = factory.SelfAttribute("promise.period")
    promise = factory.SubFactory(PromiseFactory)
    text = factory.Sequence(lambda n: f"Hastighetskontroll vid skolan, insats {n}")

    class Params:
        done = factory.Trait(status="done")
        not_done = factory.Trait(status="not_done", reason="pandemic")


class GoalFactory(DjangoModelFactory):
    class Meta:
        model = Goal

    promise = factory.SubFactory(PromiseFactory)
    indicator = "anmälda bedrägerier"
    unit = "brott"
    change = "relative"
    target_value = -10
    baseline_value = 163
    baseline_year = 2019


class RationaleFactory(DjangoModelFactory):
    class Meta:
        model = Rationale

    promise = factory.SubFactory(PromiseFactory)
    text = "<p>Många kör för fort.</p>"


class EvidenceFactory(DjangoModelFactory):
    class Meta:
        model = Evidence

    rationale = factory.SubFactory(RationaleFactory)
    text = "anmälda trafikbrott"
    figure = 163


class ReadingFactory(DjangoModelFactory):
    class Meta:
        model = Reading

    goal = factory.SubFactory(GoalFactory)
    value = 150
    on = dt.date(2021, 12, 31)
    source = "Brå"


class FollowUpPlanFactory(DjangoModelFactory):
    class Meta:
        model = FollowUpPlan

    period = factory.SubFactory(PeriodFactory)
    text = "CAN:s rapport 2023"
    due_on = dt.date(2023, 12, 31)


class FollowUpFactory(DjangoModelFactory):
    class Meta:
        model = FollowUp

    period = factory.SubFactory(PeriodFactory)
    summary = "<p>Det mesta blev av.</p>"


class VerdictFactory(DjangoModelFactory):
    class Meta:
        model = PromiseVerdict

    follow_up = factory.SubFactory(FollowUpFactory)
    promise = factory.SubFactory(PromiseFactory)
    verdict = "met"


class SignatoryFactory(DjangoModelFactory):
    class Meta:
        model = Signatory

    period = factory.SubFactory(PeriodFactory)
    organisation = factory.LazyAttribute(
        lambda signatory: signatory.period.partnership.members.all()[0].organisation
    )
    name = factory.Sequence(lambda n: f"Undertecknare {n}")


def whole_period(**fields) -> PromisePeriod:
    """A period with one of everything under it."""
    period = PeriodFactory(**fields)
    area = AreaFactory(period=period)
    promise = PromiseFactory(period=period, area=area)
    parties = [member.organisation for member in period.partnership.members.all()]
    promise.parties.set(parties)
    EvidenceFactory(rationale=RationaleFactory(promise=promise))
    RationaleFactory(promise=None, area=area)
    ReadingFactory(goal=GoalFactory(promise=promise))
    ActionFactory(promise=promise, done=True).leads.set(parties[:1])
    ActionFactory(promise=promise, not_done=True).partners.set(parties[1:])
    ActionFactory(promise=None, period=period)
    FollowUpPlanFactory(period=period, promise=promise)
    SignatoryFactory(period=period)
    VerdictFactory(follow_up=FollowUpFactory(period=period), promise=promise)
    return period


def approver_for(period: PromisePeriod) -> User:
    organisation = period.partnership.members.all()[0].organisation
    return MembershipFactory(organisation=organisation, approver=True).user


def candidate_of(period: PromisePeriod, *, signed: bool = True, **options) -> PeriodEdition:
    """A candidate made by the service, signed by every party."""
    if not period.promises.exists():
        PromiseFactory(period=period)
    options.setdefault("note", "Första utgåvan.")
    edition = freeze_candidate(period=period, by=approver_for(period), **options)
    if signed:
        for member in period.partnership.members.all():
            signer = MembershipFactory(organisation=member.organisation, approver=True).user
            sign_off(
                edition=edition,
                organisation=member.organisation,
                by=signer,
                name=signer.name,
                title="Ordförande",
            )
    return edition


def published(
    period: PromisePeriod | None = None, *, at: dt.datetime | None = None, **options
) -> PeriodEdition:
    """A public edition of the period."""
    period = period or PeriodFactory()
    edition = candidate_of(period, **options)
    return publish(edition=edition, by=approver_for(period), at=at)
