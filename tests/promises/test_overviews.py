"""Overviews from documents alone: what became of a promise, what is due, where all stand, who did what."""

import datetime as dt
from uuid import UUID, uuid4

import pytest

from portal.documents import canonical
from promises.documents import (
    Action,
    Area,
    FollowUp,
    FollowUpPlan,
    Goal,
    Party,
    PeriodDocument,
    Promise,
    PromiseLink,
    PromiseVerdict,
)
from promises.overviews import due, exactness, following, national, outline, parties, standing
from promises.overviews.due import Urgency
from promises.overviews.following import Fate
from promises.overviews.standing import Standing

DAY = dt.date
NOW = DAY(2024, 6, 1)
POLICE = Party(key=UUID(int=1), name="Polisen", short_form="polisen", kind="police")
TOWN = Party(key=UUID(int=2), name="Kommunen", short_form="kommunen", kind="municipality")


def area(theme="traffic", heading="Trafik") -> Area:
    return Area(key=uuid4(), heading=heading, theme=theme)


def period(year, *promises, areas=(), last=2, **fields) -> PeriodDocument:
    base = {
        "partnership_slug": "stromsund",
        "partnership_name": "Strömsund",
        "slug": f"{year}",
        "label": f"{year}",
        "starts_on": DAY(year, 1, 1),
        "ends_on": DAY(year + last - 1, 12, 31),
        "areas": areas,
        "promises": promises,
    }
    return PeriodDocument(**base | fields)


def promise(slug="lofte", *, under=None, continues=None, **fields) -> Promise:
    link = None
    if continues:
        link = PromiseLink(
            period_slug=continues, period_label=continues, slug="lofte", statement="Vi lovar."
        )
    key = under.key if under else None
    return Promise(
        key=uuid4(), slug=slug, statement="Vi lovar.", area=key, continues=link, **fields
    )


def goal(target=-10, deadline=None, indicator="anmälda brott", **fields) -> Goal:
    change = "down" if target is None else "relative"
    base = {"baseline_value": 100, "baseline_year": 2019}
    return Goal(
        key=uuid4(),
        kind="outcome",
        indicator=indicator,
        change=change,
        target_value=target,
        deadline=deadline,
        **base | fields,
    )


def action(count=None, **fields) -> Action:
    return Action(key=uuid4(), text="Kontroll", promised_count=count, **fields)


def followed(*documents) -> list[following.Followed]:
    return [one for theme in following.by_theme(documents) for one in theme.followed]


# --- Tema för tema


def test_promise_that_a_later_one_continues_is_carried_on():
    first, second = area(), area(heading="Trafiksäkerhet")
    old = period(2019, promise(under=first), areas=(first,))
    new = period(2021, promise("nytt", under=second, continues="2019"), areas=(second,))

    found = followed(new, old)

    assert [one.fate for one in found] == [Fate.CARRIED_ON, Fate.OPEN]
    assert found[0].reasons == ["Löftet i 2021 säger själv att det fortsätter på det här."]
    assert [later.promise.slug for later in found[0].next] == ["nytt"]


def test_promise_says_where_it_came_from():
    old = period(2019, promise())
    new = period(2021, promise("a", continues="2019"), promise("b"))

    assert [one.origin for one in followed(old, new)] == [
        "",
        "Fortsätter på löftet i 2019.",
        "Nytt: fortsätter inte på något tidigare löfte.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        (
            {"goals": (goal(),)},
            {},
            "Mål med siffra: 1 förut, 0 nu.",
        ),
        (
            {"goals": (goal(),)},
            {"goals": (goal(target=None, indicator="Anmälda  BROTT"),)},
            "Målet ”anmälda brott” hade en siffra: ska minska med 10\u00a0%. Nu står bara: ska minska.",
        ),
        (
            {"goals": (goal(deadline=DAY(2020, 12, 31)),)},
            {"goals": (goal(),)},
            "Målet ”anmälda brott” skulle vara nått senast 31\u00a0december 2020. Nu finns ingen dag.",
        ),
        (
            {"actions": (action(8), action(4))},
            {"actions": (action(), action(9, origin="additional"))},
            "Insatser med utlovat antal: 2 förut, 0 nu.",
        ),
    ],
)
def test_promise_that_lost_what_could_be_checked_is_made_vaguer(before, after, reason):
    old, new = period(2019, promise(**before)), period(2021, promise(continues="2019", **after))

    found = followed(old, new)[0]

    assert found.fate == Fate.VAGUER
    assert found.reasons[1:] == [reason]


