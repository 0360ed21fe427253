"""Letters that wait or failed, as those who run the portal see them."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils import timezone

from portal.exceptions import DomainError, NotAllowed
from portal.mail import send_again
from portal.mail_errors import error_in_words
from tests.admin_pages import soup, texts
from tests.factories.portal import (
    OperatorFactory,
    OutgoingMailFactory,
    PartnershipFactory,
    editor_of,
)

pytestmark = pytest.mark.django_db

LIST = reverse("admin:portal_outgoingmail_changelist")


def page_of(letter) -> str:
    return reverse("admin:portal_outgoingmail_change", args=[letter.pk])


@pytest.fixture
def operator(sign_in):
    return sign_in(OperatorFactory())


def test_list_has_what_waits_and_what_failed_but_not_what_has_gone(operator):
    OutgoingMailFactory(subject="Gick inte")
    OutgoingMailFactory(subject="Väntar", state="queued", last_error="")
    OutgoingMailFactory(subject="Har gått", state="sent", body="", sent_at=timezone.now())

    response = operator.get(LIST)

    assert sorted(texts(response, "#result_list .field-subject")) == ["Gick inte", "Väntar"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_query_count_does_not_grow(operator, django_assert_num_queries, count):
    OutgoingMailFactory.create_batch(count)
    operator.get(LIST)

    with django_assert_num_queries(6):
        operator.get(LIST)


def test_error_is_told_in_words_and_text_to_nobody(operator):
    letter = OutgoingMailFactory(body="Din hemliga länk: https://example.se/hemligt")

    listed, shown = operator.get(LIST), operator.get(page_of(letter))

    words = (
        "Mottagarens server tar inte emot brev till adressen. Stämmer den? "
        "Serverns svar: 550 5.1.1 unknown user."
    )
    assert texts(listed, ".field-what_happened") == [words]
    assert texts(shown, ".field-what_happened .readonly") == [words]
    assert [b"hemligt" in page.content for page in (listed, shown)] == [False, False]


def test_nothing_of_a_letter_can_be_written(operator):
    letter = OutgoingMailFactory()

    fields = soup(operator.get(page_of(letter))).select("form [name]:not([type=hidden])")
    refused = operator.post(page_of(letter), {"to": "nagon.annan@example.se", "_save": ""})

    assert [field["name"] for field in fields if field.name != "button"] == []
    assert refused.status_code == 403


def test_operator_sends_a_failed_letter_again(operator, smtp):
    letter = OutgoingMailFactory()

    button = soup(operator.get(page_of(letter))).select_one("button[name=action]")
    values = {"action": button["value"], "_selected_action": letter.pk}
    response = operator.post(button["formaction"], values, follow=True)
    smtp.work()

    letter.refresh_from_db()
    assert texts(response, ".messagelist li") == [f"Brevet till {letter.to} skickas igen."]
    assert [received["To"] for received in smtp.letters] == [letter.to]
    assert (letter.state, letter.attempts) == ("sent", 4)
    assert LogEntry.objects.get().get_change_message() == "Försök igen"


def test_letter_that_waits_has_no_button(operator):
    letter = OutgoingMailFactory(state="queued")

    assert soup(operator.get(page_of(letter))).select("button[name=action]") == []


def test_letter_that_waits_is_not_sent_again():
    letter = OutgoingMailFactory(state="queued")

    with pytest.raises(DomainError, match="behöver inget nytt försök: väntar på att skickas"):
        send_again(letter=letter, by=OperatorFactory())


def test_only_operators_send_again():
    letter, editor = OutgoingMailFactory(), editor_of(PartnershipFactory(), approver=True)

    with pytest.raises(NotAllowed):
        send_again(letter=letter, by=editor)

    letter.refresh_from_db()
    assert letter.state == "failed"


def test_failed_letters_wait_for_operators_only(sign_in):
    OutgoingMailFactory.create_batch(2)
    place = PartnershipFactory()
    pages = [sign_in(user).get("/admin/") for user in (OperatorFactory(), editor_of(place))]

    told = [[t for t in texts(page, ".todo__text") if "skicka" in t] for page in pages]

    assert told == [["2 brev gick inte att skicka."], []]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("", ""),
        (
            "[Errno 111] Connection refused",
            "E-postservern tar inte emot anrop. Är adressen och porten rätt?",
        ),
        ("timed out", "E-postservern svarade inte i tid."),
        (
            "(535, b'5.7.8 bad credentials')",
            "E-postservern godtar inte portalens inloggning. "
            "Serverns svar: 535 5.7.8 bad credentials.",
        ),
        (
            "(451, b'try later')",
            "E-postservern kan inte ta emot brevet just nu. Serverns svar: 451 try later.",
        ),
        (
            "the worker died each time",
            "Sändningen avbröts varje gång innan servern hann svara. "
            "Se efter om processen startas om.",
        ),
        ("något annat", "Något oväntat hände: något annat"),
    ],
)
def test_errors_in_words(error, words):
    assert error_in_words(error) == words
