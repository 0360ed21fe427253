"""The personal link: made by those who may, read by anybody who has it, used once."""

import datetime as dt
import re

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from portal import services
from portal.exceptions import NotAllowed, PublishingError
from portal.models import OutgoingMail
from promises.models import SignatureRequest
from promises.models.signature_request import VALID_FOR, hash_of
from promises.publishing import propose, sign_by_link
from promises.sign_off_links import request_sign_off
from tests.factories.portal import (
    OrganisationFactory,
    PartnershipFactory,
    SignatoryContactFactory,
    editor_of,
)
from tests.factories.promises import published, whole_period

pytestmark = pytest.mark.django_db

LATER = dt.timedelta(minutes=2)
SIGNED = {"name": "Petra Polis", "title": "chef", "godkann": "1"}


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
def signatory(parties):
    return SignatoryContactFactory(organisation=parties[1], name="Petra Polis", email="p@polis.se")


@pytest.fixture
def edition(period, editor, signatory):
    return propose(period=period, by=editor, note="Nytt i år.")


def link_in(letter) -> str:
    [path] = re.findall(r"https?://[^/\s]+(/godkann/\S+/)", letter.get_content())
    return path


@pytest.fixture
def link(smtp, edition) -> str:
    smtp.work()
    [letter] = smtp.to("p@polis.se")
    return link_in(letter)


