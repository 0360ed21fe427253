"""Stage 5 with the real database: the seed as drafts, again, and changed."""

from decimal import Decimal
from pathlib import Path

import pytest

from portal.exceptions import NotAllowed
from portal.models import Contact
from promises.models import Action, Evidence, Goal, Promise, PromisePeriod
from promises.page_import import read_page, read_text
from promises.page_import.rows import import_rows
from tests.factories.portal import PartnershipFactory, UserFactory, editor_of
from tests.promises.page_import.score import pages_in

HERE = Path(__file__).parent
SEED = (HERE / "seed.txt").read_bytes()
PAGES = pages_in(HERE / "pages" / "open")


@pytest.fixture
def place(db):
    return PartnershipFactory(slug="stromsund", name="Strömsund")


def test_seed_becomes_rows(place):
    import_rows(page=read_page(SEED), partnership=place, by=None)

    periods = list(place.periods.all())
    assert [(period.label, period.slug) for period in periods] == [
        ("2021–2022", "2021-2022"),
        ("2019–2021", "2019-2021"),
    ]
    assert [period.areas.count() for period in periods] == [4, 4]
    assert [period.promises.count() for period in periods] == [4, 4]
    assert [period.actions.count() for period in periods] == [0, 21]
    assert [promise.slug for promise in periods[0].promises.all()] == [
        "narkotika",
        "trafik",
        "integration-och-segregation",
        "bedragerier",
    ]


def test_seed_facts_stand_in_the_rows(place):
    import_rows(page=read_page(SEED), partnership=place, by=None)

    municipality, police = (member.organisation for member in place.members.all())
    drugs, fraud = (Promise.objects.get(slug=slug) for slug in ("narkotika", "bedragerier"))
    assert set(drugs.parties.all()) == {municipality, police}
    assert "hjärnor skadas" in drugs.rationale.text
    assert "Uppföljning kommer" not in drugs.rationale.text
    assert list(drugs.follow_up_plans.values_list("text", flat=True)) == [
        "Uppföljning kommer att ske genom CAN:s rapport 2023."
    ]
    figures = Evidence.objects.order_by("pk").values_list("figure", "unit", "year")
    assert list(figures) == [
        (Decimal(13), "%", 2019),
        (Decimal(17), "%", 2019),
        (Decimal(163), "bedrägeribrott", 2019),
    ]
    goals = fraud.goals.values_list("target_value", "baseline_value", "change", "deadline__year")
    assert list(goals) == [
        (Decimal(-10), Decimal(163), "relative", 2022),
        (Decimal(-15), None, "relative", 2022),
    ]
    report = PromisePeriod.objects.get(slug="2019-2021").follow_ups.get()
    assert report.is_examples_only
    assert Action.objects.filter(status="not_done").count() == 3
    training = Action.objects.get(promise=None)
    assert training.text.startswith("Kommunen och polisen har under perioden")
    assert set(training.leads.all()) == {municipality, police}
    person = Contact.objects.exclude(name="").get()
    assert (person.name, person.phone) == ("Richard Persson", "0670-169 74")
    assert Contact.objects.get(name="").function == "Växel"
    municipality.refresh_from_db()
    assert municipality.address == "Box 500\n833 24 Strömsund"


def test_import_again_changes_nothing(place):
    import_rows(page=read_page(SEED), partnership=place, by=None)

    again = import_rows(page=read_page(SEED), partnership=place, by=None)

    assert again.changes == []


def test_dry_run_shows_and_writes_nothing(place):
    shown = import_rows(page=read_page(SEED), partnership=place, by=None, dry_run=True)

    assert shown.counts("added")["promise"] == 8
    assert shown.counts("added")["action"] == 21
    assert not place.periods.exists()
    assert not Contact.objects.exists()


def test_changed_page_shows_the_difference(place):
    import_rows(page=read_page(SEED), partnership=place, by=None)
    text = SEED.decode()
    text = text.replace("minska med tio procent", "minska med tolv procent")
    text = text.replace("0670-169 74", "0670-169 75")
    text = text.replace("  • Polisen har arbetat med konceptet Grannsamverkan.\n", "")
    text = text.replace(
        "  • En trygghetsvandring",
        "  • Polisen har besökt tre skolor i Backe.\n  • En trygghetsvandring",
    )

    difference = import_rows(page=read_text(text), partnership=place, by=None)

    assert difference.counts("added") == {"action": 1}
    assert [change.name for change in difference.of("missing")] == [
        "Polisen har arbetat med konceptet Grannsamverkan."
    ]
    changed = {
        (change.what, one.field, one.before, one.after)
        for change in difference.of("changed")
        for one in change.fields
        if one.field in ("target_value", "phone")
    }
    assert changed == {
        ("goal", "target_value", "-10", "-12"),
        ("contact", "phone", "0670-169 74", "0670-169 75"),
    }
    assert Action.objects.filter(text__contains="Grannsamverkan.").exists()
    assert Goal.objects.filter(target_value=-12).exists()


def test_reported_draft_is_not_set_back_by_a_page_of_promises(place):
    text = "Medborgarlöfte 2024\n\nPolisen lovar att:\n\n• genomföra minst 10 trafikkontroller\n"
    import_rows(page=read_text(text), partnership=place, by=None)
    Action.objects.update(status="done", done_count=12)

    again = import_rows(page=read_text(text), partnership=place, by=None)

    assert again.changes == []
    assert Action.objects.get().status == "done"


def test_rights_follow_rows(place):
    page = read_page(SEED)

    with pytest.raises(NotAllowed):
        import_rows(page=page, partnership=place, by=UserFactory())
    import_rows(page=page, partnership=place, by=editor_of(place))

    assert place.periods.count() == 2


def test_same_days_in_two_places_are_two_periods(place):
    text = (
        "Medborgarlöfte för Norrby 2024\n\n• Polisen lovar att synas på torget.\n\n"
        "Medborgarlöfte för Söderby 2024\n\n• Polisen lovar att synas vid stationen.\n"
    )

    import_rows(page=read_text(text), partnership=place, by=None)
    again = import_rows(page=read_text(text), partnership=place, by=None)

    assert [period.slug for period in place.periods.order_by("pk")] == ["2024", "2024-soderby"]
    assert again.changes == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_page_can_be_imported_twice(place, path):
    page = read_page(path.read_bytes())

    first = import_rows(page=page, partnership=place, by=None)
    again = import_rows(page=page, partnership=place, by=None)

    assert first.counts("added").get("promise", 0) == sum(len(p.promises) for p in page.periods)
    assert [change for change in again.changes if change.kind != "note"] == []


def test_hostile_lengths_and_numbers_fit_the_columns(place):
    text = (
        f"<h1>Medborgarlöfte 2024</h1><h2>{'Trafik ' * 60}</h2><ul><li>Polisen lovar att göra "
        f"99999999999 kontroller.</li></ul><p>Målet är att brotten ska minska med 123456789012 procent. "
        f"År 2023 anmäldes 99999999999 inbrott i {'Lång ' * 100}by.</p><h2>Underskrifter</h2>"
        f"<p>Anna Berg, kommunchef</p><p>Anna Berg, kommunchef</p>"
    )

    import_rows(page=read_text(f"<!doctype html>{text}"), partnership=place, by=None)

    assert place.periods.get().promises.count() == 1
