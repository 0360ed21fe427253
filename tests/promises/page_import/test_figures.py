"""Counts, goals, evidence."""

import datetime as dt

import pytest

from promises.page_import.evidence import find_evidence
from promises.page_import.figures import count_in, part_of_whole
from promises.page_import.goals import find_goals


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("minst femtiotvå trafikkontroller", 52),
        ("minst 52 trafikkontroller på Lv 315 och E45", 52),
        ("en gång i veckan", 1),
        ("minst en trygghetsvandring per år", 1),
        ("två till tre skolbesök per termin", 2),
        ("vid 5 tillfällen per vecka", 5),
        ("64 kontroller, i dem 21 misstänkta personer", 64),
        ("ett dussintal fotpatrulleringar", 12),
        ("1 200 bilar kontrollerades", 1200),
        ("Polisen fotpatrullerade 112 gånger", 112),
        ("Polisen lovade 30 fotpatrulleringar.", 30),
        ("varje vecka", None),
        ("En trygghetsvandring är genomförd", None),
        ("elever i årskurs 9", None),
        ("elever i åk 4-6", None),
        ("barn 13–17 år", None),
        ("ungdomar mellan 13 och 17 år", None),
        ("inom fem arbetsdagar", None),
        ("inom 48 timmar", None),
        ("30 minuter", None),
        ("med tio procent", None),
        ("torsdagar kl. 10–11", None),
        ("den 12 maj hölls ett möte", None),
        ("en av de tre vanligaste", None),
        ("ring 112", None),
        ("medborgarlöfte 2023", None),
    ],
)
def test_count(text, count):
    assert count_in(text) == count


def test_part_of_whole():
    assert part_of_whole("38 av 50 kontroller") == (38, 50)
    assert part_of_whole("Två av tre skolbesök") == (2, 3)
    assert part_of_whole("en av de tre vanligaste") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Målet är att inbrotten ska minska med 10 procent.", [(None, None, -10, "%")]),
        ("Tryggheten ska öka med fem procentenheter.", [(None, None, 5, "procentenheter")]),
        ("Stölderna ska halveras jämfört med 2019.", [(None, 2019, -50, "%")]),
        ("Minst 80 procent ska känna sig trygga.", [(None, None, 80, "%")]),
        (
            "Andelen otrygga ska minska från 32 procent 2021 till högst 25 procent 2024.",
            [(32, 2021, 25, "%")],
        ),
        (
            "Målet är att andelen A ska minska med tio procent och B ska minska med 15 procent.",
            [(None, None, -10, "%"), (None, None, -15, "%")],
        ),
        ("I enkäten uppgav 13 procent att de var otrygga.", []),
        ("Polisen ska göra 52 trafikkontroller.", []),
    ],
)
def test_goals(text, expected):
    found = [tuple(goal.as_json().values()) for goal in find_goals(text, (1,))]

    assert found == expected


def test_deadline_is_the_years_last_day():
    (goal,) = find_goals("Antalet brott ska minska med 15 procent fram till år 2022.", ())

    assert goal.deadline == dt.date(2022, 12, 31)


