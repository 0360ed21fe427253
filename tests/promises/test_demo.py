"""The demo: facts of the real page in our own sentences, loaded as an editor would have done it."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

import pytest
import time_machine
from django.apps import apps
from django.contrib.auth import authenticate
from django.db import transaction

from portal.days import today
from portal.models import Contact, Organisation, Partnership, User
from promises.demo.accounts import reset_password
from promises.demo.loader import load_demo
from promises.demo.reading import DemoContentError
from promises.demo.shape import Account
from promises.documents import Party, PeriodDocument
from promises.models import FocusArea, PeriodEdition

Editions = dict[tuple[str, str, int], PeriodDocument]


@pytest.fixture
def accounts(db):
    return load_demo(today=today())


@pytest.fixture(scope="module")
def editions(django_db_setup, django_db_blocker) -> Editions:
    """What residents can read, by place, period and number: loaded once, for looking only."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo(today=today())
        public = PeriodEdition.objects.public().select_related("partnership")
        found = {(e.partnership.slug, e.slug, e.number): e.content for e in public}
        transaction.set_rollback(True)
    return found


@pytest.fixture
def reported(editions) -> PeriodDocument:
    return editions["stromsund", "2019-2021", 2]


@pytest.fixture
def unreported(editions) -> PeriodDocument:
    return editions["stromsund", "2021-2022", 2]


@pytest.fixture
def made_up(editions) -> PeriodDocument:
    return editions["grankoping", f"{today().year - 1}-{today().year + 1}", 2]


def rows_in_every_table() -> dict[str, int]:
    """History included: an update that changes nothing still leaves no event."""
    models = [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]
    return {model._meta.label: model._default_manager.count() for model in models}


def short(parties: Iterable[Party]) -> list[str]:
    return sorted(party.short_form for party in parties)


# --- The seed's facts ------------------------------------------------------------------------


def test_periods_areas_and_promises_are_the_seeds(reported, unreported):
    assert [(p.label, p.starts_on, p.ends_on) for p in (reported, unreported)] == [
        ("2019–2021", dt.date(2019, 1, 1), dt.date(2021, 12, 31)),
        ("2021–2022", dt.date(2021, 1, 1), dt.date(2022, 12, 31)),
    ]
    assert [area.heading for area in reported.areas] == [
        "Trafiksäkerhet",
        "Ungdomar och ANDTS",
        "Skadegörelse, inbrott, stölder och bedrägerier",
        "Trygghet",
    ]
    assert [area.heading for area in unreported.areas] == [
        "Narkotika",
        "Trafik",
        "Integration och segregation",
        "Bedrägerier",
    ]
    assert [len(p.promises) for p in (reported, unreported)] == [4, 4]


def test_actions_are_the_seeds(reported, unreported):
    found = [Counter(a.status.value for a in promise.actions) for promise in reported.promises]
    reasons = [a.reason for a in reported.all_actions if a.status == "not_done"]

    assert found == [
        {"done": 3, "not_done": 1},
        {"done": 7, "not_done": 1},
        {"done": 4},
        {"done": 3, "not_done": 1},
    ]
    assert reasons == ["pandemic", "pandemic", "not_stated"]
    assert [action.status for action in reported.actions] == ["done"]
    assert unreported.all_actions == ()


def test_leads_and_partners_are_those_of_the_sentences(reported):
    youth = reported.promise("ungdomar-och-andts")

    assert [(short(action.leads), short(action.partners)) for action in youth.actions] == [
        ([], []),
        (["polisen"], []),
        (["polisen"], []),
        (["polisen"], ["kommunen"]),
        (["polisen"], ["kommunen"]),
        (["kommunen", "polisen"], []),
        (["polisen"], ["kommunen"]),
        ([], []),
    ]


def test_goals_have_the_baselines_that_the_seed_gives_and_no_other(unreported):
    goals = [goal for promise in unreported.promises for goal in promise.goals]

    found = [
        (g.baseline_value, g.baseline_year, g.change, g.target_value, g.verdict) for g in goals
    ]

    assert found == [
        (13, 2019, "down", None, "not_due"),
        (17, 2019, "down", None, "not_due"),
        (163, 2019, "relative", -10, "not_due"),
        (None, None, "relative", -15, "cannot_be_judged"),
    ]


def test_evidence_is_the_seeds(unreported):
    rationales = [promise.rationale for promise in unreported.promises]

    found = [[(e.figure, e.unit, e.year) for e in rationale.evidence] for rationale in rationales]

    assert found == [[(13, "%", 2019), (17, "%", 2019)], [], [], [(163, "brott", 2019)]]


def test_follow_up_judges_nothing_that_cannot_be_judged(reported):
    assert reported.follow_up.is_examples_only
    assert [v.verdict for v in reported.follow_up.verdicts] == ["cannot_be_judged"] * 4


