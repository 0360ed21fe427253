"""Rows of the site, with traits."""

import datetime as dt

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from portal.enums import MembershipRole, OrganisationKind
from portal.models import (
    Contact,
    Invitation,
    Membership,
    Organisation,
    Partnership,
    PartnershipMember,
    SignatoryContact,
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


class ContactFactory(DjangoModelFactory):
    class Meta:
        model = Contact

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    function = "Växel"
    phone = "0670-161 00"


def editor_of(partnership: Partnership, *, approver: bool = False, party: int = 0) -> User:
    """A user who works for one of the parties."""
    organisation = partnership.members.all()[party].organisation
    return MembershipFactory(organisation=organisation, approver=approver).user
