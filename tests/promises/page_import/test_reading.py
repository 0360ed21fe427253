"""General rules of the reader, each on a small page of its own."""

import pytest

from promises.page_import import read_text

HEAD = "Medborgarlöften 2024\n\n"


def period(text):
    (found,) = read_text(text).periods
    return found


def acts(promise):
    return [(action.text, action.lead, action.promised_count) for action in promise.actions]


def test_wrapped_paragraph_does_not_swallow_the_label_under_it():
    text = (
        "Medborgarlöften 2024\n\nVi lovar att göra hamnen lugnare\nMånga har hört av sig om båtar som "
        "kör\nalldeles för fort inne i hamnbassängen sent.\nAktiviteter\n- Kontroller (polisen)\n"
    )

    (promise,) = period(text).promises

    assert acts(promise) == [("Kontroller (polisen)", ("police",), None)]
    assert promise.has_rationale


def test_items_without_bullets_after_a_list_lead():
    text = f"{HEAD}Polisen lovar att\nsynas på torget\nsvara på tips\n\nKommunen lovar att\nplantera träd\n"

    assert [(p.statement, p.parties) for p in period(text).promises] == [
        ("synas på torget", ("police",)),
        ("svara på tips", ("police",)),
        ("plantera träd", ("municipality",)),
    ]


def test_lettered_items_are_of_one_level():
    text = f"{HEAD}Polisen lovar att:\na) synas\nb) vandra\nc) svara\n"

    assert [promise.statement for promise in period(text).promises] == ["synas", "vandra", "svara"]


def test_list_for_all_promises_belongs_to_the_period():
    text = f"{HEAD}Polisen lovar att\n- synas\n\nKommunen lovar att\n- städa\n\nAktiviteter\n- Rundvandring\n"

    found = period(text)

    assert [promise.actions for promise in found.promises] == [(), ()]
    assert [action.text for action in found.actions] == ["Rundvandring"]


def test_background_under_an_item_is_that_items():
    text = f"{HEAD}Polisen lovar\n1) Synas i hamnen.\nBakgrund: Det är mörkt där.\n2) Ringa upp alla.\n"

    assert [promise.has_rationale for promise in period(text).promises] == [True, False]


def test_those_who_promised_are_not_those_who_did():
    text = "Medborgarlöften 2023\n\nPolisen lovade:\n- Fyra besök\n\nSå blev det:\n- Sex besök blev av.\n"

    (action,) = period(text).promises[0].actions

    assert (action.promised_count, action.done_count, action.lead) == (4, 6, ())


def test_act_besides_the_promises_belongs_to_the_period():
    text = (
        "Så gick det 2023\n\nHamnen\nPolisen lovade att synas.\nPolisen var på plats varje kväll.\n"
        "Utöver löftena städade scouterna stranden.\n"
    )

    found = period(text)

    assert [action.text for action in found.promises[0].actions] == [
        "Polisen var på plats varje kväll."
    ]
    assert [action.lead for action in found.actions] == [("other",)]


@pytest.mark.parametrize(
    ("sentence", "status", "reason"),
    [
        ("Bryggan byggdes inte, då budgeten var slut.", "not_done", "resources"),
        (
            "Polisen höll inte några möten, eftersom de fick prioritera om.",
            "not_done",
            "changed_priorities",
        ),
        (
            "Fyra skyltar sattes upp, resten uteblev när leverantören gick i konkurs.",
            "partly",
            "other_party",
        ),
        ("Kommunen arbetar fortfarande med att rusta kajen.", "ongoing", ""),
        (
            "Polisen hann bara med hälften av rundorna på grund av stormen.",
            "partly",
            "weather_or_event",
        ),
        ("Kajen fick nya bänkar.", "done", ""),
        ("Polisen gjorde 9 besök mot utlovade 12.", "partly", "not_stated"),
    ],
)
def test_outcome_of_a_sentence(sentence, status, reason):
    text = f"Så gick det 2023\n\nPolisen och kommunen lovade att rusta hamnen.\n{sentence}\n"

    (action,) = period(text).promises[0].actions

    assert (action.status, action.reason) == (status, reason)


@pytest.mark.parametrize(
    "sentence",
    [
        "Inbrotten gick från 30 till 20.",
        "Antalet bränder var högre än året före.",
        "Blev det som vi tänkt?",
        "Här berättar vi hur det gick.",
    ],
)
def test_figures_and_questions_are_no_acts(sentence):
    told = "Polisen lovade att synas.\nPolisen gick rundor i hamnen."
    text = f"Så gick det 2023\n\n{told}\n\n{sentence}\n"

    assert sentence in [left.text for left in read_text(text).unplaced]


@pytest.mark.parametrize(
    ("heading", "starts", "ends", "kind"),
    [
        ("Det här lovar vi 2025–2026", "2025-01-01", "2026-12-31", "promises"),
        ("Sjöängen, 1 april–30 september 2024", "2024-04-01", "2024-09-30", "promises"),
        (
            "Från 1 maj 2023 till dess att ett nytt löfte skrivs under",
            "2023-05-01",
            "None",
            "promises",
        ),
        ("Våren 2024 (1 mars till 31 maj)", "2024-03-01", "2024-05-31", "promises"),
        ("Medborgarlöften t.o.m. 2025", "None", "2025-12-31", "promises"),
    ],
)
def test_period_of_a_heading(heading, starts, ends, kind):
    found = period(f"{heading}\n\nPolisen lovar att synas i hamnen.\n")

    assert (str(found.starts_on), str(found.ends_on), found.kind) == (starts, ends, kind)


