"""From draft to public text in the admin, by the holder's approver."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from dialogues.models import DialogueEdition
from tests.admin_pages import soup, texts
from tests.factories.dialogues import (
    FindingFactory,
    FindingPromiseFactory,
    SurveyFactory,
    candidate_of,
    published,
    whole_dialogue,
)
from tests.factories.portal import OperatorFactory, editor_of

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.fixture
def approver(place):
    """Of the party that holds the dialogue."""
    return editor_of(place, approver=True)


@pytest.fixture
def signing(sign_in, approver):
    return sign_in(approver)


def address(dialogue, name="publish") -> str:
    return reverse(f"dialogues_admin:{name}", args=[dialogue.pk])


def words(response) -> str:
    return " ".join(soup(response).select_one(".publish").get_text().split())


def acts(response) -> list[str]:
    return [button["value"] for button in soup(response).select("button[name=act]")]


def frozen(client, dialogue, **posted) -> DialogueEdition:
    seen = soup(client.get(address(dialogue))).select_one("input[name=seen]")["value"]
    client.post(address(dialogue), {"note": "Nytt.", "seen": seen, **posted})
    return DialogueEdition.objects.latest("pk")


def test_first_text_is_all_new_and_names_who_signs(at_work, dialogue, approver):
    told = words(at_work.get(address(dialogue)))

    assert "Allt är nytt." in told
    assert f"{approver.name}, Handläggare (med konto)" in told


def test_holder_without_an_approver_is_told_what_works_for_dialogues(at_work, dialogue, sign_in):
    pages = [client.get(address(dialogue)) for client in (at_work, sign_in(OperatorFactory()))]

    for page in pages:
        assert "En godkännare med konto behövs." in words(page)
        assert "registrerad undertecknare" not in words(page)
        assert soup(page).select(".publish a[href*=signatorycontact]") == []


def test_changes_are_told_in_words(at_work, dialogue):
    finding = FindingFactory(dialogue=dialogue, statement="Det är mörkt.")
    published(dialogue)
    FindingFactory(dialogue=dialogue, statement="Bilarna kör fort.", position=1)
    finding.outcome, finding.reason = "no_promise", "law"
    finding.save()

    response = at_work.get(address(dialogue))

    assert texts(response, ".change__headline") == [
        "Det ni sa: vad det blev av det har ändrats",
        "Det ni sa: skälet har ändrats",
        "Det ni sa har tillkommit",
    ]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda d: d.holder_rows.all().delete(), "Ange vem som håller dialogen."),
        (lambda d: FindingFactory(dialogue=d, promised=True), "ledde till löfte: välj vilket."),
        (lambda d: FindingPromiseFactory(finding__dialogue=d), "är inte publicerat."),
        (lambda d: SurveyFactory(dialogue=d), "Enkäten har inga frågor än."),
    ],
)
def test_what_lacks_is_said_instead_of_the_form(at_work, dialogue, make, said):
    make(dialogue)

    response = at_work.get(address(dialogue))

    assert said in words(response)
    assert soup(response).select(".publish-form") == []


def test_holders_approver_signs_and_it_is_public(at_work, signing, approver, dialogue):
    edition = frozen(at_work, dialogue)
    assert acts(at_work.get(edition.admin_url)) == ["void"]
    page = signing.get(edition.admin_url)
    party = approver.memberships.get().organisation

    response = signing.post(
        edition.admin_url,
        {"act": "sign", "organisation": party.pk, "name": "Anna", "title": "Chef"},
        follow=True,
    )

    assert acts(page) == ["sign", "send-back", "publish-without", "void"]
    assert texts(response, ".messagelist li") == ["Alla har godkänt, och texten är publicerad."]
    edition.refresh_from_db()
    assert edition.is_public


def test_text_is_sent_back_with_a_comment(at_work, signing, approver, dialogue):
    edition = frozen(at_work, dialogue)
    party = approver.memberships.get().organisation

    empty = signing.post(edition.admin_url, {"act": "send-back", "organisation": party.pk})
    signing.post(
        edition.admin_url,
        {"act": "send-back", "organisation": party.pk, "comment": "Datumet är fel."},
    )

    assert empty.status_code == 422
    edition.refresh_from_db()
    assert (edition.state, edition.rejection_comment) == ("rejected", "Datumet är fel.")
    assert "Datumet är fel." in words(at_work.get(edition.admin_url))


def test_published_without_a_holder_says_why(at_work, signing, dialogue):
    edition = frozen(at_work, dialogue)

    signing.post(edition.admin_url, {"act": "publish-without", "reason": "Alla är på semester."})

    edition.refresh_from_db()
    assert edition.is_public
    assert edition.unsigned_reason == "Alla är på semester."


def test_scheduled_text_is_called_off(at_work, signing, approver, dialogue):
    edition = frozen(at_work, dialogue, scheduled_for_0="2099-07-01", scheduled_for_1="09:00")
    party = approver.memberships.get().organisation
    signing.post(
        edition.admin_url,
        {"act": "sign", "organisation": party.pk, "name": "Anna", "title": "Chef"},
    )
    assert "publiceras av sig själv" in words(at_work.get(address(dialogue)))

    at_work.post(edition.admin_url, {"act": "unschedule"})

    edition.refresh_from_db()
    assert edition.state == "voided"


def test_only_approvers_withdraw_and_with_a_reason(at_work, signing, dialogue):
    edition = published(dialogue)

    at_work.post(edition.admin_url, {"act": "withdraw", "reason": "Fel."})
    edition.refresh_from_db()
    assert edition.is_public
    signing.post(edition.admin_url, {"act": "withdraw", "reason": "Fel namn."})

    edition.refresh_from_db()
    assert (edition.state, edition.withdrawal_reason) == ("withdrawn", "Fel namn.")


def test_draft_that_has_changed_since_it_was_read_is_not_frozen(at_work, dialogue):
    response = at_work.post(address(dialogue), {"note": "Kvar", "seen": "0" * 64})

    assert response.status_code == 422
    assert "Utkastet har ändrats sedan du öppnade sidan" in words(response)
    assert soup(response).select_one("textarea[name=note]").text.strip() == "Kvar"


def test_edition_of_another_dialogue_is_not_found_there(at_work, dialogue, place):
    edition = candidate_of(whole_dialogue(partnership=place, slug="annan"), signed=False)
    for name in ("edition", "preview_edition"):
        url = reverse(f"dialogues_admin:{name}", args=[dialogue.pk, edition.pk])
        assert at_work.get(url).status_code == 404


def test_preview_shows_the_draft_as_residents_will_see_it(at_work, place):
    dialogue = whole_dialogue(partnership=place, title="Dialog på torget")
    edition = published(dialogue)
    dialogue.title = "Dialog på Stortorget"
    dialogue.save()

    draft = at_work.get(address(dialogue, "preview_dialogue"))
    old = at_work.get(reverse("dialogues_admin:preview_edition", args=[dialogue.pk, edition.pk]))

    assert texts(draft, "h1") == ["Dialog på Stortorget"]
    assert texts(old, "h1") == ["Dialog på torget"]
    for page in (draft, old):
        assert page.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
        assert soup(page).select("meta[name=robots]")[0]["content"] == "noindex, nofollow"
        assert soup(page).select(".preview-banner")


def test_log_tells_who_did_what(at_work, editor, dialogue):
    edition = frozen(at_work, dialogue)
    at_work.post(edition.admin_url, {"act": "void"})

    told = texts(at_work.get(address(dialogue)), ".publish-events li")

    assert [editor.name in line for line in told] == [True, True]
    assert timezone.now() - edition.created_at < DAY
