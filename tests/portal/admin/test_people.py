"""Users, organisations, places and contacts in the admin."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image

from portal.days import today
from portal.models import Contact, Partnership
from tests.admin_pages import soup, texts, typed
from tests.factories.portal import (
    ContactFactory,
    InvitationFactory,
    MembershipFactory,
    OperatorFactory,
    OrganisationFactory,
    PartnershipFactory,
    UserFactory,
    editor_of,
)
from tests.factories.promises import GoalFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund", name="Strömsund")


def test_approver_reads_colleagues_and_their_role_in_the_own_organisation_only(place, sign_in):
    approver = editor_of(place, approver=True)
    organisation = approver.memberships.get().organisation
    colleague = MembershipFactory(organisation=organisation).user
    MembershipFactory(user=colleague, organisation=OrganisationFactory(name="Annan kommun"))
    client = sign_in(approver)

    page = client.get(reverse("admin:portal_user_change", args=[colleague.pk]))

    assert typed(page) == {} or "name" not in typed(page)
    assert texts(page, "#memberships-group .fieldBox.field-organisation .readonly") == [
        organisation.name
    ]


def test_approver_sees_no_users_of_other_organisations(place, sign_in):
    approver, stranger = editor_of(place, approver=True), UserFactory()

    page = sign_in(approver).get(reverse("admin:portal_user_changelist"))

    names = texts(page, "#result_list .field-name")
    assert approver.name in names
    assert stranger.name not in names


def test_operator_gives_a_user_work_in_an_organisation(place, sign_in):
    user, organisation = UserFactory(), place.members.all()[0].organisation
    client, url = sign_in(OperatorFactory()), reverse("admin:portal_user_change", args=[user.pk])
    values = typed(client.get(url)) | {
        "memberships-TOTAL_FORMS": "1",
        "memberships-0-organisation": organisation.pk,
        "memberships-0-role": "approver",
    }

    response = client.post(url, values)

    assert response.status_code == 302, texts(response, ".errorlist")
    assert user.memberships.get().organisation == organisation


def test_editor_writes_the_introduction_but_not_the_parties(place, sign_in):
    client = sign_in(editor_of(place))
    url = reverse("admin:portal_partnership_change", args=[place.pk])
    values = typed(client.get(url)) | {
        "introduction": "<p>Välkommen.</p>",
        "slug": "annan",
        "members-0-must_sign": "",
        "members-0-id": place.members.all()[0].pk,
    }

    response = client.post(url, values)

    place.refresh_from_db()
    assert response.status_code == 302, texts(response, ".errorlist")
    assert (place.introduction, place.slug) == ("<p>Välkommen.</p>", "stromsund")
    assert place.members.filter(must_sign=True).count() == 2


def test_editor_chooses_among_people_of_the_own_parties_for_follow_up(place, sign_in):
    editor, colleague = editor_of(place), editor_of(place, party=1)
    UserFactory(name="Någon annan")

    page = soup(sign_in(editor).get(reverse("admin:portal_partnership_change", args=[place.pk])))

    names = {
        option.text
        for option in page.select("#id_follow_up_responsible option[value]:not([value=''])")
    }
    assert names == {editor.name, colleague.name}


def test_contact_says_what_is_missing_and_keeps_what_was_typed(place, sign_in):
    client, url = sign_in(editor_of(place)), reverse("admin:portal_contact_add")
    values = typed(client.get(url)) | {
        "partnership": place.pk,
        "organisation": place.members.all()[0].organisation_id,
        "function": "Växel",
    }

    response = client.post(url, values)

    assert texts(response, ".errorlist") == ["Ange telefon eller e-post."]
    assert typed(response)["function"] == "Växel"
    assert not Contact.objects.exists()


def test_empty_choices_are_said_in_swedish(place, sign_in):
    page = soup(sign_in(editor_of(place)).get(reverse("admin:portal_contact_add")))

    assert {option.text for option in page.select("option[value='']")} == {"– välj –"}


@pytest.mark.parametrize("name", ["contact", "partnership", "organisation", "user"])
def test_list_query_count_does_not_grow(name, sign_in):
    client, counts = sign_in(OperatorFactory()), []
    for _ in range(3):
        place = PartnershipFactory()
        ContactFactory(partnership=place)
        editor_of(place)
        with CaptureQueriesContext(connection) as queries:
            client.get(reverse(f"admin:portal_{name}_changelist"))
        counts.append(len(queries))

    assert counts[0] == counts[2]


def test_place_that_has_opened_is_not_deleted(place, sign_in):
    url = reverse("admin:portal_partnership_delete", args=[place.pk])

    response = sign_in(OperatorFactory()).post(url, {"post": "yes"})

    assert Partnership.objects.filter(pk=place.pk).exists()
    assert "öppnad för invånarna" in texts(response, ".reasons li")[0]


def test_picture_that_was_not_kept_is_asked_for_again(place, sign_in):
    client = sign_in(editor_of(place))
    url = reverse("admin:portal_partnership_change", args=[place.pk])
    picture = BytesIO()
    Image.new("RGB", (2, 2)).save(picture, "PNG")
    chosen = SimpleUploadedFile("torget.png", picture.getvalue(), "image/png")

    response = client.post(url, typed(client.get(url)) | {"name": "", "picture": chosen})

    [field] = soup(response).select("#id_picture")
    told = soup(response).select_one(f"#{field['aria-describedby'].split()[0]}")
    assert (
        told.get_text(strip=True) == "Bilden ”torget.png” är inte sparad än: välj den en gång till."
    )
    assert texts(client.get(url), ".picture-lost") == []


def test_figures_stand_without_the_zeros_of_their_column(place, sign_in):
    goal = GoalFactory(promise__period__partnership=place, baseline_value="13.5", target_value=-10)

    page = sign_in(editor_of(place)).get(reverse("admin:promises_goal_change", args=[goal.pk]))

    values = typed(page)
    assert (values["baseline_value"], values["target_value"]) == ("13.5", "-10")


@pytest.mark.parametrize("name", ["user", "invitation", "contact"])
def test_list_offers_no_english_choice(name, place, sign_in):
    InvitationFactory()
    ContactFactory(partnership=place)

    page = sign_in(OperatorFactory()).get(reverse(f"admin:portal_{name}_changelist"))

    assert texts(page, "select[name=action] option")[0] == "– välj –"


def test_list_of_users_says_in_words_who_is_here(sign_in):
    operator = OperatorFactory(name="Ada")
    UserFactory(name="Bo", is_active=False)

    page = sign_in(operator).get(reverse("admin:portal_user_changelist"))

    assert texts(page, ".field-in_use") == ["i bruk", "avslutat"]
    assert texts(page, ".field-last_seen")[1] == "har inte loggat in"


@pytest.mark.parametrize("way", ["page", "list", "place"])
def test_contact_that_residents_have_seen_is_ended_and_not_deleted(way, place, sign_in):
    party = place.members.all()[0].organisation
    contact = ContactFactory(partnership=place, organisation=party)
    Contact.objects.filter(pk=contact.pk).update(valid_from=today() + dt.timedelta(days=9))
    client = sign_in(editor_of(place))
    above = reverse("admin:portal_partnership_change", args=[place.pk])
    url, values = {
        "page": (reverse("admin:portal_contact_delete", args=[contact.pk]), {"post": "yes"}),
        "list": (
            reverse("admin:portal_contact_changelist"),
            {"action": "delete_selected", "_selected_action": [contact.pk], "post": "yes"},
        ),
        "place": (above, typed(client.get(above)) | {"contacts-0-DELETE": "on"}),
    }[way]

    response = client.post(url, values)

    assert Contact.objects.filter(pk=contact.pk).exists()
    told = texts(response, ".reasons li" if way != "place" else "#contacts-group .errorlist li")
    assert "Avsluta kontakten i stället" in told[0]


@pytest.mark.parametrize("kind", ["coming", "closed"])
def test_contact_that_nobody_has_seen_may_be_deleted(kind, place, sign_in):
    closed = PartnershipFactory(public_from=None)
    contact = {
        "coming": lambda: ContactFactory(
            partnership=place, valid_from=today() + dt.timedelta(days=9)
        ),
        "closed": lambda: ContactFactory(partnership=closed),
    }[kind]()
    url = reverse("admin:portal_contact_delete", args=[contact.pk])

    sign_in(OperatorFactory()).post(url, {"post": "yes"})

    assert not Contact.objects.exists()
