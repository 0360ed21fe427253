"""From the address of the admin to the admin: password, second step, and what lies beside that path."""

import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from allauth.usersessions.models import UserSession
from bs4 import BeautifulSoup
from django.contrib import admin
from django.core import signing
from django.core.cache.backends.db import DatabaseCache
from django.test import Client, override_settings
from django.urls import reverse

from portal.accounts import reset_second_factor
from portal.exceptions import NotAllowed
from portal.models import OutgoingMail
from portal.sign_in.browsers import name_browser
from tests.factories.portal import MembershipFactory, OperatorFactory, UserFactory
from tests.fixtures import TOTP_SECRET, enrol

pytestmark = pytest.mark.django_db

PASSWORD = "en lång mening om älgar"
LOGIN = "/konto/logga-in/"


def code(*, secret: str = TOTP_SECRET, step: int = 0) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + step))


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def texts(response, selector: str) -> list[str]:
    return [" ".join(found.get_text().split()) for found in soup(response).select(selector)]


def give_password(client: Client, user, password: str = PASSWORD, **query: str):
    return client.post(
        reverse("account_login", query=query), {"login": user.email, "password": password}
    )


def give_code(client: Client, given: str):
    return client.post(reverse("mfa_authenticate"), {"code": given})


@pytest.fixture
def editor(db):
    user = MembershipFactory(user__email="eva@example.se", user__name="Eva Ek").user
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def enrolled(editor):
    enrol(editor)
    return editor


# --- In --------------------------------------------------------------------------------------


def test_whole_way_in_leads_to_the_page_that_was_asked_for(client, enrolled):
    wanted = reverse("admin:index") + "?e=1"

    asked = client.get(wanted, follow=True)
    after_password = give_password(client, enrolled, next=wanted)
    after_code = give_code(client, code())

    assert urlsplit(asked.redirect_chain[-1][0]).path == LOGIN
    assert parse_qs(urlsplit(asked.redirect_chain[-1][0]).query) == {"next": [wanted]}
    assert after_password.url == reverse("mfa_authenticate")
    assert after_code.url == wanted
    assert client.get(wanted).status_code == 200


def test_password_alone_opens_nothing(client, enrolled):
    give_password(client, enrolled)

    assert client.get(reverse("admin:index")).status_code == 302
    assert client.get(reverse("portal:account")).url.startswith(LOGIN)


def test_login_form_speaks_plainly_and_keeps_the_address(client, enrolled):
    response = give_password(client, enrolled, "fel lösenord")

    assert texts(response, "h1") == ["Logga in"]
    assert texts(response, "label") == ["E-postadress", "Lösenord"]
    assert texts(response, ".form-refusal") == ["E-postadressen eller lösenordet stämmer inte."]
    assert soup(response).select_one("#id_login")["value"] == enrolled.email
    assert [tag.get("placeholder") for tag in soup(response).select("input")] == [None] * 3


def test_next_outside_the_site_is_not_followed(client, enrolled):
    give_password(client, enrolled, next="https://example.org/")

    assert give_code(client, code()).url == reverse("admin:index")
    assert client.get(reverse("admin:login") + "?next=//example.org/").url == reverse("admin:index")


def test_wrong_code_is_refused_in_words(client, enrolled):
    give_password(client, enrolled)

    response = give_code(client, "000000")

    assert texts(response, ".errorlist li") == [
        "Koden stämmer inte, eller så har den redan använts."
    ]
    assert (
        soup(response).select_one("#id_code")["aria-describedby"]
        == "id_code_helptext id_code_error"
    )


def test_code_is_good_once_even_after_allauths_own_memory(client, enrolled):
    start = int(time.time()) // 30 * 30
    with time_machine.travel(start, tick=False) as clock:
        ahead = code(step=1)
        give_password(client, enrolled)
        first = give_code(client, ahead)
        clock.shift(45)  # allauth has forgotten the code, which would still be within the tolerance
        other = Client()
        give_password(other, enrolled)
        second = give_code(other, ahead)

    assert first.status_code == 302
    assert second.status_code == 200


