"""The published form: lossless through JSON, one hash per content, old versions still open."""

import datetime as dt
import json
import types
import typing
from decimal import Decimal
from enum import Enum
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from portal.documents import Part, canonical, digest
from promises.document_upgrades import SCHEMA_VERSION, UnknownSchemaVersion
from promises.documents import Evidence, Goal, PeriodDocument

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)
PLAIN = {
    str: TEXT,
    int: st.integers(0, 2**31 - 1),
    bool: st.booleans(),
    UUID: st.uuids(),
    dt.date: st.dates(),
    Decimal: st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4),
}


def strategy(annotation: object, parent: str = "") -> st.SearchStrategy:
    """Values for one annotation of a document."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return strategy(args[0])
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(strategy(arg) for arg in args))
    if origin is tuple:
        return st.lists(strategy(args[0]), max_size=2).map(tuple)
    if annotation is type(None):
        return st.none()
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return parts(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return st.sampled_from(list(annotation))
    return PLAIN[annotation]


def parts(model: type[Part]) -> st.SearchStrategy:
    hints = typing.get_type_hints(model, include_extras=True)
    names = [name for name in model.model_fields if name != "schema_version"]
    return st.builds(model, **{name: strategy(hints[name]) for name in names})


@settings(max_examples=60, deadline=None)
@given(parts(PeriodDocument))
def test_document_is_lossless_through_json(document):
    stored = json.loads(json.dumps(document.model_dump(mode="json")))

    opened = PeriodDocument.opened(stored)

    assert opened == document
    assert digest(opened.model_dump(mode="json")) == digest(stored)


def test_hash_does_not_depend_on_the_order_of_keys():
    assert digest({"a": 1, "b": "å"}) == digest({"b": "å", "a": 1})


def test_canonical_form_is_compact_utf8():
    assert canonical({"b": [1], "a": "å"}) == '{"a":"å","b":[1]}'.encode()


@pytest.mark.parametrize(
    ("written", "kept"),
    [("13.0000", "13"), ("0.50", "0.5"), ("100", "100"), ("-0", "0"), ("-10.0", "-10")],
)
def test_equal_figures_have_one_spelling(written, kept):
    evidence = Evidence(key=uuid4(), text="andel", figure=Decimal(written))

    assert evidence.model_dump(mode="json")["figure"] == kept


def version_1() -> dict:
    """As a first release would have stored it: one follow-up, no plan for the whole period."""
    promise = str(uuid4())
    return {
        "schema_version": 1,
        "partnership_slug": "stromsund",
        "partnership_name": "Strömsund",
        "slug": "2017-2018",
        "label": "2017–2018",
        "promises": [{"key": promise, "slug": "trafik", "statement": "Vi lovar att synas."}],
        "follow_up": {
            "kind": "final",
            "as_of": "2019-02-01",
            "verdicts": [{"promise": promise, "verdict": "met"}],
        },
    }


def test_document_of_an_older_version_still_opens():
    stored = version_1()

    document = PeriodDocument.opened(stored)

    assert document.schema_version == SCHEMA_VERSION
    assert document.follow_up.as_of == dt.date(2019, 2, 1)
    assert document.follow_up.verdict_on(document.promises[0]).verdict == "met"


def test_opening_leaves_the_stored_document_as_it_is():
    stored = version_1()

    PeriodDocument.opened(stored)

    assert stored == version_1() | {
        "promises": stored["promises"],
        "follow_up": stored["follow_up"],
    }
    assert stored["schema_version"] == 1


def test_older_version_without_a_follow_up_opens():
    stored = {**version_1(), "follow_up": None}

    assert PeriodDocument.opened(stored).follow_ups == ()


def test_document_of_a_later_release_is_refused():
    with pytest.raises(UnknownSchemaVersion, match="reads up to"):
        PeriodDocument.opened({**version_1(), "schema_version": SCHEMA_VERSION + 1})


def test_unknown_fields_are_refused_rather_than_dropped():
    with pytest.raises(ValidationError, match="Extra inputs"):
        PeriodDocument.opened({**version_1(), "hemligt": "x"})


@pytest.mark.parametrize(
    ("change", "baseline", "lacks"),
    [
        ("relative", None, True),
        ("relative", 163, False),
        ("down", None, True),
        ("level", None, False),
    ],
)
def test_goal_lacks_a_baseline_only_where_one_is_needed(change, baseline, lacks):
    goal = Goal(
        key=uuid4(),
        kind="outcome",
        indicator="anmälda brott",
        change=change,
        baseline_value=baseline,
    )

    assert goal.lacks_baseline is lacks
