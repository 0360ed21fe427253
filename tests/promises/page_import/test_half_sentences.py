"""Headings that name no subject matter, told by tense and form."""

import pytest

from promises.page_import import read_text
from promises.page_import.half_sentences import asks, is_generic
from promises.page_import.roles import Role, read_heading


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Så hjälps vi åt", Role.ACTIONS),
        ("Hur då?", Role.ACTIONS),
        ("Vem gör vad?", Role.ACTIONS),
        ("Vad som ska göras", Role.ACTIONS),
        ("Konkreta steg", Role.ACTIONS),
        ("Hur vi håller koll", Role.FOLLOW_UP),
        ("Så vet vi om det hjälper", Role.FOLLOW_UP),
        ("Vi stämmer av", Role.FOLLOW_UP),
        ("Avläsning", Role.FOLLOW_UP),
        ("Så mycket blev det:", Role.OUTCOME),
        ("Vi gjorde:", Role.OUTCOME),
        ("Facit", Role.OUTCOME),
        ("Så mycket sa vi:", Role.PROMISED),
        ("Det vi lovade er", Role.PROMISED),
        ("Här brister det", Role.RATIONALE),
        ("Det här är skälet", Role.RATIONALE),
        ("Hit vill vi", Role.GOALS),
        ("Vårt ord till dig", Role.PROMISES),
        ("Så behandlar vi dina svar", Role.ABOUT),
        ("Vad händer nu?", Role.ABOUT),
        ("Dit vänder du dig", Role.CONTACT),
        ("Mörka stråk", Role.AREA),
        ("Om du ropar", Role.AREA),
        ("Vi ses på stan", Role.AREA),
        ("I butikerna", Role.AREA),
    ],
)
def test_role_of_a_heading(heading, role):
    assert read_heading(heading).role is role


@pytest.mark.parametrize(
    ("heading", "generic"),
    [("Våra gemensamma åtgärder nu", True), ("Polisens insatser", True), ("Trafiken nu", False)],
)
def test_heading_is_generic_when_it_names_no_subject(heading, generic):
    assert is_generic(heading) is generic


@pytest.mark.parametrize(
    ("heading", "question"),
    [("Går det att lita på siffrorna?", True), ("Var är det mörkt?", False)],
)
def test_question_with_the_verb_first_names_nothing(heading, question):
    assert asks(heading) is question


def test_area_goes_on_in_each_of_its_periods():
    text = (
        "Löften i Vik\n\nTorget\n\nGäller nu, 2025–2026\nVi lovar att torget ska vara lugnt.\n\n"
        "Förra gången, 2023–2024\nDå lovade vi fler lampor.\nKommunen satte upp nio lampor.\n\n"
        "Skolvägen\n\nGäller nu, 2025–2026\nVi lovar att bilarna ska köra saktare.\n\n"
        "Förra gången, 2023–2024\nDå lovade vi gupp.\nKommunen byggde två gupp.\n"
    )

    found = [
        (period.label, [area.heading for area in period.areas], len(period.promises))
        for period in read_text(text).periods
    ]

    assert found == [
        ("2025–2026", ["Torget", "Skolvägen"], 2),
        ("2023–2024", ["Torget", "Skolvägen"], 2),
    ]


def test_wish_over_the_list_of_acts_is_the_promise_though_no_word_says_so():
    text = (
        "Medborgarlöften 2025\n\nParken\n\nParken städas varje morgon.\n\n"
        "I fjol fylldes korgarna till lunch.\n\nVad vi gör\n- Kommunen sätter upp korgar.\n\n"
        "Bussen\n\nDet ska gå att vänta på bussen i lugn.\n\nVad vi gör\n- Polisen åker med.\n"
    )

    (period,) = read_text(text).periods

    assert [(p.area, p.statement, len(p.actions)) for p in period.promises] == [
        ("Parken", "Parken städas varje morgon.", 1),
        ("Bussen", "Det ska gå att vänta på bussen i lugn.", 1),
    ]


def test_list_under_said_and_done_labels_is_paired():
    text = (
        "Facit för våra löften 2024\n\nKommunen och polisen\n\nTrafik\nSagt: 30 trafikkontroller\n"
        "Gjort: 34 trafikkontroller\nOgjort: Kampanjen om bälte ställdes in på grund av snöstormen.\n"
    )

    (promise,) = read_text(text).periods[0].promises

    assert [(a.promised_count, a.done_count, a.status) for a in promise.actions] == [
        (30, 34, "done"),
        (None, None, "not_done"),
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "Polisen och kommunen har tillsammans åtagit sig detta:",
        "Polisen och kommunen ger sitt ord på följande.",
        "Polisen och kommunen har tagit varandra i hand. Så här lyder löftena:",
        "Det här kan du räkna med från polisen och kommunen:",
    ],
)
def test_sentence_that_announces_promises_makes_the_list_promises(lead):
    text = f"Trygg i Vik\n\n{lead}\n\n- Hamnen är upplyst.\n- Någon svarar alltid.\n"

    (period,) = read_text(text).periods

    assert [promise.statement for promise in period.promises] == [
        "Hamnen är upplyst.",
        "Någon svarar alltid.",
    ]


def test_sentence_in_the_present_tells_of_no_act():
    text = (
        "Så gick det 2024\n\nTorget\nVi lovade att synas.\nPolisen gick 20 rundor.\n"
        "De säger hur mycket som gjordes.\nBokslutet behandlades av rådet.\n"
    )

    (promise,) = read_text(text).periods[0].promises

    assert [action.text for action in promise.actions] == ["Polisen gick 20 rundor."]


def test_every_list_head_beside_the_parties_own_is_a_party():
    text = (
        "Vi lovar! Löften i Vik 2025\n\nPolisen:\n* Fotpatrull varje fredag\n\n"
        "Kommunen:\n* Nya lampor i parken\n\nFöreningarna:\n* Nattvandring varje lördag\n"
    )

    (period,) = read_text(text).periods

    assert [promise.parties for promise in period.promises] == [
        ("police",),
        ("municipality",),
        ("other",),
    ]
    assert period.areas == ()


def test_named_promise_over_what_a_party_shall_do_is_an_area():
    text = (
        "Medborgarlöften 2025\n\nLöfte 1: Säkrare cykling\nKommunen ska se över alla överfarter.\n"
        "- Belysning vid bron\n\nLöfte 2: Tryggare torg\nPolisen ska synas på torget.\n- Fotpatrull\n"
    )

    (period,) = read_text(text).periods

    assert [(p.area, p.statement) for p in period.promises] == [
        ("Säkrare cykling", "Kommunen ska se över alla överfarter."),
        ("Tryggare torg", "Polisen ska synas på torget."),
    ]
