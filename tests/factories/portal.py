"""Rows of the site, with traits."""

import datetime as dt

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from portal.days import today
from portal.enums import MailState, MembershipRole, OrganisationKind
from portal.models import (
    Contact,
    FaultReport,
    Invitation,
    Membership,
    Organisation,
    OutgoingMail,
    Partnership,
    PartnershipMember,
    SignatoryContact,
    SiteStatement,
    User,
)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.se")
    name = factory.Sequence(lambda n: f"Person {n}")
    title = "Handläggare"
    is_staff = True


class OperatorFactory(UserFactory):
    is_superuser = True


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Kommun {n}")
    short_form = "kommunen"
    kind = OrganisationKind.MUNICIPALITY

    class Params:
        police = factory.Trait(
            name=factory.Sequence(lambda n: f"Polisen {n}"),
            short_form="polisen",
            kind=OrganisationKind.POLICE,
        )


class PartnershipFactory(DjangoModelFactory):
    """With its two parties, ``municipality`` first."""

    class Meta:
        model = Partnership
        skip_postgeneration_save = True

    slug = factory.Sequence(lambda n: f"plats-{n}")
    name = factory.Sequence(lambda n: f"Plats {n}")
    public_from = dt.date(2020, 1, 1)

    @factory.post_generation
    def parties(self, create, extracted, **kwargs):
        chosen = extracted
        if chosen is None:
            chosen = [OrganisationFactory(), OrganisationFactory(police=True)]
        for position, organisation in enumerate(chosen):
            PartnershipMember.objects.create(
                partnership=self, organisation=organisation, position=position
            )


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = MembershipRole.EDITOR

    class Params:
        approver = factory.Trait(role=MembershipRole.APPROVER)


class SignatoryContactFactory(DjangoModelFactory):
    class Meta:
        model = SignatoryContact

    organisation = factory.SubFactory(OrganisationFactory, police=True)
    name = factory.Sequence(lambda n: f"Undertecknare {n}")
    title = "lokalpolisområdeschef"
    email = factory.Sequence(lambda n: f"undertecknare{n}@example.se")
    registered_by = factory.SubFactory(UserFactory)


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = Invitation

    email = factory.Sequence(lambda n: f"ny{n}@example.se")
    name = factory.Sequence(lambda n: f"Ny {n}")
    organisation = factory.SubFactory(OrganisationFactory)
    invited_by = factory.SubFactory(OperatorFactory)
    token_hash = factory.Sequence(lambda n: f"{n:064}")
    sent_at = factory.LazyFunction(timezone.now)
    expires_at = factory.LazyAttribute(lambda row: row.sent_at + dt.timedelta(days=14))


class OutgoingMailFactory(DjangoModelFactory):
    """Given up by default: the state that somebody has to act on."""

    class Meta:
        model = OutgoingMail

    message_key = factory.Sequence(lambda n: f"letter:{n}")
    to = factory.Sequence(lambda n: f"mottagare{n}@example.se")
    subject = "Inbjudan"
    body = "Hej!\n"
    state = MailState.FAILED
    attempts = 3
    last_error = "{'mottagare@example.se': (550, b'5.1.1 unknown user')}"


class ContactFactory(DjangoModelFactory):
    class Meta:
        model = Contact

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    function = "Växel"
    phone = "0670-161 00"


class SiteStatementFactory(DjangoModelFactory):
    class Meta:
        model = SiteStatement

    provider = "Strömsunds kommun"

    class Params:
        assessed = factory.Trait(
            compliance="partly",
            assessed_on=dt.date(2026, 9, 1),
            method="Självskattning.",
            not_accessible="<ul><li>Kartorna saknar text.</li></ul>",
        )


class FaultReportFactory(DjangoModelFactory):
    class Meta:
        model = FaultReport

    form = factory.Sequence(lambda n: f"{n:064}")
    description = "Knappen går inte att nå med tangenter."
    answer_by = factory.LazyFunction(lambda: today() + dt.timedelta(days=7))

    class Params:
        answered = factory.Trait(
            answer="Nu går det.",
            answered_at=factory.LazyFunction(timezone.now),
            answered_by=factory.SubFactory(OperatorFactory),
        )


def editor_of(partnership: Partnership, *, approver: bool = False, party: int = 0) -> User:
    """A user who works for one of the parties."""
    organisation = partnership.members.all()[party].organisation
    return MembershipFactory(organisation=organisation, approver=approver).user