def test_memory_of_used_codes_is_shared_by_all_processes(db):
    """What settings name in production; migrations make its table."""
    one, other = (DatabaseCache("portal_cache", {}) for _ in range(2))

    assert [one.add("code", True, 90), other.add("code", True, 90)] == [True, False]


def test_recovery_code_opens_once(client, enrolled):
    client_at_home = Client()
    give_password(client, enrolled)
    give_code(client, code())
    client.post(reverse("mfa_generate_recovery_codes"))
    codes = texts(client.get(reverse("mfa_view_recovery_codes")), ".codes code")
    client.post(reverse("account_logout"))

    give_password(client, enrolled)
    first = give_code(client, codes[0])
    give_password(client_at_home, enrolled)
    second = give_code(client_at_home, codes[0])

    assert len(codes) == 10
    assert (first.status_code, client.get(reverse("admin:index")).status_code) == (302, 200)
    assert second.status_code == 200


def test_too_many_wrong_passwords_are_stopped_for_that_address(client, enrolled):
    for _ in range(5):
        give_password(client, enrolled, "fel lösenord")

    response = give_password(client, enrolled)

    assert texts(response, ".form-refusal") == [
        "För många försök. Vänta några minuter och pröva igen."
    ]


def test_too_many_wrong_codes_are_stopped(client, enrolled):
    give_password(client, enrolled)
    for _ in range(5):
        give_code(client, "000000")

    response = give_code(client, code())

    assert texts(response, ".errorlist li") == [
        "För många försök. Vänta några minuter och pröva igen."
    ]


def test_flood_of_attempts_is_answered_429_in_swedish(client, db):
    statuses = [
        client.post(reverse("account_reset_password"), {"email": "x@example.se"}).status_code
        for _ in range(6)
    ]
    response = client.post(reverse("account_reset_password"), {"email": "x@example.se"})

    assert statuses == [302] * 5 + [429]
    assert texts(response, "h1") == ["För många försök"]


# --- The second step before anything else -----------------------------------------------------


def test_staff_without_second_step_is_led_through_its_set_up(client, editor):
    give_password(client, editor)
    led_to = client.get(reverse("admin:index"), follow=True)
    page = client.get(reverse("mfa_activate_totp"))
    secret = soup(page).select_one(".secret").get_text()

    activated = client.post(
        reverse("mfa_activate_totp"), {"code": code(secret=secret)}, follow=True
    )

    assert led_to.redirect_chain[-1][0] == reverse("mfa_index")
    assert texts(led_to, ".action") == ["Lägg till en app", "Lägg till en nyckel"]
    assert activated.redirect_chain[-1][0] == reverse("mfa_view_recovery_codes")
    assert len(texts(activated, ".codes code")) == 10
    assert client.get(reverse("admin:index")).status_code == 200
    assert soup(page).select_one(".qr svg path") is not None


def test_session_opened_before_the_set_up_elsewhere_must_show_the_code(client, editor):
    give_password(client, editor)
    enrol(editor)

    led_to = client.get(reverse("admin:index"), follow=True)
    confirmed = client.post(led_to.redirect_chain[-1][0], {"code": code()})

    assert urlsplit(led_to.redirect_chain[-1][0]).path == reverse("mfa_reauthenticate")
    assert confirmed.url == reverse("admin:index")
    assert client.get(reverse("admin:index")).status_code == 200


@pytest.mark.parametrize("name", ["mfa_view_recovery_codes", "mfa_deactivate_totp"])
def test_password_alone_does_not_reach_what_protects_the_account(client, editor, name):
    give_password(client, editor)
    enrol(editor)
    Authenticator.objects.create(
        user=editor, type="recovery_codes", data={"seed": "0" * 40, "used_mask": 0}
    )

    response = client.get(reverse(name))
    by_password = client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    assert urlsplit(response.url).path == reverse("mfa_reauthenticate")
    assert urlsplit(by_password.url).path == reverse("mfa_reauthenticate")


