"""Documents with as little in them as an overview needs."""

import datetime as dt
from uuid import UUID, uuid4

from promises.documents import (
    Action,
    Area,
    FollowUpPlan,
    Goal,
    Party,
    PeriodDocument,
    Promise,
    PromiseLink,
)

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


def plan(due_on=None, text="Rapport") -> FollowUpPlan:
    return FollowUpPlan(text=text, due_on=due_on)