def page(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def test_letter_names_who_what_and_until_when(smtp, edition, editor, parties):
    smtp.work()
    [letter] = smtp.to("p@polis.se")
    text = letter.get_content()

    assert " ".join(letter["Subject"].split()) == (
        f"Godkänn medborgarlöftena {edition.label} för {edition.partnership.name}"
    )
    assert editor.name in text
    assert parties[1].name in text
    assert editor.email in text


def test_token_is_kept_nowhere_once_the_letter_has_gone(link, edition):
    token = link.split("/")[2]
    request = SignatureRequest.objects.get()

    assert request.token_hash == hash_of(token)
    assert request.expires_at - request.requested_at == VALID_FOR
    assert not OutgoingMail.objects.filter(body__contains=token).exists()
    assert token not in str(list(edition.events.values()))


def test_page_shows_the_frozen_text_and_is_private(client, link, edition, period):
    statement = period.promises.get().statement
    period.promises.update(statement="Ett nyare utkast.")

    response = client.get(link)
    text = page(response).get_text()

    assert response.status_code == 200
    assert statement in text
    assert "Nytt i år." in text
    assert edition.sha256 in text
    assert "Ett nyare utkast." not in text
    assert response.headers["Cache-Control"] == "no-store, private"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["X-Robots-Tag"].startswith("noindex")
    assert not response.cookies


def test_page_shows_the_change_against_what_is_public(client, smtp, period, editor, signatory):
    published(period)
    period.promises.update(statement="Vi lovar något helt annat.")
    propose(period=period, by=editor, note="Nytt.")
    smtp.work()

    soup = page(client.get(link_in(smtp.to("p@polis.se")[-1])))

    [change] = soup.select(".change-list .change")
    assert change.select_one("ins").get_text().strip().endswith("Vi lovar något helt annat.")


def test_reading_changes_nothing(client, link):
    before = list(SignatureRequest.objects.values())

    for _ in range(2):
        client.get(link)
        client.head(link)

    assert list(SignatureRequest.objects.values()) == before


def test_signing_by_link_is_seen_as_such(link, edition, parties):
    response = Client(enforce_csrf_checks=True).post(link, SIGNED)
    [signature] = edition.sign_offs.all()
    request = SignatureRequest.objects.get()

    assert response.status_code == 200
    assert (signature.organisation, signature.method) == (parties[1], "mail_link")
    assert (signature.signer_name, signature.signer_title) == ("Petra Polis", "chef")
    assert (request.outcome, signature.signed_by) == ("signed", None)
    assert edition.events.first().who == "Petra Polis, chef (med personlig länk)"


def test_last_signature_by_link_publishes(smtp, client, link, edition, parties, editor):
    approver = editor_of(edition.partnership, approver=True)
    services.sign_off(
        edition=edition, organisation=parties[0], by=approver, name="Eva", title="Chef"
    )

    client.post(link, SIGNED)
    edition.refresh_from_db()
    smtp.work()

    assert (edition.state, edition.published_by) == ("published", editor)
    assert "är publicerade" in smtp.to(editor.email)[-1]["Subject"]
    public = client.get(edition.period.get_absolute_url())
    assert "Petra Polis, chef" in page(public).get_text()


def test_sending_back_by_link_is_told(smtp, client, link, edition, editor):
    response = client.post(link, {"comment": "Siffran är fel.", "sand-tillbaka": "1"})
    edition.refresh_from_db()
    smtp.work()

    assert response.status_code == 200
    assert (edition.state, edition.rejection_comment) == ("rejected", "Siffran är fel.")
    assert "Petra Polis" in edition.events.first().who
    assert "Siffran är fel." in smtp.to(editor.email)[-1].get_content()


@pytest.mark.parametrize(
    "answer",
    [
        {"name": "P" * 120, "title": "t" * 160, "godkann": "1"},
        {"comment": "Nej.", "sand-tillbaka": "1"},
    ],
)
def test_longest_names_are_kept_in_the_log(client, link, edition, signatory, parties, answer):
    type(signatory).objects.update(name="N" * 120, title="t" * 160)
    type(parties[1]).objects.filter(pk=parties[1].pk).update(name="Ö" * 120)

    response = client.post(link, answer)

    assert response.status_code == 200
    assert len(edition.events.order_by("pk").last().who) > 300


@pytest.mark.parametrize(
    ("posted", "field"),
    [
        ({"name": "", "title": "chef", "godkann": "1"}, "name"),
        ({"name": "Petra", "title": "  ", "godkann": "1"}, "title"),
        ({"comment": " ", "sand-tillbaka": "1"}, "comment"),
        ({"comment": "Bara text, ingen knapp"[:0]}, "comment"),
    ],
)
def test_what_is_missing_is_said_by_the_field_and_the_rest_is_kept(client, link, posted, field):
    response = client.post(link, posted)
    soup = page(response)

    assert response.status_code == 422
    assert soup.select_one(f"#id_{field}_error")
    assert soup.select_one(f"#id_{field}")["aria-invalid"] == "true"
    for name, value in posted.items():
        if name in ("name", "title") and value.strip():
            assert soup.select_one(f"#id_{name}")["value"] == value
    assert SignatureRequest.objects.get().used_at is None


def signed_elsewhere(edition, parties):
    approver = editor_of(edition.partnership, approver=True, party=1)
    services.sign_off(edition=edition, organisation=parties[1], by=approver, name="E", title="C")


CLOSED = {
    "Den gällde till": lambda e, p: SignatureRequest.objects.update(
        requested_at=timezone.now() - VALID_FOR, expires_at=timezone.now() - LATER
    ),
    "inte längre undertecknare": lambda e, p: p[1].signatory_contacts.update(is_active=False),
    "har ändrats sedan länken skickades": lambda e, p: p[1].signatory_contacts.update(
        email="petra@polis.se"
    ),
    "Texten väntar inte längre": lambda e, p: services.void(edition=e, by=e.created_by),
    "har redan godkänt texten": signed_elsewhere,
    "En nyare länk": lambda e, p: SignatureRequest.objects.update(voided_at=timezone.now()),
}


@pytest.mark.parametrize("said", CLOSED)
def test_link_that_cannot_be_used_says_why_and_shows_no_text(client, link, edition, parties, said):
    CLOSED[said](edition, parties)

    answers = [client.get(link), client.post(link, SIGNED)]

    for response in answers:
        assert response.status_code == 410
        assert said in page(response).get_text()
        assert edition.content.promises[0].statement not in response.content.decode()
    assert not edition.sign_offs.filter(method="mail_link").exists()


@pytest.mark.parametrize("said", CLOSED)
def test_comment_that_came_too_late_can_be_copied(client, link, edition, parties, said):
    CLOSED[said](edition, parties)
    comment = "Siffran 14 är fel.\n<b>Den ska vara 41.</b>"

    response = client.post(link, {"comment": comment, "sand-tillbaka": "1"})

    [field] = page(response).select("textarea[readonly]")
    assert field.text.removeprefix("\n") == comment
    assert page(client.get(link)).select("textarea") == []


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (SIGNED, "texten godkändes"),
        ({"comment": "Nej.", "sand-tillbaka": "1"}, "texten sändes tillbaka"),
    ],
)
def test_link_is_used_once(client, link, answer, said):
    client.post(link, answer)

    again = [client.post(link, SIGNED), client.get(link)]

    assert [response.status_code for response in again] == [410, 410]
    assert all(said in page(response).get_text() for response in again)


