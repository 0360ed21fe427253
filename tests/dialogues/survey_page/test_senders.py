"""Who sends: not too often, from our own page, and nothing about them is kept."""

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialogues.forms.token import FormToken
from dialogues.models import Response
from portal import senders
from tests.dialogues.survey_page.pages import ANSWERS, address, opened, page

pytestmark = pytest.mark.django_db


def test_one_sender_may_not_send_endlessly(client, edition, monkeypatch):
    monkeypatch.setattr(senders, "MOST", 2)
    for _ in range(2):
        client.post(address(edition), opened(client, edition) | ANSWERS)
    form = opened(client, edition)

    response = client.post(address(edition), form | ANSWERS)

    assert (response.status_code, Response.objects.count()) == (429, 2)
    assert page(response).select_one("[name=fraga-ar]")["value"] == "12"
    client.clock.shift(600)
    assert client.post(address(edition), form | ANSWERS).status_code == 302


def test_other_senders_are_not_stopped(client, edition, monkeypatch):
    monkeypatch.setattr(senders, "MOST", 1)
    for address_of_sender in ("192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8:0:1::1"):
        client.post(
            address(edition), opened(client, edition) | ANSWERS, REMOTE_ADDR=address_of_sender
        )

    assert Response.objects.count() == 4


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 422), ("same-origin", 302), ("none", 302)]
)
def test_another_site_cannot_make_its_visitors_answer(client, edition, site, status):
    form = opened(client, edition)

    response = client.post(address(edition), form | ANSWERS, headers={"Sec-Fetch-Site": site})

    assert response.status_code == status


def test_no_cookie_is_set_on_the_way(client, edition):
    client.post(address(edition), opened(client, edition) | {"fraga-ar": "x"})
    client.post(address(edition), opened(client, edition) | ANSWERS, follow=True)

    assert Response.objects.count() == 1
    assert client.cookies == {}


def test_nothing_about_the_sender_is_stored(client, edition, caplog):
    with CaptureQueriesContext(connection) as asked:
        form = opened(client, edition)
        client.post(
            address(edition),
            form | ANSWERS,
            REMOTE_ADDR="203.0.113.77",
            headers={"User-Agent": "Kännspak webbläsare 9"},
        )

    written = " ".join(query["sql"] for query in asked.captured_queries) + caplog.text
    assert "203.0.113.77" not in written
    assert "webbläsare" not in written
    kept = Response.objects.get()
    assert {field.name for field in Response._meta.concrete_fields} == {
        "id",
        "dialogue",
        "edition",
        "survey_version",
        "sent_on",
        "form",
    }
    assert not any("203.0.113" in str(key) for key in senders.counts._cache)
    assert caches["default"]._cache == {}
    assert FormToken.read(form["formular"]).nonce not in kept.form
