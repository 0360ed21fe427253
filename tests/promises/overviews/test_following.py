"""What became of a promise in the next period."""

import pytest

from promises.overviews import exactness, following
from promises.overviews.following import Fate
from tests.promises.overviews.made import DAY, action, area, goal, period, promise


def followed(*documents) -> list[following.Followed]:
    return [one for theme in following.by_theme(documents) for one in theme.followed]


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
