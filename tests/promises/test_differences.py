"""What differs between two documents, in words a resident understands."""

from uuid import uuid4

from portal.weaving import Piece
from promises.differences import differences
from promises.documents import Action, Area, Evidence, Goal, PeriodDocument, Promise, Rationale

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
