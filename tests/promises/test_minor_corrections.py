"""A minor correction touches words and nothing else."""

import datetime as dt

import pytest

from portal.exceptions import PublishingError
from promises.differences import only_wording_differs
from promises.freeze import freeze
from promises.publishing import propose
from tests.factories.portal import (
    editor_of,
)
from tests.factories.promises import (
    PromiseFactory,
    published,
    whole_period,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def period():
    return whole_period()


@pytest.fixture
def editor(period):
    return editor_of(period.partnership)


def test_minor_correction_of_a_word_needs_no_note(period, editor):
    published(period)
    promise = period.promises.get()
    promise.statement = promise.statement.replace("mer", "oftare")
    promise.save()

    edition = propose(period=period, by=editor, note="", is_minor=True)

    assert edition.is_minor


def change_status(period):
    period.actions.filter(status="done").update(status="planned")


def change_figure_in_words(period):
    period.actions.filter(status="done").update(text="Minst 3 kontroller vid skolan")


def change_day(period):
    period.follow_up_plans.update(due_on=dt.date(2024, 1, 1))


def change_done_day(period):
    period.actions.filter(status="done").update(done_on=dt.date(2022, 1, 1))


def change_verdict(period):
    period.follow_ups.get().verdicts.update(verdict="not_met")


def change_goal(period):
    period.promises.get().goals.update(target_value=-20)


def add_promise(period):
    PromiseFactory(period=period)


def remove_action(period):
    period.actions.filter(status="planned").delete()


def add_words_where_there_were_none(period):
    period.actions.filter(status="not_done").update(reason_text="Ingen hann.")


@pytest.mark.parametrize(
    "change",
    [
        change_status,
        change_figure_in_words,
        change_day,
        change_done_day,
        change_verdict,
        change_goal,
        add_promise,
        remove_action,
        add_words_where_there_were_none,
    ],
)
def test_minor_correction_touches_nothing_but_words(period, editor, change):
    before = freeze(period)
    published(period)
    change(period)

    assert not only_wording_differs(before, freeze(period))
    with pytest.raises(PublishingError, match="En mindre rättelse får bara ändra ordalydelsen"):
        propose(period=period, by=editor, note="", is_minor=True)


def test_first_edition_is_never_minor(period, editor):
    with pytest.raises(PublishingError, match="Ingen utgåva gäller nu"):
        propose(period=period, by=editor, note="", is_minor=True)