def test_period_without_report_is_overdue(unreported):
    day = dt.date(2024, 1, 1)

    found = [unreported.reporting(promise, on=day) for promise in unreported.promises]

    assert found == ["overdue", "waiting", "waiting", "waiting"]


def test_promises_continue_their_forerunners(unreported):
    found = [promise.continues and promise.continues.slug for promise in unreported.promises]

    assert found == [
        "ungdomar-och-andts",
        "trafiksakerhet",
        None,
        "skadegorelse-inbrott-stolder-och-bedragerier",
    ]


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


def test_first_edition_of_the_reported_period_holds_promises_only(editions, reported):
    first = editions["stromsund", "2019-2021", 1]

    assert (len(first.promises), len(first.all_actions), len(first.follow_ups)) == (4, 0, 0)
    assert (len(reported.promises), len(reported.all_actions), len(reported.follow_ups)) == (
        4,
        17 + 3 + 1,
        1,
    )


def test_correction_adds_the_missing_baseline(editions):
    found = [editions["stromsund", "2021-2022", number] for number in (1, 2)]

    goals = [document.promise("bedragerier").goals[0] for document in found]

    assert [(goal.baseline_value, goal.baseline_year) for goal in goals] == [
        (None, None),
        (163, 2019),
    ]


# --- The made-up place -----------------------------------------------------------------------


@pytest.mark.parametrize("day", ["2024-02-29", "2026-01-01"])
def test_made_up_place_has_a_period_in_force_on_any_day(db, day):
    with time_machine.travel(f"{day}T00:30:00+01:00", tick=False):
        load_demo(today=today())
        current = PeriodEdition.objects.current().filter(partnership__slug="grankoping")
        (in_force,) = [e.content for e in current if e.is_in_force(on=today())]
        reporting = [in_force.reporting(promise, on=today()) for promise in in_force.promises]

    assert reporting == ["not_due"] * 3


def test_made_up_place_shows_what_the_real_one_lacks(made_up):
    patrols = made_up.promises[0].actions[0]

    assert (patrols.promised_count, patrols.done_count, patrols.status) == (52, 31, "ongoing")
    assert [short(promise.parties) for promise in made_up.promises] == [
        [],
        ["polisen"],
        ["bostadsbolaget", "kommunen"],
    ]
    assert [s.area.heading for s in made_up.sections if not s.promises] == ["Unga på nätet"]


def test_made_up_place_tells_what_was_left_undone(editions):
    year = today().year
    ended = editions["grankoping", f"{year - 3}-{year - 1}", 2]
    walks, light, _ = ended.promises[0].actions
    (goal,) = ended.promises[0].goals

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
    next_year = load_demo(today=dt.date(today().year + 1, 1, 1))

    assert rows_in_every_table() == before
    assert again == next_year == accounts


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


def test_removed_account_is_not_brought_back(db):
    user = User.objects.create_user("tillfallig@stromsund.example", "x", name="T", is_demo=True)
    values = Account(password="x", name="T", title="T")

    found = reset_password(user.email, values)
    user.delete()

    assert (found.email, reset_password(user.email, values)) == (user.email, None)


def test_organisation_that_is_there_already_is_used_as_it_is(db):
    mine = Organisation.objects.create(
        name="Strömsund", short_form="vi", kind="municipality", scb_code="2313"
    )

    load_demo(today=today())

    member = Partnership.objects.get(slug="stromsund").members.first()
    assert (member.organisation, member.organisation.short_form) == (mine, "vi")


# --- Contacts and accounts --------------------------------------------------------------------


def test_contacts_are_functions_without_names(accounts):
    contacts = Contact.objects.filter(partnership__slug="stromsund")

    assert [contact.phone for contact in contacts] == ["114 14", "0670-161 00", "0670-169 74"]
    assert set(Contact.objects.values_list("name", "email")) == {("", "")}


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
    assert {(user.is_demo, user.is_staff) for user in User.objects.all()} == {(True, True)}
    editor = User.objects.get(email="redaktor@stromsund.example")
    assert [place.slug for place in Partnership.objects.editable_by(editor)] == ["stromsund"]


def test_accounts_sign_in_only_in_the_demo(accounts, settings):
    found = {}
    for is_demo in (True, False):
        settings.DEMO = is_demo
        users = [authenticate(username=a.email, password=a.password) for a in accounts]
        found[is_demo] = [user is not None for user in users]

    assert found == {True: [True] * 8, False: [False] * 8}


def test_account_of_a_person_is_never_taken_over(db):
    User.objects.create_user("drift@portalen.example", "hemligt", name="En människa")

    with pytest.raises(DemoContentError, match="is the account of a person"):
        load_demo(today=today())

    assert Partnership.objects.count() == 0
