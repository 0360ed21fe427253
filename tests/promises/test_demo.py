"""The demo: facts of the real page in our own sentences, loaded as an editor would have done it."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth import authenticate

from portal.days import today
from portal.models import Contact, Membership, Organisation, Partnership, User
from promises.demo.loader import load_demo
from promises.demo.reading import CONTENT, FILES, DemoContentError, read_content, read_file
from promises.demo.rows import keep
from promises.models import Action, FocusArea, Goal, PeriodEdition, Promise, PromisePeriod

SEED = Path(__file__).parent / "page_import" / "seed.txt"
REPORTED_PROMISES = [
    "trafiksakerhet",
    "ungdomar-och-andts",
    "skadegorelse-inbrott-stolder-och-bedragerier",
    "trygghet",
]


@pytest.fixture
def accounts(db):
    return load_demo(today=today())


@pytest.fixture
def stromsund(accounts) -> Partnership:
    return Partnership.objects.get(slug="stromsund")


@pytest.fixture
def grankoping(accounts) -> Partnership:
    return Partnership.objects.get(slug="grankoping")


def edition(place: Partnership, period: str, number: int) -> PeriodEdition:
    return PeriodEdition.objects.public().for_period(place, period).numbered(number).get()


def rows_in_every_table() -> dict[str, int]:
    """History included: an update that changes nothing still leaves no event."""
    models = [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]
    return {model._meta.label: model._default_manager.count() for model in models}


def all_texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from all_texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from all_texts(inner)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + length]) for i in range(len(found) - length + 1)}


# --- The seed's facts ------------------------------------------------------------------------


def test_periods_areas_and_promises_are_the_seeds(stromsund):
    periods = PromisePeriod.objects.filter(partnership=stromsund).order_by("starts_on")

    assert [(p.label, p.starts_on, p.ends_on) for p in periods] == [
        ("2019–2021", dt.date(2019, 1, 1), dt.date(2021, 12, 31)),
        ("2021–2022", dt.date(2021, 1, 1), dt.date(2022, 12, 31)),
    ]
    assert [p.areas.count() for p in periods] == [4, 4]
    assert [p.promises.count() for p in periods] == [4, 4]
    assert list(periods[1].areas.values_list("heading", flat=True)) == [
        "Narkotika",
        "Trafik",
        "Integration och segregation",
        "Bedrägerier",
    ]


def test_actions_are_the_seeds(stromsund):
    promises = Promise.objects.filter(period__partnership=stromsund, period__slug="2019-2021")
    done = [promise.actions.filter(status="done").count() for promise in promises]
    not_done = [promise.actions.filter(status="not_done").first() for promise in promises]
    own = Action.objects.filter(period__partnership=stromsund, promise=None)

    assert [promise.slug for promise in promises] == REPORTED_PROMISES
    assert done == [3, 7, 4, 3]
    assert [action and action.reason for action in not_done] == [
        "pandemic",
        "pandemic",
        None,
        "not_stated",
    ]
    assert [action.status for action in own] == ["done"]
    assert Action.objects.filter(period__partnership=stromsund).count() == 17 + 3 + 1


def test_leads_and_partners_are_those_of_the_sentences(stromsund):
    promise = Promise.objects.get(period__partnership=stromsund, slug="ungdomar-och-andts")

    found = [
        ([o.short_form for o in action.leads.all()], [o.short_form for o in action.partners.all()])
        for action in promise.actions.all()
    ]

    assert found == [
        ([], []),
        (["polisen"], []),
        (["polisen"], []),
        (["polisen"], ["kommunen"]),
        (["polisen"], ["kommunen"]),
        (["polisen", "kommunen"], []),
        (["polisen"], ["kommunen"]),
        ([], []),
    ]


def test_goals_have_the_baselines_that_the_seed_gives_and_no_other(stromsund):
    goals = Goal.objects.filter(promise__period__partnership=stromsund)

    found = [
        (goal.baseline_value, goal.baseline_year, goal.change, goal.target_value, goal.verdict)
        for goal in goals.order_by("pk")
    ]

    assert found == [
        (13, 2019, "down", None, "not_due"),
        (17, 2019, "down", None, "not_due"),
        (163, 2019, "relative", -10, "not_due"),
        (None, None, "relative", -15, "cannot_be_judged"),
    ]


def test_follow_up_judges_nothing_that_cannot_be_judged(stromsund):
    follow_up = edition(stromsund, "2019-2021", 2).content.follow_up

    assert follow_up.is_examples_only
    assert [verdict.verdict for verdict in follow_up.verdicts] == ["cannot_be_judged"] * 4


def test_period_without_report_is_overdue(stromsund):
    document = edition(stromsund, "2021-2022", 2).content

    found = {
        promise.slug: document.reporting(promise, on=dt.date(2024, 1, 1))
        for promise in document.promises
    }

    assert found == {
        "narkotika": "overdue",
        "trafik": "waiting",
        "integration-och-segregation": "waiting",
        "bedragerier": "waiting",
    }


def test_promises_continue_their_forerunners(stromsund):
    promises = Promise.objects.filter(period__partnership=stromsund, period__slug="2021-2022")

    assert [promise.continues and promise.continues.slug for promise in promises] == [
        "ungdomar-och-andts",
        "trafiksakerhet",
        None,
        "skadegorelse-inbrott-stolder-och-bedragerier",
    ]


def test_contacts_are_functions_without_names(accounts):
    contacts = Contact.objects.filter(partnership__slug="stromsund")

    assert [contact.phone for contact in contacts] == ["114 14", "0670-161 00", "0670-169 74"]
    assert set(Contact.objects.values_list("name", flat=True)) == {""}


# --- Editions --------------------------------------------------------------------------------


def test_editions_are_numbered_signed_and_superseded_in_turn(accounts):
    year = today().year
    editions = PeriodEdition.objects.order_by("starts_on", "number")

    found = [(e.slug, e.number, e.state, e.superseded_at is not None) for e in editions]

    assert found == [
        ("2019-2021", 1, "published", True),
        ("2019-2021", 2, "published", False),
        ("2021-2022", 1, "published", True),
        ("2021-2022", 2, "published", False),
        (f"{year - 5}-{year - 3}", 1, "withdrawn", False),
        (f"{year - 3}-{year - 1}", 1, "published", True),
        (f"{year - 3}-{year - 1}", 2, "published", False),
        (f"{year - 1}-{year + 1}", 1, "published", True),
        (f"{year - 1}-{year + 1}", 2, "published", False),
    ]
    assert [e.missing_sign_offs() for e in editions] == [[]] * 9


def test_first_edition_of_the_reported_period_holds_promises_only(stromsund):
    first = edition(stromsund, "2019-2021", 1).content
    second = edition(stromsund, "2019-2021", 2).content

    assert (len(first.all_actions), len(first.follow_ups)) == (0, 0)
    assert (len(second.all_actions), len(second.follow_ups)) == (21, 1)


def test_correction_adds_the_missing_baseline(stromsund):
    goals = [
        edition(stromsund, "2021-2022", number).content.promise("bedragerier").goals[0]
        for number in (1, 2)
    ]

    assert [(goal.baseline_value, goal.baseline_year) for goal in goals] == [
        (None, None),
        (163, 2019),
    ]


# --- The made-up place -----------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2024-02-29", "2025-12-31", "2026-01-01"])
def test_made_up_place_has_a_period_in_force_on_any_day(db, day):
    with time_machine.travel(f"{day}T00:30:00+01:00", tick=False):
        load_demo(today=today())
        current = PeriodEdition.objects.current().filter(partnership__slug="grankoping")
        (in_force,) = [e.content for e in current if e.is_in_force(on=today())]
        reporting = [in_force.reporting(promise, on=today()) for promise in in_force.promises]

    assert reporting == ["not_due"] * 3


def test_made_up_place_shows_what_the_real_one_lacks(grankoping):
    year = today().year
    current = edition(grankoping, f"{year - 1}-{year + 1}", 2).content
    patrols = current.promises[0].actions[0]

    assert (patrols.promised_count, patrols.done_count, patrols.status) == (52, 31, "ongoing")
    assert [sorted(p.short_form for p in promise.parties) for promise in current.promises] == [
        [],
        ["polisen"],
        ["bostadsbolaget", "kommunen"],
    ]
    assert [s.area.heading for s in current.sections if not s.promises] == ["Unga på nätet"]


def test_made_up_place_tells_what_was_left_undone(grankoping):
    year = today().year
    ended = edition(grankoping, f"{year - 3}-{year - 1}", 2).content
    walks, light, _ = ended.promises[0].actions
    goal = ended.promises[0].goals[0]

    assert (walks.status, walks.reason, walks.next_step) == ("partly", "resources", "moved")
    assert (light.status, light.reason, light.next_step) == ("not_done", "resources", "moved")
    assert (goal.change, goal.verdict, [r.value for r in goal.readings]) == (
        "level",
        "met",
        [73, 77],
    )


# --- Loading twice ---------------------------------------------------------------------------


def test_second_run_changes_nothing(accounts):
    before = rows_in_every_table()

    again = load_demo(today=today())

    assert rows_in_every_table() == before
    assert again == accounts


def test_second_run_next_year_adds_no_second_demo(accounts):
    before = rows_in_every_table()

    load_demo(today=dt.date(today().year + 1, 1, 1))

    assert rows_in_every_table() == before


def test_second_run_keeps_what_somebody_changed(accounts):
    Organisation.objects.filter(scb_code="2313").update(name="Straejmien tjïelte")
    FocusArea.objects.filter(heading="Narkotika").update(heading="Droger")
    Contact.objects.all().delete()
    before = rows_in_every_table()

    load_demo(today=today())

    assert rows_in_every_table() == before
    assert FocusArea.objects.filter(heading="Droger").count() == 1
    assert Organisation.objects.get(scb_code="2313").name == "Straejmien tjïelte"


def test_second_run_resets_passwords_only(accounts, settings):
    settings.DEMO = True
    user = User.objects.get(email="redaktor@stromsund.example")
    user.name = "Någon annan"
    user.set_password("glömt-och-borta")
    user.save()

    load_demo(today=today())

    signed_in = authenticate(username=user.email, password=accounts[1].password)
    assert (signed_in.pk, signed_in.name) == (user.pk, "Någon annan")


def test_second_run_does_not_bring_back_a_removed_account(accounts):
    Membership.objects.filter(user__email="redaktor@grankoping.example").delete()
    load_demo(today=today())

    assert not Membership.objects.filter(user__email="redaktor@grankoping.example").exists()


def test_organisation_that_is_there_already_is_used_as_it_is(db):
    mine = Organisation.objects.create(
        name="Strömsund", short_form="vi", kind="municipality", scb_code="2313"
    )

    load_demo(today=today())

    member = Partnership.objects.get(slug="stromsund").members.first()
    assert (member.organisation, member.organisation.short_form) == (mine, "vi")


# --- Accounts --------------------------------------------------------------------------------


def test_accounts_carry_the_rights_of_their_rows(accounts):
    found = {account.email: account.what for account in accounts}

    assert found == {
        "drift@portalen.example": "operator",
        "redaktor@stromsund.example": "editor, Strömsunds kommun",
        "godkannare@stromsund.example": "approver, Strömsunds kommun",
        "godkannare@polisen.example": "approver, Polisen",
        "redaktor@grankoping.example": "editor, Granköpings kommun",
        "godkannare@grankoping.example": "approver, Granköpings kommun",
        "polis@grankoping.example": "approver, Polisen i Granköping",
        "bostad@grankoping.example": "approver, Bostads AB Granköping",
    }
    editor = User.objects.get(email="redaktor@stromsund.example")
    assert [place.slug for place in Partnership.objects.editable_by(editor)] == ["stromsund"]


def test_all_accounts_are_marked_as_demo_and_may_open_the_admin(accounts):
    assert {(user.is_demo, user.is_staff) for user in User.objects.all()} == {(True, True)}


@pytest.mark.parametrize("is_demo", [True, False])
def test_accounts_sign_in_only_in_the_demo(accounts, settings, is_demo):
    settings.DEMO = is_demo

    found = [authenticate(username=a.email, password=a.password) is not None for a in accounts]

    assert found == [is_demo] * len(accounts)


def test_account_of_a_person_is_never_taken_over(db):
    User.objects.create_user("drift@portalen.example", "hemligt", name="En människa")

    with pytest.raises(DemoContentError, match="is the account of a person"):
        load_demo(today=today())

    assert Partnership.objects.count() == 0


# --- The data files --------------------------------------------------------------------------


@pytest.fixture
def texts() -> list[str]:
    files = [tomllib.loads((CONTENT / name).read_text("utf-8")) for name in FILES]
    return [text for file in files for text in all_texts(file)]


def test_every_data_file_is_read():
    assert sorted(path.name for path in CONTENT.iterdir()) == sorted(FILES)


def test_no_sentence_is_the_seeds(texts):
    seed = runs(SEED.read_text("utf-8"), 6)
    sentences = [s for text in texts for s in re.split(r"(?<=[.!?:])\s+|\n", text)]

    assert [s for s in sentences if runs(s, 6) & seed] == []


def test_no_real_person_is_named():
    found = "".join((CONTENT / name).read_text("utf-8") for name in FILES).lower()
    seed_name = re.search(r"^\s*•\s+(\w+) (\w+)$", SEED.read_text("utf-8"), re.MULTILINE)

    assert seed_name is not None
    assert [part for part in seed_name.groups() if part.lower() in found] == []


def test_row_that_the_database_refuses_says_which(db):
    police = Organisation(name="Polisen", short_form="polisen", kind="police", scb_code="2313")

    with pytest.raises(DemoContentError, match=r"Organisation 'Polisen': .*_has_a_scb_code"):
        keep(police)


def test_row_that_the_model_refuses_says_which(db):
    with pytest.raises(DemoContentError, match=r"Organisation 'Polisen': "):
        keep(Organisation(name="Polisen", short_form="polisen", kind="klubb"))


def test_content_reads_for_any_year():
    for year in (2024, 2030):
        places = [file.place for file in read_content(today=dt.date(year, 6, 1)) if file.place]
        assert places[1].periods[-1].slug == f"{year - 1}-{year + 1}"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("place = ", "bad.toml is not TOML"),
        ("[place]\nslug = 'x'", "place.name: Field required"),
        (
            "[accounts.'a@b.example']\npassword='p'\nname='n'\ntitle='t'\norganisation='okänd'",
            r"'okänd' is not declared under \[organisations\] in this file",
        ),
        ("[organisations.a]\nname='n'\nshort_form='a'\nkind='klubb'", "organisations.a.kind"),
    ],
)
def test_content_that_does_not_fit_says_where(tmp_path, text, message):
    path = tmp_path / "bad.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(DemoContentError, match=message):
        read_file(path, today=dt.date(2026, 1, 1))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'continues = "2019-2021/trafiksakerhet"',
            'continues = "2019-2021/fel"',
            "no earlier promise",
        ),
        (
            'promise = "trygghet"\nverdict',
            'promise = "fel"\nverdict',
            "verdict on unknown promises",
        ),
        ("baseline_value = 163", "basvarde = 163", "no attribute .basvarde"),
        ('status = "not_done"', 'status = "borta"', "status: Input should be"),
    ],
)
def test_content_that_contradicts_itself_says_where(tmp_path, old, new, message):
    whole = (CONTENT / "stromsund.toml").read_text("utf-8")
    assert old in whole
    path = tmp_path / "stromsund.toml"
    path.write_text(whole.replace(old, new), "utf-8")

    with pytest.raises(DemoContentError, match=message):
        read_file(path, today=dt.date(2026, 1, 1))
