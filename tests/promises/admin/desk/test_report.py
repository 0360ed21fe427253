"""Verdicts, the summary and the report itself at the desk."""

import datetime as dt

import pytest

from promises.models import FollowUp, PromiseVerdict
from tests.factories.promises import (
    FollowUpFactory,
    VerdictFactory,
)
from tests.promises.admin.desk.pages import (
    address,
    row_of,
    save,
    soup,
)

pytestmark = pytest.mark.django_db


def test_first_verdict_begins_the_report(client, period, promise):
    response = save(
        client,
        period,
        row_of(
            client,
            period,
            f"omdome-{promise.pk}",
            verdict="partly",
            text="Det mesta blev av.\n- Två kontroller\n- En <kampanj>",
        ),
    )

    verdict = PromiseVerdict.objects.get()
    assert response.status_code == 200
    assert (verdict.promise, verdict.verdict, verdict.follow_up.kind) == (
        promise,
        "partly",
        "final",
    )
    assert verdict.text == (
        "<p>Det mesta blev av.</p><ul><li>Två kontroller</li><li>En &lt;kampanj&gt;</li></ul>"
    )


def test_verdict_may_be_taken_back(client, period, promise):
    follow_up = FollowUpFactory(period=period)
    VerdictFactory(follow_up=follow_up, promise=promise, text="<p>Bra.</p>")
    key = f"omdome-{promise.pk}"

    text_left = save(client, period, row_of(client, period, key, verdict=""))
    assert text_left.status_code == 422

    save(client, period, row_of(client, period, key, verdict="", text=""))
    assert not PromiseVerdict.objects.exists()


def test_untouched_prose_keeps_its_links(client, period, promise):
    rich = '<p>Läs <a href="https://bra.se">mer</a>.</p>'
    verdict = VerdictFactory(
        follow_up=FollowUpFactory(period=period), promise=promise, verdict="met", text=rich
    )

    save(client, period, row_of(client, period, f"omdome-{promise.pk}", verdict="partly"))

    verdict.refresh_from_db()
    assert (verdict.verdict, verdict.text) == ("partly", rich)


def test_summary_is_saved(client, period):
    data = row_of(
        client, period, "rapport", kind="interim", as_of="2021-06-30", summary="Halvvägs."
    )

    save(client, period, data | {"rapport-is_examples_only": "on"})

    follow_up = FollowUp.objects.get()
    assert (follow_up.kind, follow_up.as_of, follow_up.summary, follow_up.is_examples_only) == (
        "interim",
        dt.date(2021, 6, 30),
        "<p>Halvvägs.</p>",
        True,
    )


def test_new_report_leaves_the_older_one_alone(client, period, promise):
    older = FollowUpFactory(period=period, kind="interim", as_of=dt.date(2021, 6, 30))

    response = client.post(address(period), {"ny-rapport": "1"})

    newer = FollowUp.objects.exclude(pk=older.pk).get()
    assert response.url == f"{address(period)}?rapport={newer.pk}"
    page = soup(client.get(f"{address(period)}?rapport={older.pk}"))
    assert page.select_one("[name=rapport-as_of]")["value"] == "2021-06-30"