def test_report_under_a_place_has_its_own_period():
    text = (
        "Sjöängen, 2024–2025\n\nPolisen lovar att synas.\n\n"
        "Sjöängen, så gick det 2022–2023\n\nPolisen lovade att ringa.\nPolisen ringde alla.\n"
    )

    assert [(p.label, p.kind) for p in read_text(text).periods] == [
        ("2024–2025", "promises"),
        ("2022–2023", "outcome"),
    ]


def test_places_with_days_but_no_year_take_the_pages_year():
    text = (
        "Löften för Torget och Parken\n\nLöftena gäller 2023.\n\nTorget (1 februari–30 april)\n"
        "Polisen lovar att synas.\n\nParken (1 maj–31 augusti)\nKommunen lovar att städa.\n"
    )

    assert [str(found.ends_on) for found in read_text(text).periods] == ["2023-04-30", "2023-08-31"]


def test_prolonged_period_ends_when_it_was_prolonged_to():
    text = (
        "Medborgarlöfte för Vik\n\nLöftet gällde 1 januari 2021–31 december 2022. Det har förlängts till "
        "den 30 juni 2023, för dialogen sköts upp.\n\nPolisen lovar att synas.\n"
    )

    assert str(period(text).ends_on) == "2023-06-30"


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("Mål: Stölderna ska halveras jämfört med 2022, då 40 anmäldes.", [(40, 2022, -50, "%")]),
        (
            "Mål: Stölderna ska minska med 10 procent och rånen med 30 procent.",
            [(None, None, -10, "%"), (None, None, -30, "%")],
        ),
        (
            "Mål: Andelen trygga ska öka med 5 procentenheter från 2021 (60 %).",
            [(60, 2021, 5, "procentenheter")],
        ),
    ],
)
def test_goals(text, goals):
    (promise,) = period(f"{HEAD}Polisen lovar att arbeta mot stölder.\n{text}\n").promises

    assert [tuple(goal.as_json().values()) for goal in promise.goals] == goals


@pytest.mark.parametrize(
    ("text", "contacts"),
    [
        (
            "Hör av dig till Anna Ek, samordnare, 0123-45 67 89.",
            [("Anna Ek", "samordnare", "0123-45 67 89", None)],
        ),
        (
            "Kommunpolis Bo Al\nTelefon: 0123-45 67 89\nFax:\n",
            [("Bo Al", "Kommunpolis", "0123-45 67 89", None)],
        ),
        ("Viks invånarcenter, 0123-100 00", [(None, "Viks invånarcenter", "0123-100 00", None)]),
        (
            "Anna Ek, samordnare, 0123-111 22. Bo Al, kommunpolis, 0123-333 44.",
            [
                ("Anna Ek", "samordnare", "0123-111 22", None),
                ("Bo Al", "kommunpolis", "0123-333 44", None),
            ],
        ),
        ("Viks kommun, organisationsnummer 000000-0000", []),
    ],
)
def test_contacts_outside_any_section(text, contacts):
    page = read_text(f"{HEAD}Polisen lovar att synas.\n\n{text}\n")

    assert [tuple(contact.as_json().values()) for contact in page.contacts] == contacts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Samtal i årskurs 4, 6 och 8", None),
        ("Byta lås i 210 förråd", 210),
        ("Gå en runda varje vecka", None),
        ("Gå en runda i veckan", 1),
    ],
)
def test_counts(text, count):
    (promise,) = period(f"{HEAD}Polisen lovar att:\n- {text}\n").promises

    assert [action.promised_count for action in promise.actions] == (
        [] if count is None else [count]
    )


def test_table_cells_keep_their_columns():
    text = (
        "<!doctype html><h1>Medborgarlöften 2023</h1><h2>Hamnen</h2><p>Polisen lovade att synas.</p>"
        "<table><tr><th>Insats</th><th>Lovat</th><th>Gjort</th><th>Kommentar</th></tr>"
        "<tr><th>Rundor</th><td></td><td>12</td><td>Roligt!</td></tr>"
        "<tr><th>Möten</th><td>4</td><td>2</td><td>Hamnägaren lämnade återbud.</td></tr></table>"
    )
    page = read_text(text)

    assert [
        (action.text, action.promised_count, action.done_count, action.reason)
        for action in page.periods[0].promises[0].actions
    ] == [("Rundor", None, 12, ""), ("Möten", 4, 2, "other_party")]
    assert "Roligt!" in [left.text for left in page.unplaced]


def test_accordion_buttons_are_headings_and_the_sites_buttons_are_not():
    text = (
        "<!doctype html><button>Meny</button><h1>Medborgarlöften 2024</h1>"
        "<h3><button aria-expanded='true'>Hamnen</button></h3><p>Polisen lovar att synas.</p>"
        "<details><summary>Parken</summary><p>Kommunen lovar att städa.</p></details>"
    )

    assert [area.heading for area in period(text).areas] == ["Hamnen", "Parken"]


def test_class_of_the_whole_pages_wrapper_makes_no_menu_of_it():
    text = (
        "<!doctype html><div class='page with-menu'><h1>Medborgarlöften 2024</h1>"
        "<p>Polisen lovar att synas.</p></div>"
    )

    assert len(period(text).promises) == 1