def test_evidence_has_its_year_and_sentence():
    text = "Trafikbrott är vanliga. År 2019 anmäldes 163 bedrägeribrott. I årskurs 9 uppgav 13 procent oro."

    found = [(row.figure, row.unit, row.year, row.text) for row in find_evidence(text, ())]

    assert found == [
        (163, "bedrägeribrott", 2019, "År 2019 anmäldes 163 bedrägeribrott."),
        (13, "%", 2019, "I årskurs 9 uppgav 13 procent oro."),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Den som vill dra i gång grannsamverkan får hjälp av oss alla tre.", None),
        ("Skolorna i alla tre kommunerna följer samma handlingsplan.", None),
        ("Båtklubbarna vaktar bryggorna nattetid, två personer åt gången.", None),
        ("Vuxna vandrar i par, minst två i taget, varje fredag.", None),
        ("Samtliga sex rektorer möter polisen varje månad.", None),
        ("De fyra fritidsgårdarna håller öppet längre.", None),
        ("Båda parter möts varje vecka.", None),
        ("Polisen besöker de två torgen varje lördag.", None),
        ("Polisen och kommunen möts en gång i veckan.", 1),
        ("Vi träffas var fjortonde dag.", None),
        ("Polisen är på plats varannan torsdag.", None),
        ("Minst en nykterhetskontroll i veckan.", 1),
        ("En trygghetsvandring per termin.", 1),
        ("Ett öppet möte om året ordnas i varje by.", 1),
        ("Två gånger per termin besöker polisen årskurs 7.", 2),
        ("Tre av fyra elever ska få besök.", None),
        ("Rondering tre kvällar i veckan.", 3),
        ("Öppet två kvällar i veckan, klockan 18–21.", 2),
        ("Ett trettiotal kontroller görs under sommaren.", 30),
        ("Mellan 10 och 15 kontroller per år.", 10),
        ("10–15 kontroller per år.", 10),
        ("Ungdomar mellan 13 och 19 år erbjuds sommarjobb.", None),
        ("Trettio ungdomar får sommarjobb.", 30),
        ("Kommunen anställer två fältassistenter.", 2),
        ("Två nya fältassistenter anställs.", 2),
        ("Kameror sätts upp på fem platser.", 5),
        ("Minst 300 hushåll får besök.", 300),
        ("Polisen svarar inom 24 timmar.", None),
        ("Klotter saneras inom två arbetsdagar.", None),
        ("Alla elever i årskurs 4–6 får information.", None),
        ("Kontroller på väg 86 och väg 87.", None),
        ("Kontroller görs på E14 minst tolv gånger per år.", 12),
        ("Polisen genomför minst 1 500 utandningsprov.", 1500),
        ("Polisen gör 1 500 utandningsprov per år.", 1500),
        ("Belysningen på Storgatan 14 byts.", None),
        ("Ring 114 14 om du vill ha besök.", None),
        ("Den 3 april och den 5 maj ordnas trygghetsvandringar.", None),
        ("En polis finns på torget varje fredag.", None),
        ("Fyra poliser patrullerar varje fredag.", 4),
        ("Fastigheten får dubbla lås.", None),
        ("Patrullering i två timmar varje kväll.", None),
        ("Tre föräldramöten, ett i varje skola.", 3),
        ("Föräldravandringar en fredag i månaden.", 1),
        ("Vi ses första torsdagen i varje månad.", None),
        ("Öppet hus en gång per kvartal.", 1),
        ("Ett hundratal cyklar märks.", 100),
        ("Tjugofem brandvarnare delas ut.", 25),
        ("Hastigheten sänks till 30 km/tim.", None),
        ("Hastigheten sänks från 50 till 30 utanför skolan.", None),
        ("Minst 60 procent av passen läggs på helger.", None),
        ("Polisen och väktarna går fyra pass varje helg.", 4),
        ("Skolan har två trygghetsvärdar.", 2),
        ("Polisen talar med alla åttor.", None),
        ("Sex kameror är bytta eftersom två var trasiga.", 6),
        ("Kontrollerna blev färre eftersom två tjänster stod tomma.", None),
        ("Vi vandrar en kväll i veckan i Vik och två i Näs.", 1),
        ("Polisen har haft 12 uppföljande samtal med 30 ungdomar.", 12),
        ("En enda utställning blev av, för det saknades folk.", 1),
        ("Inga kontroller genomfördes.", None),
    ],
)
def test_only_acts_are_counted(text, count):
    assert count_in(text) == count


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("Fältarna var där tjugotvå kvällar av utlovade tjugo.", (22, 20)),
        ("Av tolv utlovade vandringar har sju genomförts.", (7, 12)),
        ("Polisen gick elva kvällspass, fem färre än tänkt.", (11, 16)),
        ("Vi höll åtta möten, två fler än vi lovade.", (8, 6)),
        ("Båtkontroll: ingen gång av utlovade sex.", (0, 6)),
        ("Polisen gjorde 58 besök, att jämföra med utlovade 40.", (58, 40)),
        ("Besök på programmet, två av utlovade två.", (2, 2)),
        ("Polisens fyra grillkvällar blev tre.", (3, 4)),
        ("Polisen gjorde 58 besök.", None),
    ],
)
def test_done_and_promised_in_one_breath(text, both):
    assert part_of_whole(text) == both


def test_report_counts_what_a_promise_takes_for_known():
    text = "Samtliga sju klasser fick besök."

    assert (count_in(text), count_in(text, is_report=True)) == (None, 7)
