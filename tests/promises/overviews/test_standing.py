"""Where all promises stand."""

from promises.documents import FollowUp, PromiseVerdict
from promises.overviews import standing
from promises.overviews.standing import Standing
from tests.promises.overviews.made import NOW, action, period, promise


def test_standing_keeps_reported_and_outcome_apart():
    told, silent = promise("a"), promise("b")
    report = FollowUp(kind="final", verdicts=(PromiseVerdict(promise=told.key, verdict="not_met"),))
    reported = period(2019, told, silent, follow_ups=(report,))
    closed, running = period(2021, promise("c")), period(2024, promise("d"))

    groups = standing.by_standing([running, closed, reported], on=NOW)

    found = {g.standing: [s.promise.slug for s in g.stood] for g in groups}
    assert [g.standing for g in groups] == list(Standing)
    assert {standing: slugs for standing, slugs in found.items() if slugs} == {
        Standing.WAITING: ["c"],
        Standing.NOT_DUE: ["d"],
        Standing.NOT_MET: ["a"],
        Standing.NO_VERDICT: ["b"],
    }


def test_interim_verdict_is_no_outcome_yet():
    one = promise()
    report = FollowUp(kind="interim", verdicts=(PromiseVerdict(promise=one.key, verdict="met"),))
    document = period(2024, one, follow_ups=(report,))

    assert standing.standing_of(one, document, on=NOW) == Standing.NOT_DUE


def test_every_status_is_counted_and_no_actions_is_not_nought_of_each():
    added = action(status="done", origin="additional")
    actions = (action(status="done"), action(), added)
    [some, none] = standing.actions_by_status(
        [period(2021, promise(actions=actions)), period(2019, promise())]
    )

    assert [count for _, count in some.counts] == [1, 0, 1, 0, 0]
    assert (some.total, none.total) == (2, 0)
    assert (some.additional, none.additional) == ("Därtill en insats som inte var lovad.", "")
