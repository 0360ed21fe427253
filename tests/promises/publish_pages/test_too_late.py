"""A press that comes too late is answered calmly, and what was typed is kept."""

import datetime as dt
from dataclasses import replace

import pytest
from django.utils import timezone

from portal import services
from promises.admin.edition_acts import ACTS
from promises.publishing import sign
from tests.factories.promises import PromiseFactory, published
from tests.promises.publish_pages.pages import acts, address, page_of, soup, text

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


@pytest.mark.parametrize("act", ["sign", "send-back", "void", "publish", "unschedule", "withdraw"])
def test_late_press_is_answered_calmly(sign_in, edition, approvers, act):
    """Two tabs: the other one has taken the text off the table."""
    at_work = sign_in(approvers[0])
    at_work.post(page_of(edition), {"act": "void"})

    response = at_work.post(page_of(edition), {"act": act})

    assert response.status_code == 422
    assert "Det går inte att göra nu: utgåvan är ersatt före publicering." in text(response)
    assert acts(response) == []
    assert soup(response).select("textarea") == []


def kept(response) -> dict[str, str]:
    """What cannot be sent any more, and can be copied."""
    fields = soup(response).select("textarea[readonly]")
    return {field["id"]: field.text.removeprefix("\n") for field in fields}


COMMENT = "Siffran 14 är fel.\n<b>Den ska vara 41.</b>"


def test_comment_that_came_too_late_can_be_copied(sign_in, edition, approvers):
    at_work = sign_in(approvers[0])
    services.void(edition=edition, by=approvers[0])

    response = at_work.post(page_of(edition), {"act": "send-back", "comment": COMMENT})

    assert kept(response) == {"id-send-back-comment": COMMENT}
    assert "Rätta det som är markerat" not in text(response)


def test_comment_of_a_party_that_has_signed_meanwhile_can_be_copied(sign_in, edition, approvers):
    party = edition.partnership.members.all()[0].organisation
    sign(edition=edition, organisation=party, by=approvers[0], name="Eva", title="Chef")
    data = {"act": "send-back", "organisation": party.pk, "comment": COMMENT}

    response = sign_in(approvers[0]).post(page_of(edition), data)

    assert kept(response) == {"id-send-back-comment": COMMENT}
    assert "parten kan redan ha godkänt" in text(response)


def test_comment_that_was_refused_at_the_last_moment_can_be_copied(
    sign_in, edition, approvers, monkeypatch
):
    """The text is taken off the table after the page was checked, before the row was locked."""
    party = edition.partnership.members.all()[0].organisation
    data = {"act": "send-back", "organisation": party.pk, "comment": COMMENT}
    act = ACTS["send-back"]

    def late(found, user, values):
        services.void(edition=found, by=approvers[1])
        return act.run(found, user, values)

    monkeypatch.setitem(ACTS, "send-back", replace(act, run=late))
    response = sign_in(approvers[0]).post(page_of(edition), data)

    assert response.status_code == 422
    assert kept(response) == {"id-send-back-comment": COMMENT}
    assert "Det går inte längre: utgåvan är ersatt före publicering." in text(response)
    assert acts(response) == []


def test_note_is_kept_although_another_text_was_scheduled_meanwhile(at_work, period):
    published(period, scheduled_for=timezone.now() + DAY)
    PromiseFactory(period=period)

    response = at_work.post(address(period), {"note": "Nytt i år."})

    assert response.status_code == 422
    assert soup(response).select_one("textarea[name=note]").text.strip() == "Nytt i år."
    assert "En utgåva är redan schemalagd." in text(response)