def test_removed_device_no_longer_counts(client, enrolled, sign_in):
    client = sign_in(enrolled)
    assert client.get(reverse("admin:index")).status_code == 200

    Authenticator.objects.filter(user=enrolled).delete()
    without = client.get(reverse("admin:index"), follow=True)
    enrol(enrolled)
    with_another = client.get(reverse("admin:index"), follow=True)

    assert without.redirect_chain[-1][0] == reverse("mfa_index")
    assert urlsplit(with_another.redirect_chain[-1][0]).path == reverse("mfa_reauthenticate")


def test_recovery_codes_alone_are_no_second_step(sign_in, editor):
    client = sign_in(editor)
    Authenticator.objects.filter(user=editor).update(type="recovery_codes")

    assert client.get(reverse("admin:index")).status_code == 302


def test_account_without_organisation_is_told_so(sign_in, db):
    client = sign_in(UserFactory())

    response = client.get(reverse("admin:index"), follow=True)

    assert response.status_code == 403
    assert texts(response, "h1") == ["Du har inget att arbeta med här än"]


def test_admins_own_pages_of_sign_in_are_allauths(client, enrolled, sign_in):
    signed_in = sign_in(enrolled)

    assert client.get("/admin/login/?next=/admin/x/").url == f"{LOGIN}?next=%2Fadmin%2Fx%2F"
    assert client.post("/admin/login/", {"username": enrolled.email, "password": PASSWORD}).url
    assert signed_in.get("/admin/password_change/").url == reverse("account_change_password")
    out = signed_in.post("/admin/logout/", follow=True)
    assert out.redirect_chain[0] == (reverse("account_logout"), 307)
    assert signed_in.get("/admin/").status_code == 302


def test_admin_shows_no_rows_of_libraries():
    labels = {model._meta.app_label for model in admin.site._registry}

    assert labels <= {"portal", "promises", "dialogues"}


def test_one_request_asks_once_about_the_second_step(
    sign_in, enrolled, django_assert_max_num_queries
):
    client = sign_in(enrolled)

    with django_assert_max_num_queries(40) as seen:
        client.get(reverse("admin:index"))

    asked = [query for query in seen.captured_queries if "mfa_authenticator" in query["sql"]]
    assert len(asked) == 1


# --- Who may not ------------------------------------------------------------------------------


@pytest.fixture
def demo_user(enrolled):
    enrolled.is_demo = True
    enrolled.save()
    return enrolled


def test_demo_account_stays_out_of_a_real_portal(client, demo_user):
    response = give_password(client, demo_user)

    assert response.url == reverse("account_inactive")
    assert client.get(reverse("mfa_authenticate")).status_code == 302
    assert not UserSession.objects.filter(user=demo_user).exists()


def test_demo_account_that_is_in_is_out_when_the_demo_ends(sign_in, demo_user):
    client = sign_in(demo_user)

    with override_settings(DEMO=True):
        inside = client.get(reverse("admin:index"))

    assert inside.status_code == 200
    assert client.get(reverse("admin:index")).status_code == 302


def test_closed_account_is_told_so_and_open_sessions_end(client, sign_in, enrolled):
    other = sign_in(enrolled)
    enrolled.is_active = False
    enrolled.save()

    response = give_password(client, enrolled)

    assert response.url == reverse("account_inactive")
    assert texts(client.get(response.url), "h1") == ["Kontot är avstängt"]
    assert other.get(reverse("admin:index")).status_code == 302


def test_demo_shows_the_code_and_never_one_that_is_used(client, demo_user):
    with override_settings(DEMO=True):
        give_password(client, demo_user)
        shown = texts(client.get(reverse("mfa_authenticate")), ".notice strong")
        entered = give_code(client, shown[0])
        other = Client()
        give_password(other, demo_user)
        shown_next = texts(other.get(reverse("mfa_authenticate")), ".notice strong")
        entered_next = give_code(other, shown_next[0])

    assert (entered.status_code, entered_next.status_code) == (302, 302)
    assert shown_next != shown


@pytest.mark.parametrize(("demo", "is_demo"), [(False, False), (True, False)])
def test_code_is_shown_to_demo_accounts_in_the_demo_only(client, enrolled, demo, is_demo):
    enrolled.is_demo = is_demo
    enrolled.save()
    with override_settings(DEMO=demo):
        give_password(client, enrolled)
        page = client.get(reverse("mfa_authenticate"))

    assert page.status_code == 200
    assert texts(page, ".notice") == []
    assert code() not in page.content.decode()