def test_fewer_but_still_some_is_told_and_not_called_vaguer():
    old = period(2019, promise(actions=(action(8), action(4))))
    new = period(2021, promise(continues="2019", actions=(action(9),)))

    found = followed(old, new)[0]

    assert found.fate == Fate.CARRIED_ON
    assert found.reasons[1:] == ["Insatser med utlovat antal: 2 förut, 1 nu."]


def test_promise_made_more_exact_says_so():
    old, new = period(2019, promise()), period(2021, promise(continues="2019", goals=(goal(),)))

    assert followed(old, new)[0].reasons[1:] == ["Mål med siffra: 0 förut, 1 nu."]


def test_promise_split_in_two_is_compared_with_both():
    old = period(2019, promise(goals=(goal(),), actions=(action(8),)))
    halves = (
        promise("a", continues="2019", goals=(goal(),)),
        promise("b", continues="2019", actions=(action(8),)),
    )

    found = followed(old, period(2021, *halves))[0]

    assert (found.fate, len(found.next)) == (Fate.CARRIED_ON, 2)
    assert exactness.lost(old.promises[0], halves) == []


def test_theme_may_stay_without_the_promise():
    first, second = area(), area()
    old = period(2019, promise(under=first), areas=(first,))
    new = period(2021, promise(under=second), areas=(second,))

    found = followed(old, new)[0]

    assert found.fate == Fate.SAME_THEME
    assert found.reasons == [
        "I 2021 finns löften i samma tema, men inget av dem säger att det fortsätter på det här."
    ]


def test_promise_without_a_later_one_of_its_theme_is_dropped():
    first, second = area("fraud"), area()
    old = period(2019, promise(under=first), areas=(first,))
    new = period(2021, promise(under=second), areas=(second,))

    found = followed(old, new)[-1]

    assert found.fate == Fate.DROPPED
    assert found.reasons == [
        "Inget löfte i 2021 fortsätter på det här, och inget handlar om samma tema."
    ]


@pytest.mark.parametrize(
    "other",
    [
        period(2019, promise(), slug="annan-plats", label="annan plats"),
        period(2021, slug="utan-loften"),
        period(2021, promise(), starts_on=None, ends_on=None),
    ],
    ids=["side by side", "no promises", "no first day"],
)
def test_nobody_can_say_yet_without_a_later_period(other):
    assert followed(period(2019, promise()), other)[0].fate == Fate.OPEN


def test_period_without_a_first_day_cannot_be_followed():
    found = followed(period(2019, promise(), starts_on=None), period(2021, promise()))

    assert found[-1].reasons == [
        "Perioden har ingen första dag. Därför går det inte att säga vad som kom efter den."
    ]


def test_themes_stand_in_national_order_with_their_silent_periods():
    fraud, traffic = area("fraud"), area()
    old = period(2019, promise(under=fraud), areas=(fraud,))
    new = period(2021, promise(under=traffic), promise("utan"), areas=(traffic,))

    found = following.by_theme([old, new])

    assert [(t.label, [d.slug for d in t.silent]) for t in found] == [
        ("Trafik", ["2019"]),
        ("Bedrägerier", ["2021"]),
        ("Utan tema", ["2019"]),
    ]


# --- Vad ska redovisas härnäst


def plan(due_on=None, text="Rapport") -> FollowUpPlan:
    return FollowUpPlan(text=text, due_on=due_on)


def test_overdue_comes_first_then_waiting_then_coming_then_without_a_day():
    documents = [
        period(2024, promise(), last=1),
        period(2023, promise(), follow_up_plans=(plan(DAY(2024, 12, 1)),)),
        period(2020, promise()),
        period(2021, promise(), follow_up_plans=(plan(DAY(2024, 5, 31)),)),
        period(2019, promise(), follow_up_plans=(plan(DAY(2023, 5, 31)),)),
        period(2018, promise(), follow_up_plans=(plan(NOW),)),
    ]

    found = [(one.urgency, one.period.slug) for one in due.due_next(documents, on=NOW)]

    assert found == [
        (Urgency.OVERDUE, "2019"),
        (Urgency.OVERDUE, "2021"),
        (Urgency.WAITING, "2020"),
        (Urgency.COMING, "2018"),
        (Urgency.COMING, "2023"),
        (Urgency.NO_DAY, "2024"),
    ]


