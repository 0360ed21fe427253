"""From draft to public text: every act and every refusal."""

import datetime as dt

import pytest
import time_machine
from django.db import DatabaseError, transaction
from django.utils import timezone

from portal import services
from portal.exceptions import NotAllowed, PublishingError
from portal.models import Membership
from promises.models import PeriodEdition, SignatureRequest
from promises.publishing import propose, publish, send_back, sign, withdraw
from tests.factories.portal import (
    OperatorFactory,
    PartnershipFactory,
    SignatoryContactFactory,
    editor_of,
)
from tests.factories.promises import (
    ActionFactory,
    PeriodFactory,
    PromiseFactory,
    candidate_of,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.fixture
def period():
    return whole_period()


@pytest.fixture
def parties(period):
    return [member.organisation for member in period.partnership.members.all()]


@pytest.fixture
def editor(period):
    return editor_of(period.partnership)


@pytest.fixture
def approvers(period):
    """One for each party, the municipality's first."""
    return [editor_of(period.partnership, approver=True, party=n) for n in (0, 1)]


def signed_by(edition, organisation, user):
    return sign(edition=edition, organisation=organisation, by=user, name="Eva Ek", title="Chef")


def steps(edition):
    return list(edition.events.order_by("pk").values_list("step", flat=True))


def subjects(smtp, user):
    """A folded line may come back with two spaces in it."""
    return [" ".join(letter["Subject"].split()) for letter in smtp.to(user.email)]


def test_last_signature_publishes_in_the_name_of_the_one_who_froze(
    period, editor, parties, approvers
):
    edition = propose(period=period, by=editor, note="Nytt.")

    between = signed_by(edition, parties[0], approvers[0])
    after = signed_by(edition, parties[1], approvers[1])

    assert (between.state, after.state) == ("candidate", "published")
    assert (after.published_by, after.number) == (editor, 1)
    assert steps(after) == ["frozen", "signed", "signed", "published"]


def test_signing_asks_and_results_are_told_by_letter(smtp, period, editor, parties, approvers):
    edition = propose(period=period, by=editor, note="Nytt.")
    smtp.work()
    asked = [subjects(smtp, user) for user in (editor, *approvers)]
    signed_by(edition, parties[0], approvers[0])
    signed_by(edition, parties[1], approvers[1])
    smtp.work()

    what = f"Medborgarlöftena {period.label} för {period.partnership.name}"
    wait, out = f"{what} väntar på ditt godkännande", f"{what} är publicerade"
    assert asked == [[], [wait], [wait]]
    assert [subjects(smtp, user) for user in (editor, *approvers)] == [[out], [wait, out], [wait]]
    assert period.get_absolute_url() in smtp.to(editor.email)[0].get_content()


def test_scheduled_text_is_signed_now_and_public_at_its_moment(period, editor, parties, approvers):
    moment = timezone.now() + DAY
    edition = propose(period=period, by=editor, note="Nytt.", scheduled_for=moment)
    signed_by(edition, parties[0], approvers[0])
    edition = signed_by(edition, parties[1], approvers[1])

    assert (edition.published_at, edition.is_public) == (moment, False)
    assert steps(edition)[-1] == "scheduled"
    assert not PeriodEdition.objects.public().exists()
    with time_machine.travel(moment + DAY):
        assert edition.is_public


def test_scheduled_text_can_be_called_off(period, editor, parties, approvers):
    edition = propose(period=period, by=editor, note="Nytt.", scheduled_for=timezone.now() + DAY)
    signed_by(edition, parties[0], approvers[0])
    signed_by(edition, parties[1], approvers[1])

    edition = services.unschedule(edition=edition, by=editor)

    assert (edition.state, steps(edition)[-1]) == ("voided", "unscheduled")


def test_moment_in_the_past_is_refused(period, editor):
    with pytest.raises(PublishingError, match="Tiden har redan passerat"):
        propose(period=period, by=editor, note="Ny", scheduled_for=timezone.now() - DAY)


def test_nothing_is_proposed_while_another_text_is_scheduled(period, editor):
    published(period, scheduled_for=timezone.now() + DAY)
    PromiseFactory(period=period)

    with pytest.raises(PublishingError, match="redan schemalagd"):
        propose(period=period, by=editor, note="Ny")


def test_text_that_changed_under_the_editor_is_not_frozen(period, editor):
    with pytest.raises(PublishingError, match="Utkastet har ändrats sedan"):
        propose(period=period, by=editor, note="Ny", seen="0" * 64)

    assert not PeriodEdition.objects.exists()


def test_new_candidate_voids_the_old_one_and_its_links(period, editor, parties):
    SignatoryContactFactory(organisation=parties[1])
    first = propose(period=period, by=editor, note="Ett.")
    PromiseFactory(period=period)

    second = propose(period=period, by=editor, note="Två.")
    first.refresh_from_db()

    standings = [request.standing for request in SignatureRequest.objects.order_by("pk")]
    assert (first.state, second.state) == ("voided", "candidate")
    assert standings == ["text_is_closed", "open"]
    assert steps(first) == ["frozen", "link_sent", "voided"]


def test_where_nobody_must_sign_the_text_is_public_at_once(editor, period):
    period.partnership.members.update(must_sign=False)

    assert propose(period=period, by=editor, note="Nytt.").is_public


def test_sent_back_text_is_told_to_the_one_who_froze_and_the_other_party(
    smtp, period, editor, parties, approvers
):
    edition = propose(period=period, by=editor, note="Nytt.")

    edition = send_back(
        edition=edition, organisation=parties[1], by=approvers[1], comment="Fel siffra."
    )
    smtp.work()

    back = f"Medborgarlöftena {period.label} för {period.partnership.name} har sänts tillbaka"
    told = [back in subjects(smtp, user) for user in (editor, *approvers)]
    assert (edition.state, edition.rejection_comment) == ("rejected", "Fel siffra.")
    assert told == [True, True, False]
    assert "Fel siffra." in smtp.to(editor.email)[-1].get_content()


def test_only_an_approver_of_the_party_sends_back(period, editor, parties):
    edition = propose(period=period, by=editor, note="Nytt.")

    with pytest.raises(NotAllowed):
        send_back(edition=edition, organisation=parties[0], by=editor, comment="Nej.")


def test_sending_back_needs_words(period, editor, parties, approvers):
    edition = propose(period=period, by=editor, note="Nytt.")

    with pytest.raises(PublishingError, match="Skriv vad som behöver ändras"):
        send_back(edition=edition, organisation=parties[0], by=approvers[0], comment=" ")


def test_operator_signs_for_nobody(period, editor, parties):
    edition = propose(period=period, by=editor, note="Nytt.")

    with pytest.raises(NotAllowed):
        signed_by(edition, parties[0], OperatorFactory())


def test_publishing_without_a_party_is_for_approvers_with_a_reason(
    smtp, period, editor, parties, approvers
):
    edition = propose(period=period, by=editor, note="Nytt.")
    signed_by(edition, parties[0], approvers[0])

    with pytest.raises(NotAllowed):
        publish(edition=edition, by=editor, unsigned_reason="Polisen svarar inte.")
    with pytest.raises(PublishingError, match=f"Väntar på godkännande från {parties[1].name}"):
        publish(edition=edition, by=approvers[0])
    edition = publish(edition=edition, by=approvers[0], unsigned_reason="Polisen svarar inte.")
    smtp.work()

    assert (edition.state, edition.unsigned_reason) == ("published", "Polisen svarar inte.")
    assert "Polisen svarar inte." in smtp.to(approvers[1].email)[-1].get_content()


def test_reason_is_not_shown_when_all_have_signed_after_all(period):
    edition = candidate_of(period)

    edition = publish(
        edition=edition, by=editor_of(period.partnership), unsigned_reason="Hann inte."
    )

    assert edition.unsigned_reason == ""


def test_signatures_stand_when_the_one_who_froze_has_left(period, editor, parties, approvers):
    edition = propose(period=period, by=editor, note="Nytt.")
    Membership.objects.filter(user=editor).delete()
    signed_by(edition, parties[0], approvers[0])

    edition = signed_by(edition, parties[1], approvers[1])
    other = editor_of(period.partnership)

    assert edition.state == "candidate"
    assert publish(edition=edition, by=other).is_public


def test_late_press_is_refused_with_the_state(period, editor, parties, approvers):
    edition = propose(period=period, by=editor, note="Nytt.")
    services.void(edition=edition, by=editor)

    for late in (
        lambda: signed_by(edition, parties[0], approvers[0]),
        lambda: publish(edition=edition, by=approvers[0], unsigned_reason="Nu."),
        lambda: services.void(edition=edition, by=editor),
    ):
        with pytest.raises(PublishingError, match="ersatt före publicering"):
            late()


def test_only_an_editor_of_the_place_takes_a_candidate_away(period, editor):
    edition = propose(period=period, by=editor, note="Nytt.")

    with pytest.raises(NotAllowed):
        services.void(edition=edition, by=editor_of(PartnershipFactory()))


def test_withdrawal_is_told_and_kept_in_the_log(smtp, period, editor, approvers):
    edition = published(period)

    edition = withdraw(edition=edition, by=approvers[0], reason="Fel text.")
    smtp.work()

    assert steps(edition)[-1] == "withdrawn"
    assert "Fel text." in smtp.to(approvers[1].email)[-1].get_content()
    assert smtp.to(approvers[0].email) == []


def test_log_tells_who_and_when(period, editor, parties, approvers):
    edition = propose(period=period, by=editor, note="Nytt.")
    signed_by(edition, parties[0], approvers[0])

    told = edition.events.order_by("pk").values_list("step", "who", "detail", "by")

    assert list(told) == [
        ("frozen", editor.name, "Nytt.", editor.pk),
        ("signed", "Eva Ek, Chef (med konto)", parties[0].name, approvers[0].pk),
    ]


def test_another_period_is_left_alone(period, editor):
    other = candidate_of(PeriodFactory(partnership=period.partnership))
    ActionFactory(promise=PromiseFactory(period=period))

    propose(period=period, by=editor, note="Nytt.")
    other.refresh_from_db()

    assert other.state == "candidate"


@pytest.mark.parametrize("rewrite", [lambda rows: rows.update(who="Ingen"), lambda r: r.delete()])
def test_log_can_only_be_added_to(period, editor, rewrite):
    edition = propose(period=period, by=editor, note="Nytt.")

    with pytest.raises(DatabaseError, match="Cannot update or delete rows"), transaction.atomic():
        rewrite(edition.events.all())