@pytest.mark.parametrize(
    "path", ["konto/signup/", "konto/email/", "konto/registrera/", "accounts/login/"]
)
def test_open_sign_up_has_no_address(client, db, path):
    assert client.get(f"/{path}").status_code == 404


# --- Password --------------------------------------------------------------------------------


def link_in(letter: OutgoingMail) -> str:
    return urlsplit(re.search(r"https?://\S+", letter.body)[0]).path


def test_password_is_chosen_anew_by_mail_and_the_link_works_once(client, enrolled):
    client.post(reverse("account_reset_password"), {"email": enrolled.email})
    letter = OutgoingMail.objects.get()
    form = client.get(link_in(letter), follow=True)
    action = soup(form).select_one("main form")["action"]

    done = client.post(action, {"password1": "fyra nya ord här", "password2": "fyra nya ord här"})
    again = Client().get(link_in(letter))

    assert letter.to == enrolled.email
    assert letter.subject == "Välj ett nytt lösenord till Medborgarlöften"
    assert done.url == reverse("account_reset_password_from_key_done")
    assert give_password(client, enrolled, "fyra nya ord här").url == reverse("mfa_authenticate")
    assert texts(again, "h1") == ["Länken gäller inte längre"]
    assert OutgoingMail.objects.filter(subject="Ditt lösenord är bytt").exists()


def test_letter_of_a_new_password_arrives_by_mail(client, enrolled, smtp):
    client.post(reverse("account_reset_password"), {"email": enrolled.email})

    (letter,) = smtp.work()

    path = urlsplit(re.search(r"https?://\S+", letter.get_content())[0]).path
    assert letter["To"] == enrolled.email
    assert texts(client.get(path, follow=True), "h1") == ["Välj ett nytt lösenord"]


def test_reset_tells_nobody_who_has_an_account(client, enrolled):
    known = client.post(reverse("account_reset_password"), {"email": enrolled.email})
    unknown = client.post(reverse("account_reset_password"), {"email": "ingen@example.se"})

    assert known.url == unknown.url
    assert [letter.to for letter in OutgoingMail.objects.all()] == [enrolled.email]


def test_short_password_is_refused_next_to_its_field(sign_in, enrolled):
    response = sign_in(enrolled).post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "kort", "password2": "kort"},
    )

    (error,) = soup(response).select(".form-field .errorlist")
    assert error["id"] == "id_password1_error"
    assert "12 tecken" in error.get_text()


def test_changed_password_ends_other_sessions_but_not_this(sign_in, enrolled):
    here, there = sign_in(enrolled), sign_in(enrolled)

    changed = here.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": "fyra nya ord här", "password2": "fyra nya ord här"},
    )

    assert changed.url == reverse("portal:account")
    assert here.get(reverse("admin:index")).status_code == 200
    assert there.get(reverse("admin:index")).status_code == 302


# --- Sessions, recovery codes, help -------------------------------------------------------------


def test_one_session_can_be_ended_from_another(client, enrolled):
    client.defaults["HTTP_USER_AGENT"] = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"
    other = Client(HTTP_USER_AGENT="Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Safari/605.1")
    for step, browser in enumerate((client, other)):
        give_password(browser, enrolled)
        give_code(browser, code(step=step))
    page = client.get(reverse("usersessions_list"))
    (button,) = soup(page).select(".rows form input[name=session]")

    client.post(reverse("usersessions_list"), {"session": button["value"]})

    assert texts(page, ".rows strong") == ["Firefox på Windows", "Safari på iPhone"]
    assert other.get(reverse("admin:index")).status_code == 302
    assert client.get(reverse("admin:index")).status_code == 200


def test_nobody_ends_the_session_of_another(client, enrolled, sign_in):
    stranger = MembershipFactory().user
    give_password(client, enrolled)
    give_code(client, code())
    session = UserSession.objects.get(user=enrolled)

    response = sign_in(stranger).post(reverse("usersessions_list"), {"session": session.pk})

    assert response.status_code == 200
    assert UserSession.objects.filter(pk=session.pk).exists()


