"""What differs between two documents, in words a resident understands."""

import datetime as dt
from uuid import uuid4

import pytest

from portal.weaving import Piece
from promises.differences import differences
from promises.documents import (
    Action,
    Area,
    Evidence,
    FollowUpPlan,
    Goal,
    PeriodDocument,
    Promise,
    Rationale,
)
from promises.freeze import freeze
from tests.document_variants import variants
from tests.factories.promises import whole_period

AREA = Area(key=uuid4(), heading="Narkotika", theme="drugs")
PROMISE = Promise(key=uuid4(), slug="narkotika", statement="Vi lovar att synas.", area=AREA.key)


def document(*promises, **fields):
    base = {
        "partnership_slug": "stromsund",
        "partnership_name": "Strömsund",
        "slug": "2021-2022",
        "label": "2021–2022",
        "areas": (AREA,),
        "promises": promises,
    }
    return PeriodDocument(**base | fields)


def changed(part, **fields):
    return part.model_copy(update=fields)


def test_equal_documents_do_not_differ():
    assert differences(document(PROMISE), document(PROMISE)) == []


OF_A_PARTY = {
    f"promises.{copy}.{field}"
    for copy in ("parties", "actions.leads", "actions.partners")
    for field in ("short_form", "kind", "must_sign")
}


@pytest.mark.django_db
def test_whatever_is_changed_is_told_in_words():
    """The parties are told once, not at each promise and action that names them."""
    whole = freeze(whole_period())

    untold = {
        path
        for path, other in variants(whole)
        if {change.kind for change in differences(whole, other)} <= {"other"}
    }

    assert untold == {"schema_version"} | OF_A_PARTY


def test_another_order_is_no_silent_change():
    other = Promise(key=uuid4(), slug="trafik", statement="Vi lovar lägre fart.")

    [change] = differences(document(PROMISE, other), document(other, PROMISE))

    assert change.headline == "Texten har ändrats"
    assert change.title == "Ordningen, en länk eller formateringen är en annan."


def test_plans_with_the_same_text_are_two():
    plans = [FollowUpPlan(text="Möte", due_on=dt.date(2024, month, 1)) for month in (5, 6)]

    [change] = differences(
        document(follow_up_plans=tuple(plans)),
        document(follow_up_plans=(plans[0], changed(plans[1], due_on=dt.date(2024, 7, 1)))),
    )

    assert (change.before, change.after) == ("1\xa0juni 2024", "1\xa0juli 2024")


def test_reworded_promise_is_changed_not_replaced():
    [change] = differences(
        document(PROMISE), document(changed(PROMISE, statement="Vi lovar att synas mer."))
    )

    assert (change.kind, change.where, change.headline) == (
        "changed",
        "Narkotika",
        "Löftet: lydelsen har ändrats",
    )
    assert change.pieces == [
        Piece("kept", "Vi lovar att "),
        Piece("removed", "synas."),
        Piece("added", "synas mer."),
    ]


def test_new_and_removed_promises_are_named():
    other = Promise(key=uuid4(), slug="trafik", statement="Vi lovar lägre fart.")

    added, removed = differences(document(PROMISE), document(other))

    assert (added.kind, added.title) == ("added", "Vi lovar lägre fart.")
    assert (removed.kind, removed.headline) == ("removed", "Löftet har tagits bort")


def test_status_and_reason_of_an_action_change_in_words():
    planned = Action(key=uuid4(), text="Krogtillsyn")
    cancelled = changed(planned, status="not_done", reason="pandemic")
    cancelled = Action.model_validate(cancelled.model_dump(mode="json", warnings=False))

    changes = differences(
        document(changed(PROMISE, actions=(planned,))),
        document(changed(PROMISE, actions=(cancelled,))),
    )

    assert [(c.fact, c.before, c.after) for c in changes] == [
        ("Läget", "planerad", "inte genomförd"),
        ("Skälet", "", "pandemin"),
    ]


def test_goal_and_evidence_figures_change_in_words():
    goal = Goal(key=uuid4(), kind="outcome", indicator="bedrägerier", change="down", unit="brott")
    evidence = Evidence(key=uuid4(), text="anmälda", figure=160, unit="brott")
    rationale = Rationale(text="<p>Många.</p>", evidence=(evidence,))
    older = changed(PROMISE, goals=(goal,), rationale=rationale)
    newer = Promise.model_validate(
        {
            **older.model_dump(),
            "goals": [{**goal.model_dump(), "baseline_value": 163, "baseline_year": 2019}],
            "rationale": {
                **rationale.model_dump(),
                "evidence": [{**evidence.model_dump(), "figure": 163}],
            },
        }
    )

    changes = differences(document(older), document(newer))

    assert [(c.name, c.fact, c.before, c.after) for c in changes] == [
        ("Underlaget", "Siffran", "160\u00a0brott", "163\u00a0brott"),
        ("Målet", "Basvärdet", "", "163\u00a0brott"),
        ("Målet", "Basåret", "", "2019"),
    ]