def test_answer_that_lost_a_race_is_refused(link, edition):
    """Two windows: both pages were open, one has answered."""
    request = SignatureRequest.objects.get()
    sign_by_link(request=request, name="Petra", title="chef")

    with pytest.raises(PublishingError, match="Länken går inte längre att använda"):
        sign_by_link(request=request, name="Petra", title="chef")

    assert edition.sign_offs.count() == 1


@pytest.mark.parametrize("token", ["gissning", "a" * 43, hash_of("gissning")])
def test_wrong_token_is_not_found(client, edition, token):
    assert client.get(reverse("promises:sign_off", args=[token])).status_code == 404


def test_hash_in_the_table_is_no_key(client, edition):
    found = SignatureRequest.objects.get().token_hash

    assert client.get(reverse("promises:sign_off", args=[found])).status_code == 404


# --- Who may send links to whom ---------------------------------------------------------------


def test_resent_link_takes_the_place_of_the_earlier(smtp, client, link, edition, signatory, editor):
    with time_machine.travel(timezone.now() + LATER):
        request_sign_off(edition=edition, by=editor, signatory=signatory)
        smtp.work()
        newer = link_in(smtp.to("p@polis.se")[-1])
        statuses = [client.get(address).status_code for address in (link, newer)]

    assert statuses == [410, 200]


def test_link_for_a_signatory_moved_to_another_party_opens_nothing(client, link, signatory):
    type(signatory).objects.update(organisation=OrganisationFactory())

    answer = client.post(link, SIGNED)

    assert answer.status_code == 410
    assert "har ändrats sedan länken skickades" in page(answer).get_text()


def test_new_link_to_the_corrected_address_goes_at_once(
    smtp, client, link, edition, signatory, editor
):
    signatory.email = "petra@polis.se"
    signatory.save()

    request_sign_off(edition=edition, by=editor, signatory=signatory)
    smtp.work()
    [letter] = smtp.to("petra@polis.se")

    assert [client.get(at).status_code for at in (link, link_in(letter))] == [410, 200]


def test_second_press_sends_no_second_letter(edition, signatory, editor):
    with pytest.raises(PublishingError, match="skickades alldeles nyss"):
        request_sign_off(edition=edition, by=editor, signatory=signatory)


def test_only_editors_of_the_place_send_links(edition, signatory):
    with pytest.raises(NotAllowed):
        request_sign_off(edition=edition, by=editor_of(PartnershipFactory()), signatory=signatory)


def test_signatory_of_somebody_else_gets_no_link(edition, editor):
    other = SignatoryContactFactory(organisation=OrganisationFactory())

    with pytest.raises(PublishingError, match="är inte part"):
        request_sign_off(edition=edition, by=editor, signatory=other)


def test_signatory_who_has_left_gets_no_link(edition, editor, parties):
    gone = SignatoryContactFactory(organisation=parties[1], is_active=False)

    with pytest.raises(PublishingError, match="får inte längre godkänna"):
        request_sign_off(edition=edition, by=editor, signatory=gone)


def test_no_link_is_sent_for_a_party_that_has_signed(edition, editor, parties, signatory):
    signed_elsewhere(edition, parties)

    with pytest.raises(PublishingError, match="har redan godkänt"):
        request_sign_off(edition=edition, by=editor, signatory=signatory)


def test_no_link_is_sent_to_a_text_that_no_longer_waits(edition, editor, signatory):
    services.void(edition=edition, by=editor)

    with pytest.raises(PublishingError, match="ersatt före publicering"):
        request_sign_off(edition=edition, by=editor, signatory=signatory)