def test_recovery_codes_ask_who_you_are_after_a_while(client, enrolled):
    with time_machine.travel("2026-03-02T08:00:00+01:00", tick=False) as clock:
        give_password(client, enrolled)
        give_code(client, code())
        client.post(reverse("mfa_generate_recovery_codes"))
        at_once = client.get(reverse("mfa_view_recovery_codes"))
        clock.shift(600)
        later = client.get(reverse("mfa_view_recovery_codes"))
        asked = client.get(later.url)
        confirmed = client.post(later.url, {"password": PASSWORD}, follow=True)

    assert at_once.status_code == 200
    assert urlsplit(later.url).path == reverse("account_reauthenticate")
    assert texts(asked, ".plain-list a") == ["Använd en kod"]
    assert len(texts(confirmed, ".codes code")) == 10


def test_operator_resets_a_lost_second_step(client, enrolled, sign_in):
    give_password(client, enrolled)
    give_code(client, code())
    operator = sign_in(OperatorFactory())

    operator.post(
        reverse("admin:portal_user_changelist"),
        {"action": "reset_second_factor", "_selected_action": [enrolled.pk]},
    )

    assert not Authenticator.objects.filter(user=enrolled).exists()
    assert client.get(reverse("portal:account")).status_code == 302
    assert OutgoingMail.objects.get().to == enrolled.email


def test_only_an_operator_resets_a_second_step(enrolled):
    approver = MembershipFactory(approver=True).user

    with pytest.raises(NotAllowed):
        reset_second_factor(user=enrolled, by=approver)

    assert Authenticator.objects.filter(user=enrolled).exists()


def test_old_address_no_longer_opens_a_changed_account(client, enrolled, sign_in):
    client.post(reverse("account_reset_password"), {"email": enrolled.email})  # allauth notes it
    operator, old = sign_in(OperatorFactory()), enrolled.email
    rows = {"memberships-TOTAL_FORMS": 0, "memberships-INITIAL_FORMS": 0}

    operator.post(
        reverse("admin:portal_user_change", args=[enrolled.pk]),
        {"name": enrolled.name, "email": "ny@example.se", "is_active": "on", "is_staff": "on"}
        | rows,
    )

    enrolled.refresh_from_db()
    assert enrolled.email == "ny@example.se"
    OutgoingMail.objects.all().delete()
    client.post(reverse("account_reset_password"), {"email": old})
    assert not OutgoingMail.objects.exists()


def test_account_page_names_the_person_and_where_they_work(sign_in, enrolled):
    response = sign_in(enrolled).get(reverse("portal:account"))

    assert texts(response, "h1") == ["Eva Ek"]
    membership = enrolled.memberships.get()
    assert f"Redaktör · {membership.organisation}" in texts(response, ".plain-list li")


@pytest.mark.parametrize(
    "name",
    (
        "mfa_index mfa_list_webauthn mfa_add_webauthn mfa_deactivate_totp mfa_reauthenticate "
        "mfa_generate_recovery_codes account_logout account_reauthenticate"
    ).split(),
)
def test_pages_of_the_account_are_ours(sign_in, enrolled, name):
    response = sign_in(enrolled).get(reverse(name))

    assert response.status_code == 200
    assert soup(response).select_one("link[href*='css/account.css']") is not None
    assert soup(response).select("script:not([src]):not([type='application/json'])") == []
    assert soup(response).select("[style]") == []


@pytest.mark.parametrize(
    ("user_agent", "said"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0 Safari/537.36", "Chrome på Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0", "Edge på Windows"),
        (
            "Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0",
            "Samsung Internet på Android",
        ),
        ("curl/8.0", "Okänd webbläsare"),
    ],
)
def test_browser_is_named_in_words(user_agent, said):
    assert name_browser(user_agent) == said


def test_signed_data_of_others_is_no_session(client, enrolled):
    client.cookies["sessionid"] = signing.dumps({"_auth_user_id": str(enrolled.pk)})

    assert client.get(reverse("admin:index")).status_code == 302
