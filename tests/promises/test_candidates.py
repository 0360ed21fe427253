"""Freezing drafts into a candidate, and signing it or sending it back."""

import pytest

from portal.documents import digest
from portal.enums import EditionState, SignOffMethod
from portal.exceptions import NotAllowed, PublishingError
from portal.services import reject, sign_off
from promises.services import freeze_candidate
from tests.factories.portal import OperatorFactory, OrganisationFactory, UserFactory, editor_of
from tests.factories.promises import (
    PeriodFactory,
    approver_for,
    candidate_of,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db


def reword(period, statement="Vi lovar något annat."):
    period.promises.update(statement=statement)


def test_freeze_candidate_stores_the_document_with_its_hash():
    period = whole_period()

    edition = freeze_candidate(period=period, by=approver_for(period), note="Första utgåvan.")

    edition.refresh_from_db()
    assert edition.state == EditionState.CANDIDATE
    assert edition.number is None
    assert edition.sha256 == digest(edition.document)
    assert (edition.slug, edition.label) == (period.slug, period.label)


def test_freeze_candidate_refuses_a_stranger():
    period = whole_period()

    with pytest.raises(NotAllowed, match="inte rätt"):
        freeze_candidate(period=period, by=UserFactory(), note="Ny")


def test_freeze_candidate_refuses_an_editor_of_another_place():
    elsewhere = editor_of(whole_period().partnership)
    period = whole_period()

    with pytest.raises(NotAllowed):
        freeze_candidate(period=period, by=elsewhere, note="Ny")


def test_freeze_candidate_refuses_a_major_change_without_a_note():
    period = whole_period()

    with pytest.raises(PublishingError, match="Skriv vad som har ändrats"):
        freeze_candidate(period=period, by=approver_for(period), note="  ")


def test_freeze_candidate_refuses_a_period_without_promises():
    period = PeriodFactory()

    with pytest.raises(PublishingError, match="inga löften"):
        freeze_candidate(period=period, by=approver_for(period), note="Ny")


def test_freeze_candidate_refuses_when_nothing_has_changed():
    period = whole_period()
    published(period)

    with pytest.raises(PublishingError, match="Inget har ändrats"):
        freeze_candidate(period=period, by=approver_for(period), note="Ny")


def test_freeze_candidate_voids_the_older_candidate_and_its_signatures():
    period = whole_period()
    first = candidate_of(period)
    reword(period)

    second = freeze_candidate(period=period, by=approver_for(period), note="Omskrivet.")

    first.refresh_from_db()
    assert first.state == EditionState.VOIDED
    assert second.missing_sign_offs() == [
        member.organisation.name for member in period.partnership.members.all()
    ]


def test_a_changed_draft_leaves_the_frozen_text_alone():
    period = whole_period()
    edition = candidate_of(period)
    reword(period)

    edition.refresh_from_db()

    assert edition.missing_sign_offs() == []
    assert edition.content.promises[0].statement != "Vi lovar något annat."


def test_sign_off_keeps_name_title_and_method():
    edition = candidate_of(whole_period(), signed=False)
    organisation = edition.partnership.members.all()[0].organisation
    signer = approver_for(edition.period)

    signed = sign_off(
        edition=edition, organisation=organisation, by=signer, name=" Eva Ek ", title="Ordförande"
    )

    assert (signed.signer_name, signed.signer_title) == ("Eva Ek", "Ordförande")
    assert (signed.method, signed.signed_by) == (SignOffMethod.ACCOUNT, signer)


def test_sign_off_by_mail_link_needs_no_account():
    edition = candidate_of(whole_period(), signed=False)
    police = edition.partnership.members.all()[1].organisation

    signed = sign_off(
        edition=edition,
        organisation=police,
        by=None,
        name="Bo Ek",
        title="Chef",
        method=SignOffMethod.MAIL_LINK,
    )

    assert signed.signed_by is None


@pytest.mark.parametrize("who", ["editor", "other_party", "operator"])
def test_sign_off_is_for_approvers_of_that_organisation(who):
    edition = candidate_of(whole_period(), signed=False)
    members = edition.partnership.members.all()
    people = {
        "editor": editor_of(edition.partnership),
        "other_party": editor_of(edition.partnership, approver=True, party=1),
        "operator": OperatorFactory(),
    }

    with pytest.raises(NotAllowed, match="Bara en godkännare"):
        sign_off(
            edition=edition,
            organisation=members[0].organisation,
            by=people[who],
            name="A",
            title="B",
        )


def test_sign_off_refuses_an_organisation_outside_the_text():
    edition = candidate_of(whole_period(), signed=False)
    stranger = OrganisationFactory()

    with pytest.raises(PublishingError, match="inte part"):
        sign_off(
            edition=edition,
            organisation=stranger,
            by=None,
            name="A",
            title="B",
            method=SignOffMethod.MAIL_LINK,
        )


def test_sign_off_refuses_a_second_signature_of_the_same_party():
    edition = candidate_of(whole_period())
    organisation = edition.partnership.members.all()[0].organisation

    with pytest.raises(PublishingError, match="redan godkänt"):
        sign_off(
            edition=edition,
            organisation=organisation,
            by=approver_for(edition.period),
            name="A",
            title="B",
        )


def test_sign_off_refuses_a_nameless_signature():
    edition = candidate_of(whole_period(), signed=False)
    organisation = edition.partnership.members.all()[0].organisation

    with pytest.raises(PublishingError, match="namn och titel"):
        sign_off(
            edition=edition,
            organisation=organisation,
            by=approver_for(edition.period),
            name=" ",
            title="B",
        )


def test_sign_off_refuses_a_published_edition():
    edition = published(whole_period())

    with pytest.raises(PublishingError, match="publicerad"):
        sign_off(
            edition=edition,
            organisation=edition.partnership.members.all()[0].organisation,
            by=approver_for(edition.period),
            name="A",
            title="B",
        )


def test_reject_sends_the_text_back_with_a_comment():
    edition = candidate_of(whole_period(), signed=False)
    organisation = edition.partnership.members.all()[1].organisation
    signer = editor_of(edition.partnership, approver=True, party=1)

    reject(edition=edition, organisation=organisation, by=signer, comment="Fel siffra.")

    edition.refresh_from_db()
    assert (edition.state, edition.rejection_comment) == (EditionState.REJECTED, "Fel siffra.")


def test_reject_needs_a_comment():
    edition = candidate_of(whole_period(), signed=False)
    organisation = edition.partnership.members.all()[0].organisation

    with pytest.raises(PublishingError, match="vad som behöver ändras"):
        reject(
            edition=edition,
            organisation=organisation,
            by=approver_for(edition.period),
            comment="",
        )
