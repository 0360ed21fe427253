"""Who did what of what they promised."""

from promises.overviews import parties
from tests.promises.overviews.made import POLICE, TOWN, action, period, promise


def test_party_answers_for_the_actions_that_name_it():
    actions = (
        action(status="done", leads=(POLICE,)),
        action(leads=(POLICE, TOWN)),
        action(status="done", origin="additional", leads=(TOWN,), partners=(POLICE,)),
        action(status="not_done", reason="pandemic"),
    )
    [found] = parties.by_party([period(2021, promise(actions=actions), parties=(TOWN, POLICE))])

    rows = [
        (r.party and r.party.name, r.promised, r.done, r.not_done, r.unreported, r.additional)
        for r in found.rows
    ]
    assert rows == [
        ("Kommunen", 1, 0, 0, 1, 1),
        ("Polisen", 2, 1, 0, 1, 0),
        (None, 1, 0, 1, 0, 0),
    ]
    assert [r.helps_with for r in found.rows] == [0, 1, 0]


def test_numbers_are_added_within_a_unit_and_missing_is_not_nought():
    actions = (
        action(8, unit="kontroller", done_count=20, leads=(POLICE,)),
        action(2, unit="kontroller", leads=(POLICE,)),
        action(3, unit="möten", leads=(POLICE,)),
        action(0, unit="möten", done_count=0, leads=(TOWN,)),
        action(leads=(POLICE,)),
    )
    [found] = parties.by_party([period(2021, promise(actions=actions), parties=(POLICE, TOWN))])

    units = [(u.unit, u.promised, u.done, u.untold) for r in found.counted for u in r.units]
    assert units == [("kontroller", 10, 20, 1), ("möten", 3, None, 1), ("möten", 0, 0, 0)]
