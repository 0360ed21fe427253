"""What documents say in plain words, and what they must never hide."""

import datetime as dt
from uuid import uuid4

import pytest

from promises.documents import Action, FollowUpPlan, Goal
from promises.enums import Reporting
from promises.wording import (
    actions_in_words,
    counts_in_words,
    done_in_words,
    goal_in_words,
    next_step_in_words,
    promised_in_words,
    reason_in_words,
    report_in_words,
    reporting_in_words,
)


def actions(*statuses):
    return [
        Action(
            key=uuid4(),
            text="Insats",
            status=status,
            reason="pandemic" if status in ("partly", "not_done") else None,
        )
        for status in statuses
    ]


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        ([], "Inga insatser är redovisade."),
        (["done"], "En insats: genomförd."),
        (["planned"], "En insats: ej redovisad."),
        (["done", "done"], "Båda insatserna är genomförda."),
        (["done", "done", "done"], "Alla tre insatser är genomförda."),
        (
            ["done", "partly", "not_done"],
            "1 av 3 insatser är genomförd. 1 delvis. 1 blev inte av.",
        ),
        (
            ["done", "planned", "ongoing"],
            "1 av 3 insatser är genomförd. 1 pågår. 1 har inte redovisats än.",
        ),
        (["planned", "planned"], "0 av 2 insatser är genomförda. 2 har inte redovisats än."),
    ],
)
def test_unreported_actions_are_counted_as_unreported(statuses, words):
    assert actions_in_words(actions(*statuses)) == words


@pytest.mark.parametrize(
    ("promised", "added", "words"),
    [
        (
            ["done", "not_done"],
            ["done"],
            "1 av 2 insatser är genomförd. 1 blev inte av. Därtill en insats som inte var lovad.",
        ),
        (
            ["done", "done"],
            ["done", "planned"],
            "Båda insatserna är genomförda. Därtill två insatser som inte var lovade.",
        ),
        (["planned"], ["done"], "En insats: ej redovisad. Därtill en insats som inte var lovad."),
        ([], ["done"], "Inga insatser var lovade. En tillkom."),
        ([], ["done", "ongoing"], "Inga insatser var lovade. Två tillkom."),
    ],
)
def test_what_came_in_addition_is_not_counted_as_promised(promised, added, words):
    extra = [action.model_copy(update={"origin": "additional"}) for action in actions(*added)]

    assert actions_in_words([*actions(*promised), *extra]) == words


@pytest.mark.parametrize(
    ("promised", "done", "words"),
    [
        (None, None, ""),
        (8, 20, "8 lovade, 20 gjorda"),
        (8, 0, "8 lovade, 0 gjorda"),
        (8, None, "8 lovade, inget antal redovisat"),
        (None, 303, "303 gjorda"),
        (1200, 1000, "1\u00a0200 lovade, 1\u00a0000 gjorda"),
    ],
)
def test_missing_count_is_not_nought(promised, done, words):
    action = Action(key=uuid4(), text="x", promised_count=promised, done_count=done)

    assert counts_in_words(action) == words


@pytest.mark.parametrize(
    ("promised", "done", "unit", "words"),
    [
        (1, None, "kontroller", "Kontroller: lovat 1, inget antal redovisat"),
        (1, 20, "möten", "Möten: lovat 1, gjort 20"),
        (8, 1, "möten", "Möten: lovat 8, gjort 1"),
        (None, 1, "möten", "Möten: gjort 1"),
        (1, 1, "", "Lovat 1, gjort 1"),
        (8, 20, "möten", "8 möten lovade, 20 gjorda"),
    ],
)
def test_one_is_never_told_in_the_plural(promised, done, unit, words):
    """Editors write units in the plural."""
    action = Action(key=uuid4(), text="x", promised_count=promised, done_count=done, unit=unit)

    assert counts_in_words(action) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            {"change": "relative", "target_value": -10, "deadline": dt.date(2022, 12, 31)},
            "Anmälda bedrägerier ska minska med 10\u00a0% senast 31\u00a0december 2022.",
        ),
        ({"change": "down"}, "Anmälda bedrägerier ska minska."),
        (
            {"change": "level", "target_value": 90, "unit": "%"},
            "Anmälda bedrägerier ska vara 90\u00a0%.",
        ),
        (
            {"change": "absolute", "target_value": "2.5", "unit": "brott"},
            "Anmälda bedrägerier ska öka med 2,5\u00a0brott.",
        ),
    ],
)
def test_goal_is_one_sentence(fields, words):
    goal = Goal(key=uuid4(), kind="outcome", indicator="anmälda bedrägerier", **fields)

    assert goal_in_words(goal) == words


DUE = [FollowUpPlan(text="CAN:s rapport", due_on=dt.date(2023, 12, 31))]


@pytest.mark.parametrize(
    ("reporting", "plans", "words"),
    [
        (Reporting.REPORTED, DUE, "Löftet är uppföljt."),
        (
            Reporting.OVERDUE,
            DUE,
            "Uppföljningen skulle ha kommit senast 31\u00a0december 2023. Den är försenad.",
        ),
        (Reporting.NOT_DUE, DUE, "Uppföljning ska komma senast 31\u00a0december 2023."),
        (Reporting.NOT_DUE, [], "Ingen dag är satt för uppföljningen."),
        (Reporting.WAITING, [], "Perioden är slut. Uppföljningen har inte kommit än."),
    ],
)
def test_lateness_is_said(reporting, plans, words):
    assert reporting_in_words(reporting, plans) == words


@pytest.mark.parametrize(
    ("statuses", "is_judged", "words"),
    [
        (["done", "not_done", "ongoing"], True, "Löftet är uppföljt."),
        ([], True, "Löftet är uppföljt."),
        (["done"], False, "Löftet är uppföljt men inte bedömt."),
        (["planned"], True, "Perioden är uppföljd, men insatsen är inte redovisad."),
        (
            ["planned"],
            False,
            "Perioden är uppföljd, men insatsen är inte redovisad och löftet är inte bedömt.",
        ),
        (
            ["done", "planned"],
            False,
            "Perioden är uppföljd, men alla insatser är inte redovisade och löftet är inte bedömt.",
        ),
    ],
)
def test_final_report_that_leaves_something_out_is_not_called_whole(statuses, is_judged, words):
    assert report_in_words(actions(*statuses), is_judged=is_judged) == words


@pytest.mark.parametrize(
    ("fields", "promised", "done"),
    [
        (
            {"promised_count": 8, "done_count": 20, "unit": "kontroller"},
            "8 kontroller",
            "20 kontroller",
        ),
        (
            {"promised_count": 1, "done_count": 1, "unit": "kontroller"},
            "1 (kontroller)",
            "1 (kontroller)",
        ),
        ({"promised_count": 12}, "12", "inget antal redovisat"),
        ({"done_count": 0}, "inget antal", "0"),
        ({"timing": "on_demand"}, "vid behov", ""),
        ({"origin": "additional"}, "inget", ""),
    ],
)
def test_promised_and_done_are_told_apart(fields, promised, done):
    action = Action(key=uuid4(), text="Insats", **fields)

    told = (promised_in_words(action), done_in_words(action))

    assert tuple(words.replace("\u00a0", " ") for words in told) == (promised, done)


def test_reason_and_next_step_are_whole_sentences():
    action = Action(
        key=uuid4(),
        text="Insats",
        status="not_done",
        reason="pandemic",
        reason_text="mötena ställdes in.",
        next_step_text="Vi försöker igen",
    )

    assert reason_in_words(action) == "Pandemin. Mötena ställdes in."
    assert next_step_in_words(action) == "Vi försöker igen."
