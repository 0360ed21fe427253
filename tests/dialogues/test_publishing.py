"""The acts of people: freeze and ask, sign or send back, publish, withdraw, with the letters they cause."""

import datetime as dt

import pytest
from django.utils import timezone

from dialogues.models import DialogueEdition, DialogueHolder
from dialogues.publishing import propose, publish, send_back, sign, withdraw
from portal.enums import EditionState
from portal.exceptions import NotAllowed, PublishingError
from portal.models import OutgoingMail, SearchEntry
from tests.factories.dialogues import approver_for, published, whole_dialogue
from tests.factories.portal import MembershipFactory, editor_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue():
    return whole_dialogue()


@pytest.fixture
def editor(dialogue):
    return editor_of(dialogue.partnership)


@pytest.fixture
def approver(dialogue):
    return approver_for(dialogue)


def letters() -> list[tuple[str, str]]:
    sent = OutgoingMail.objects.order_by("pk").values_list("to", "message_key")
    return [(to, key.split(":")[2]) for to, key in sent]


def proposed(dialogue, editor) -> DialogueEdition:
    return propose(dialogue=dialogue, by=editor, note="Första utgåvan.")


def signed(edition, approver) -> DialogueEdition:
    holder = edition.dialogue.holders.get()
    return sign(edition=edition, organisation=holder, by=approver, name="Eva Ek", title="Chef")


def test_propose_asks_the_approvers_of_those_who_hold_it(dialogue, editor, approver):
    editor_of(dialogue.partnership, approver=True, party=1)  # holds nothing

    edition = proposed(dialogue, editor)

    assert edition.state == EditionState.CANDIDATE
    assert letters() == [(approver.email, "sign_off_waits")]
    letter = OutgoingMail.objects.get()
    assert letter.subject == (
        f"Texten om ”{dialogue.title}” i {dialogue.partnership} väntar på ditt godkännande"
    )
    assert edition.admin_url in letter.body


def test_propose_refuses_a_moment_that_has_passed(dialogue, editor):
    with pytest.raises(PublishingError, match="har redan passerat"):
        propose(dialogue=dialogue, by=editor, note="Ny", scheduled_for=timezone.now())


def test_propose_refuses_beside_a_scheduled_edition(dialogue, editor):
    published(dialogue, scheduled_for=timezone.now() + dt.timedelta(days=1))

    with pytest.raises(PublishingError, match="redan schemalagd"):
        proposed(dialogue, editor)


def test_the_last_signature_publishes(dialogue, editor, approver):
    edition = signed(proposed(dialogue, editor), approver)

    assert (edition.is_public, edition.number, edition.published_by) == (True, 1, editor)
    assert letters()[1:] == [(editor.email, "published")]
    assert edition.public_url in OutgoingMail.objects.order_by("pk").last().body


def test_every_holder_that_must_sign_is_waited_for(dialogue, editor, approver):
    police = dialogue.partnership.members.all()[1].organisation
    DialogueHolder.objects.create(dialogue=dialogue, organisation=police, position=1)
    edition = proposed(dialogue, editor)
    municipality = dialogue.holder_rows.all()[0].organisation

    edition = sign(
        edition=edition, organisation=municipality, by=approver, name="Eva", title="Chef"
    )
    assert edition.missing_sign_offs() == [police.name]

    chief = MembershipFactory(organisation=police, approver=True).user
    edition = sign(edition=edition, organisation=police, by=chief, name="Bo", title="Chef")
    assert edition.is_public


def test_sign_refuses_a_party_that_does_not_hold_the_dialogue(dialogue, editor):
    police = dialogue.partnership.members.all()[1].organisation
    chief = MembershipFactory(organisation=police, approver=True).user

    with pytest.raises(PublishingError, match="inte part"):
        sign(
            edition=proposed(dialogue, editor),
            organisation=police,
            by=chief,
            name="Bo",
            title="Chef",
        )


def test_send_back_tells_the_editor(dialogue, editor, approver):
    holder = dialogue.holders.get()

    edition = send_back(
        edition=proposed(dialogue, editor), organisation=holder, by=approver, comment="Fel antal."
    )

    assert edition.state == EditionState.REJECTED
    assert letters()[1:] == [(editor.email, "sent_back")]


def test_publish_without_the_holder_takes_an_approver_and_a_reason(dialogue, editor, approver):
    edition = proposed(dialogue, editor)

    with pytest.raises(PublishingError, match="Väntar på godkännande"):
        publish(edition=edition, by=approver)
    with pytest.raises(NotAllowed):
        publish(edition=edition, by=editor, unsigned_reason="Bråttom.")
    edition = publish(edition=edition, by=approver, unsigned_reason="Föreningen har inget konto.")

    assert edition.unsigned_reason == "Föreningen har inget konto."


def test_signed_text_with_a_broken_link_waits_for_the_editor(dialogue, editor, approver):
    edition = proposed(dialogue, editor)
    SearchEntry.objects.update(visible_until=timezone.now())

    edition = signed(edition, approver)

    assert (edition.state, edition.missing_sign_offs()) == (EditionState.CANDIDATE, [])


def test_withdraw_takes_the_text_and_what_search_finds(dialogue, editor, approver):
    edition = signed(proposed(dialogue, editor), approver)
    found = SearchEntry.objects.public().values_list("kind", flat=True)
    assert sorted(found) == ["dialogue", "finding", "finding", "finding", "promise"]

    withdraw(edition=edition, by=approver, reason="Ett namn stod med.")

    assert not DialogueEdition.objects.public().exists()
    assert list(SearchEntry.objects.public().values_list("kind", flat=True)) == ["promise"]
    assert letters()[-1] == (editor.email, "withdrawn")
