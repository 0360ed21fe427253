"""The admin's pages of publishing: what they show, to whom, and what their buttons do."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from portal import services
from promises.models import PeriodEdition, SignatureRequest
from tests.factories.portal import (
    OperatorFactory,
    SignatoryContactFactory,
)
from tests.factories.promises import PromiseFactory, candidate_of, published
from tests.promises.publish_pages.pages import acts, address, page_of, soup, text

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def test_first_text_is_all_new_and_names_who_must_sign(at_work, period, approvers):
    SignatoryContactFactory(
        organisation=period.partnership.members.all()[1].organisation, name="Petra Polis"
    )

    told = text(at_work.get(address(period)))

    assert "Allt är nytt." in told
    assert "Petra Polis, lokalpolisområdeschef (får en personlig länk till" in told
    assert f"{approvers[0].name}, Handläggare (med konto)" in told


def test_party_that_nobody_can_sign_for_is_pointed_out(at_work, period):
    assert text(at_work.get(address(period))).count("Ingen kan godkänna här än.") == 2


def test_only_who_can_help_is_led_to_the_signatories(sign_in, period, editor):
    url = reverse("admin:portal_signatorycontact_changelist")

    pages = [sign_in(user).get(address(period)) for user in (editor, OperatorFactory())]

    led = [bool(soup(page).select(f".publish a[href='{url}']")) for page in pages]
    assert led == [False, True]
    assert "Be den som driver webbplatsen om det." in text(pages[0])


def test_text_that_all_have_signed_and_is_not_out_waits_for_nobody(at_work, period):
    candidate_of(period)

    told = text(at_work.get(address(period)))

    assert "är godkänd av alla, men den är inte publicerad" in told
    assert "väntar på godkännande från" not in told


def test_draft_after_a_withdrawal_is_not_called_the_first(at_work, period, approvers):
    services.withdraw(edition=published(period), by=approvers[0], reason="Fel.")

    told = text(at_work.get(address(period)))

    assert "Den senaste utgåvan är tillbakadragen." in told
    assert "det första som invånarna läser" not in told


def test_draft_beside_the_first_scheduled_text_is_not_called_the_first(at_work, period):
    published(period, scheduled_for=timezone.now() + DAY)

    told = text(at_work.get(address(period)))

    assert "Först ut blir den schemalagda utgåvan." in told
    assert "det första som invånarna läser" not in told


def test_changes_are_told_in_plain_words(at_work, period):
    published(period)
    PromiseFactory(period=period, statement="Vi lovar en fältassistent.")

    response = at_work.get(address(period))

    headlines = [found.get_text() for found in soup(response).select(".change__headline")]
    assert headlines == ["Löftet har tillkommit"]
    assert "Vi lovar en fältassistent." in text(response)


def test_unchanged_draft_has_no_form(at_work, period):
    published(period)

    response = at_work.get(address(period))

    assert "Det finns inget att publicera" in text(response)
    assert soup(response).select(".publish-form") == []


def test_freezing_leads_to_the_page_of_the_candidate(at_work, period, editor):
    page = at_work.get(address(period))
    seen = soup(page).select_one("input[name=seen]")["value"]

    response = at_work.post(address(period), {"note": "Nytt i år.", "seen": seen})

    edition = PeriodEdition.objects.get()
    assert response.headers["Location"] == page_of(edition)
    assert (edition.note, edition.created_by, edition.state) == ("Nytt i år.", editor, "candidate")


@pytest.mark.parametrize(
    ("posted", "said"),
    [
        ({"note": " "}, "Skriv vad som har ändrats"),
        ({"note": "N", "scheduled_for_0": "2020-01-01", "scheduled_for_1": "09:00"}, "passerat"),
        ({"note": "N", "scheduled_for_0": "2099-01-01"}, "Ange både dag och klockslag."),
        ({"note": "N", "scheduled_for_0": "31 juni", "scheduled_for_1": "09:00"}, "Skriv dagen"),
        ({"note": "Kvar", "seen": "0" * 64}, "Utkastet har ändrats sedan du öppnade sidan"),
        ({"note": "Kvar", "is_minor": "on"}, "Ingen utgåva gäller nu"),
    ],
)
def test_what_cannot_be_frozen_is_said_and_kept(at_work, period, posted, said):
    response = at_work.post(address(period), posted)

    assert response.status_code == 422
    assert said in text(response)
    assert soup(response).select_one("textarea[name=note]").get_text().strip() == (
        posted["note"].strip()
    )
    assert not PeriodEdition.objects.exists()


def test_scheduled_moment_is_swedish_time(at_work, period):
    posted = {"note": "N", "scheduled_for_0": "2099-07-01", "scheduled_for_1": "09:00"}

    at_work.post(address(period), posted)

    moment = PeriodEdition.objects.get().scheduled_for
    assert moment == dt.datetime(2099, 7, 1, 7, tzinfo=dt.UTC)


def test_acts_follow_rights_and_state(sign_in, period, editor, approvers, edition):
    def offered(user):
        return acts(sign_in(user).get(page_of(edition)))

    assert offered(editor) == ["void"]
    assert offered(approvers[0]) == ["sign", "send-back", "publish-without", "void"]
    assert offered(OperatorFactory()) == ["publish-without", "void"]
    SignatoryContactFactory(organisation=period.partnership.members.all()[1].organisation)
    assert offered(editor) == ["send-link", "void"]


def test_both_sign_in_the_admin_and_the_text_is_public(sign_in, client, edition, approvers):
    for number, user in enumerate(approvers):
        at_work = sign_in(user)
        party = soup(at_work.get(page_of(edition))).select_one("#id-sign-organisation")["value"]
        data = {"act": "sign", "organisation": party, "name": f"Namn {number}", "title": "Chef"}
        response = at_work.post(page_of(edition), data, follow=True)

    edition.refresh_from_db()
    public = client.get(edition.period.get_absolute_url())
    assert edition.state == "published"
    assert "Alla har godkänt, och texten är publicerad." in response.content.decode()
    assert "Namn 0, Chef" in public.content.decode()
    assert "Namn 1, Chef" in public.content.decode()


def test_name_and_title_are_asked_for_by_their_fields(sign_in, edition, approvers):
    at_work = sign_in(approvers[0])
    party = edition.partnership.members.all()[0].organisation

    response = at_work.post(
        page_of(edition), {"act": "sign", "organisation": party.pk, "name": "Eva", "title": ""}
    )

    assert response.status_code == 422
    assert soup(response).select_one("#id-sign-title_error")
    assert soup(response).select_one("#id-sign-name")["value"] == "Eva"


def test_nobody_signs_for_the_other_party(sign_in, edition, approvers):
    other = edition.partnership.members.all()[1].organisation
    data = {"act": "sign", "organisation": other.pk, "name": "Eva", "title": "Chef"}

    response = sign_in(approvers[0]).post(page_of(edition), data)

    assert response.status_code == 422
    assert not edition.sign_offs.exists()


def test_send_back_shows_the_comment(sign_in, edition, approvers):
    party = edition.partnership.members.all()[1].organisation
    data = {"act": "send-back", "organisation": party.pk, "comment": "Fel siffra."}

    response = sign_in(approvers[1]).post(page_of(edition), data, follow=True)

    assert "Återsänd." in text(response)
    assert "Fel siffra." in text(response)
    assert acts(response) == []


def test_link_is_sent_and_its_standing_shown(at_work, edition):
    party = edition.partnership.members.all()[1].organisation
    signatory = SignatoryContactFactory(organisation=party, name="Petra Polis")

    data = {"act": "send-link", "signatory": signatory.pk}
    first = at_work.post(page_of(edition), data, follow=True)
    again = at_work.post(page_of(edition), data)

    assert "Länk till Petra Polis" in text(first)
    assert (again.status_code, SignatureRequest.objects.count()) == (422, 1)
    assert "skickades alldeles nyss" in text(again)


def test_publishing_without_a_party_is_told_to_everybody(sign_in, client, edition, approvers):
    data = {"act": "publish-without", "reason": "Polisen hann inte svara."}

    sign_in(approvers[0]).post(page_of(edition), data)

    public = client.get(edition.period.get_absolute_url())
    assert "Polisen hann inte svara." in public.content.decode()


def test_scheduled_text_can_be_called_off_from_the_page_of_the_period(at_work, period):
    edition = published(period, scheduled_for=timezone.now() + DAY)
    page = at_work.get(address(period))

    form = soup(page).select_one("form[action$='/']:has(button[value=unschedule])")
    response = at_work.post(form["action"], {"act": "unschedule"}, follow=True)
    edition.refresh_from_db()

    assert "En utgåva är redan schemalagd" in text(page)
    assert edition.state == "voided"
    assert "schemaläggningen avbruten" in text(response)


def test_withdrawal_needs_an_approver_and_a_reason(sign_in, client, period, editor, approvers):
    edition = published(period)
    at_work = sign_in(approvers[0])

    silent = at_work.post(page_of(edition), {"act": "withdraw", "reason": " "})
    at_work.post(page_of(edition), {"act": "withdraw", "reason": "Fel text."})
    public = client.get(period.get_absolute_url())

    assert acts(sign_in(editor).get(page_of(edition))) == []
    assert silent.status_code == 422
    assert public.status_code == 410
    assert "Fel text." in public.content.decode()


def test_unknown_act_is_a_bad_request(at_work, edition):
    assert at_work.post(page_of(edition), {"act": "radera"}).status_code == 400


def test_log_is_shown(at_work, period, edition, editor):
    told = text(at_work.get(address(period)))

    assert f"fryst. {editor.name}. Nytt i år." in told
