"""What the site says about itself, and reporting a fault, through the pages."""

import datetime as dt

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.validators import MaxLengthValidator
from django.test import Client
from django.urls import reverse

from portal import senders
from portal.forms.fault_report import FaultReportForm
from portal.models import FaultReport
from portal.swedish import sort_key
from portal.word_list import ABBREVIATIONS, WORDS
from promises.reading_ease import lix
from tests.factories.portal import PartnershipFactory, SiteStatementFactory

pytestmark = pytest.mark.django_db

NOON = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
PAGES = ["portal:accessibility", "portal:privacy", "portal:word_list", "promises:about"]
LINKS = ["/om/", "/ordlista/", "/tillganglighet/", "/integritet/"]


@pytest.fixture(autouse=True)
def nobody_has_sent():
    senders.counts.clear()
    yield
    senders.counts.clear()


@pytest.fixture
def client():
    """A strict browser at a clock of its own: Django checks CSRF as on the site."""
    with time_machine.travel(NOON, tick=False) as clock:
        client = Client(enforce_csrf_checks=True)
        client.clock = clock
        yield client


def page(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html.parser")


def words(element) -> str:
    return " ".join(element.get_text(" ").split())


# --- Pages -----------------------------------------------------------------------------------


@pytest.mark.parametrize("is_written", [False, True])
@pytest.mark.parametrize("name", PAGES)
def test_statement_page_needs_one_query_and_no_cookie(
    name, is_written, client, django_assert_max_num_queries
):
    if is_written:
        SiteStatementFactory(assessed=True)

    with django_assert_max_num_queries(1):
        response = client.get(reverse(name))

    assert response.status_code == 200
    assert response.cookies == {}
    assert response.headers["Cache-Control"].startswith("public")
    again = client.get(reverse(name), headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304


@pytest.mark.parametrize("name", PAGES)
def test_statement_page_is_easy_to_read(name, client):
    main = page(client.get(reverse(name))).main
    for block in main.select("p, li, dt, dd, h1, h2, h3"):
        block.append("\n" if block.get_text().rstrip().endswith((".", "?", ":")) else ".\n")

    assert lix(main.get_text(" ")) < 45


@pytest.mark.parametrize("address", ["/", "/kontakt/", "/stromsund/", "/finns-inte/"])
def test_every_footer_leads_to_them(address, client):
    PartnershipFactory(slug="stromsund")
    PartnershipFactory()

    links = [a["href"] for a in page(client.get(address)).select(".site-footer a")]

    assert [link for link in links if link in LINKS] == LINKS


def test_statement_says_honest_words_before_anybody_has_written(client):
    main = page(client.get(reverse("portal:accessibility"))).main

    assert [words(h) for h in main.select("h2, h3")] == [
        "Vem som ansvarar",
        "Hur den följer lagen",
        "Det som inte är tillgängligt",
        "Oskäligt betungande anpassning",
        "Innehåll som lagen inte gäller",
        "Hur vi har prövat",
        "Säg till om något inte fungerar",
        "Om du inte är nöjd",
    ]
    for heading in main.select("h2, h3"):
        assert words(heading.find_next_sibling())
    assert words(main.strong) == "delvis förenlig med lagen"
    assert "https://www.digg.se/tdosanmalan" in [a["href"] for a in main.select("a")]


def test_statement_shows_every_part_that_operators_have_written(client):
    SiteStatementFactory(
        assessed=True,
        burden="<p>En gammal film.</p>",
        outside_law="<p>Kartor.</p>",
        fault_email="fel@example.se",
        fault_phone="0670-161 00",
        answer_days=3,
        complaint_url="https://www.digg.se/ny",
    )

    main = page(client.get(reverse("portal:accessibility"))).main

    text = words(main)
    for part in (
        "Strömsunds kommun står bakom webbplatsen Medborgarlöften",
        "delvis förenlig med lagen",
        "1 september 2026",
        "Självskattning.",
        "Kartorna saknar text.",
        "En gammal film.",
        "Kartor.",
        "inom 3 dagar",
        "ändrades senast 2 mars 2026",
    ):
        assert part in text
    links = [a["href"] for a in main.select("a")]
    assert links[1:] == [
        "/tillganglighet/anmal/",
        "mailto:fel@example.se",
        "tel:+4667016100",
        "https://www.digg.se/ny",
    ]


def test_a_change_is_out_at_once(client):
    statement = SiteStatementFactory()
    first = client.get(reverse("portal:accessibility")).headers["ETag"]
    client.clock.shift(1)
    statement.provider = "Ragunda kommun"
    statement.save()

    response = client.get(reverse("portal:accessibility"))

    assert response.headers["ETag"] != first
    assert "Ragunda kommun" in response.content.decode()


def test_privacy_names_who_answers_for_it(client):
    SiteStatementFactory(data_protection="ombud@example.se")

    section = page(client.get(reverse("portal:privacy"))).select_one("[aria-labelledby=ansvarig]")

    assert words(section.select("p")[0]).startswith("Strömsunds kommun ansvarar")
    assert words(section.select("p")[1]) == "Dataskyddsombud: ombud@example.se."


def test_word_list_is_the_source_of_abbreviations(client):
    found = page(client.get(reverse("portal:word_list")))

    lists = [[words(dt) for dt in dl.select("dt")] for dl in found.select("dl")]
    assert lists[0] == list(ABBREVIATIONS)
    assert lists[1] == sorted(lists[1], key=lambda word: sort_key(word.replace("\u00ad", "")))
    assert len(lists[1]) == len(WORDS)
    assert found.find(id="andts").name == "dt"


# --- Reporting -------------------------------------------------------------------------------

ADDRESS = "/tillganglighet/anmal/"
REPORT = {"description": "Knappen går inte.", "page": "/om/", "email": "jag@example.se"}


def opened(client, *, after=60) -> dict:
    """The form as a browser got it, with the clock moved on as long as it was read."""
    form = page(client.get(ADDRESS)).select_one("form.survey")
    client.clock.shift(after)
    return {"formular": form.select_one("[name=formular]")["value"], "hemsida": ""}


def problems(response) -> list[str]:
    return [words(text) for text in page(response).select("#att-ratta > p, #att-ratta li")]


def test_report_is_kept_and_thanked_for(client):
    response = client.post(ADDRESS, opened(client) | REPORT, follow=True)

    [(thanks, _status)] = response.redirect_chain
    assert thanks.startswith("/tillganglighet/tack/?kvitto=")
    assert words(page(response).select_one(".lead")) == "Den har kommit fram."
    kept = FaultReport.objects.get()
    assert (kept.description, kept.page, kept.email) == tuple(REPORT.values())
    assert client.cookies == {}


def test_nobody_is_thanked_who_sent_nothing(client):
    sent = client.post(ADDRESS, opened(client) | REPORT)

    for query in ("", "?kvitto=", "?kvitto=MQ:1:x", "?igen=1"):
        assert client.get(f"/tillganglighet/tack/{query}").url == ADDRESS
    client.clock.shift(25 * 60 * 60)
    assert client.get(sent.url).url == ADDRESS


def test_what_fits_the_form_fits_the_table():
    form = FaultReportForm()

    for name in ("page", "email"):
        [limit] = [v for v in form.fields[name].validators if isinstance(v, MaxLengthValidator)]
        assert limit.limit_value == FaultReport._meta.get_field(name).max_length


def test_too_long_address_is_explained(client):
    wrong = REPORT | {"email": "j@" + ".".join(["e" * 60] * 5) + ".example"}

    response = client.post(ADDRESS, opened(client) | wrong)

    assert response.status_code == 422
    assert "Skriv högst 254 tecken." in response.content.decode()


def test_line_break_is_one_character(client):
    text = "å" * 3990 + "\r\n" * 10

    client.post(ADDRESS, opened(client) | {"description": text + "."})
    response = client.post(ADDRESS, opened(client) | {"description": text[:-2] + "."})

    assert response.status_code == 302
    assert FaultReport.objects.get().description == "å" * 3990 + "\n" * 9 + "."


def test_only_the_description_is_needed(client):
    client.post(ADDRESS, opened(client) | {"description": "Går inte."})

    assert FaultReport.objects.get().email == ""


def test_wrong_fields_are_explained_and_all_is_kept(client):
    wrong = {"description": "å" * 4001, "page": "/om/", "email": "jag"}

    response = client.post(ADDRESS, opened(client) | wrong)

    found = page(response)
    assert response.status_code == 422
    assert found.title.text.startswith("Fel:")
    assert problems(response) == [
        "Skriv högst 4000 tecken. Nu är det 4001.",
        "Adressen ser inte rätt ut. Skriv den så här: namn@example.se.",
    ]
    for link in found.select("#att-ratta li a"):
        assert found.select_one(link["href"])["aria-invalid"] == "true"
    assert found.select_one("[name=description]").text.strip() == "å" * 4001
    assert found.select_one("[name=email]")["value"] == "jag"
    assert FaultReport.objects.count() == 0


def test_an_empty_report_is_refused(client):
    response = client.post(ADDRESS, opened(client))

    assert problems(response) == ["Skriv vad som inte fungerar."]


def test_robot_that_fills_every_field_is_caught(client):
    response = client.post(ADDRESS, opened(client) | REPORT | {"hemsida": "https://example.org"})

    assert problems(response) == ["Fältet är till för att känna igen robotar. Töm det."]
    assert FaultReport.objects.count() == 0


@pytest.mark.parametrize(
    ("after", "begins"),
    [
        (2, "Formuläret skickades så snabbt"),
        (24 * 3600 + 1, "Sidan har varit öppen i mer än ett dygn"),
    ],
)
def test_too_quick_or_too_old_asks_to_send_again(client, after, begins):
    form = opened(client, after=after)

    response = client.post(ADDRESS, form | REPORT)

    assert [text[: len(begins)] for text in problems(response)] == [begins]
    fresh = page(response).select_one("[name=formular]")["value"]
    client.clock.shift(10)
    assert client.post(ADDRESS, form | REPORT | {"formular": fresh}).status_code == 302


@pytest.mark.parametrize("formular", ["", "påhittat"])
def test_a_form_that_is_not_ours_is_refused(client, formular):
    response = client.post(ADDRESS, opened(client) | REPORT | {"formular": formular})

    assert problems(response)[0].startswith("Formuläret kunde inte kännas igen.")


def test_the_same_form_sent_twice_is_one_report(client):
    form = opened(client) | REPORT
    client.post(ADDRESS, form)

    response = client.post(ADDRESS, form, follow=True)

    assert words(page(response).select_one(".lead")).startswith("Vi hade redan fått den.")
    assert FaultReport.objects.count() == 1


def test_one_sender_may_not_send_endlessly(client, monkeypatch):
    monkeypatch.setattr(senders, "MOST", 1)
    client.post(ADDRESS, opened(client) | REPORT)

    response = client.post(ADDRESS, opened(client) | REPORT)

    assert (response.status_code, FaultReport.objects.count()) == (429, 1)
    assert page(response).select_one("[name=email]")["value"] == "jag@example.se"


def test_another_site_cannot_make_its_visitors_report(client):
    headers = {"Sec-Fetch-Site": "cross-site"}

    assert client.post(ADDRESS, opened(client) | REPORT, headers=headers).status_code == 422


def test_form_is_nobody_elses_and_no_search_result(client):
    response = client.get(ADDRESS)

    assert response.headers["Cache-Control"] == "private, no-cache"
    assert response.headers["X-Robots-Tag"] == "noindex"