def test_final_report_settles_all_plans_and_an_interim_one_those_before_the_last():
    plans = (plan(DAY(2023, 5, 1)), plan(DAY(2023, 11, 1)), plan(DAY(2024, 5, 1)))
    interim = FollowUp(kind="interim", as_of=DAY(2023, 6, 1))
    final = FollowUp(kind="final")

    def days(*reports):
        document = period(2023, promise(), follow_up_plans=plans, follow_ups=reports)
        return [one.due_on for one in due.due_of(document, on=NOW)]

    assert days() == [DAY(2023, 5, 1), DAY(2023, 11, 1), DAY(2024, 5, 1)]
    assert days(interim) == [DAY(2023, 11, 1), DAY(2024, 5, 1)]
    assert days(interim, final) == []


def test_last_plan_is_overdue_exactly_when_the_promise_is():
    interim = FollowUp(kind="interim", as_of=DAY(2024, 5, 20))
    document = period(
        2023, promise(), follow_up_plans=(plan(DAY(2024, 5, 1)),), follow_ups=(interim,)
    )

    [found] = due.due_of(document, on=NOW)

    assert found.urgency == Urgency.OVERDUE
    assert document.reporting(document.promises[0], on=NOW) == "overdue"


def test_promises_share_a_row_when_they_share_a_plan():
    own = promise("eget", follow_up_plans=(plan(DAY(2025, 1, 1), "Egen"),))
    document = period(2023, promise(), own, promise("tredje"), follow_up_plans=(plan(NOW, "Alla"),))

    found = [(one.what, [p.slug for p in one.promises]) for one in due.due_of(document, on=NOW)]

    assert found == [("Alla", ["lofte", "tredje"]), ("Egen", ["eget"])]


def test_goal_waits_until_it_is_judged():
    goals = (
        goal(deadline=DAY(2024, 1, 1)),
        goal(deadline=DAY(2024, 1, 1), verdict="met"),
        goal(deadline=DAY(2024, 1, 1), baseline_value=None),
        goal(),
    )
    document = period(2023, promise(goals=goals), follow_ups=(FollowUp(kind="final"),))

    found = due.due_of(document, on=NOW)

    assert [(one.is_goal, one.urgency) for one in found] == [(True, Urgency.OVERDUE)]


# --- Läget


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
    [some, none] = standing.actions_by_status(
        [period(2021, promise(actions=(action(status="done"), action()))), period(2019, promise())]
    )

    assert [count for _, count in some.counts] == [1, 0, 1, 0, 0]
    assert (some.total, none.total) == (2, 0)


# --- Part för part


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


# --- Alla platser


def test_themes_of_all_places_count_what_is_in_force():
    here, there = area(), area()
    documents = [
        period(2024, promise(under=here), promise("b", under=here), areas=(here,)),
        period(2024, promise(under=there), areas=(there,), partnership_slug="annan"),
        period(2019, promise(under=here), areas=(here,)),
    ]

    counts = national.theme_counts(national.in_force(documents, on=NOW))

    assert [(c.theme, c.promises, c.places) for c in counts if c.promises] == [("traffic", 3, 2)]
    assert len(counts) == 10


def test_theme_words_are_addresses():
    assert list(national.THEME_WORDS)[:3] == ["trafik", "narkotika-och-andts", "bedragerier"]


def test_outline_opens_as_a_document_that_says_the_same_of_what_is_due():
    under = area()
    document = period(
        2023, promise(under=under), promise("b"), areas=(under,), follow_up_plans=(plan(NOW),)
    )
    stored = document.model_dump(mode="json")
    told = {name: stored[name] for name in (*outline.WHOLE, "follow_ups")}
    told |= {"partnership_slug": "stromsund", "partnership_name": "Strömsund", "follow_up": None}
    for part, names in (("promises", outline.PROMISE), ("areas", outline.AREA)):
        told |= {f"{part}_{name}": [row[name] for row in stored[part]] for name in names}

    found = outline.opened(told)

    assert canonical(found.model_dump(mode="json")) == canonical(stored)
