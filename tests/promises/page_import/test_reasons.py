"""Why something was not done, and what became of it, in many wordings."""

import pytest

from promises.page_import.acting import planned_status, reported_status
from promises.page_import.outcomes import tells_of_act
from promises.page_import.reasons import main_part, reason_of
from promises.page_import.texts import sentences


@pytest.mark.parametrize(
    ("text", "status", "reason"),
    [
        (
            "Polisen hann inte med fler än två besök på grund av att flera tjänster var obesatta.",
            "partly",
            "resources",
        ),
        (
            "Fältarbetarna saknades under hela våren och kvällspassen kunde därför inte genomföras.",
            "not_done",
            "resources",
        ),
        ("Vandringen i Norrby uteblev då det inte fanns folk.", "not_done", "resources"),
        (
            "Utbildningen ställdes in när föreläsningsledaren från kommunen blev sjuk.",
            "not_done",
            "resources",
        ),
        ("Kursen genomfördes aldrig eftersom pengarna inte räckte.", "not_done", "resources"),
        (
            "Belysningen byttes inte, för det fanns inga medel kvar i budgeten.",
            "not_done",
            "resources",
        ),
        (
            "Vi klarade bara hälften av passen för att gruppen var underbemannad.",
            "partly",
            "resources",
        ),
        ("Den nya tjänsten som fältassistent kunde inte tillsättas.", "not_done", "resources"),
        ("Besöken fick strykas på grund av hög arbetsbelastning.", "not_done", "resources"),
        (
            "Tre av de planerade träffarna blev inte av eftersom samordnaren var föräldraledig.",
            "not_done",
            "resources",
        ),
        (
            "Nattvandringarna i oktober blev inställda eftersom för få anmälde sig.",
            "not_done",
            "resources",
        ),
        ("Vi fick inte ihop personal till höstens öppna hus.", "not_done", "resources"),
        ("Ombyggnaden har skjutits upp av besparingsskäl.", "not_done", "resources"),
        ("Två patruller fattades, så kontrollerna blev färre än vi lovade.", "partly", "resources"),
        ("Skolbesöken kunde inte hållas på grund av rådande smittläge.", "not_done", "pandemic"),
        ("Dialogmötena flyttades fram på grund av restriktionerna.", "not_done", "pandemic"),
        (
            "Projektet lades på is när förvaltningen valde att satsa på skolan.",
            "not_done",
            "changed_priorities",
        ),
        ("Gatufesten ströks till förmån för julmarknaden.", "not_done", "changed_priorities"),
        (
            "Kamerorna har inte satts upp. Nämnden beslutade att använda pengarna till belysning i stället.",
            "not_done",
            "changed_priorities",
        ),
        (
            "Appen utvecklades inte eftersom behovet inte längre fanns.",
            "not_done",
            "changed_priorities",
        ),
        (
            "Polisen kunde inte komma på grund av mer angelägna uppdrag.",
            "not_done",
            "changed_priorities",
        ),
        ("Kampanjen blev inte av då andra frågor gick före.", "not_done", "changed_priorities"),
        (
            "Enkäten är ännu inte sammanställd, resultatet väntas i mars.",
            "not_done",
            "waiting_for_data",
        ),
        (
            "Kartläggningen har inte gjorts, eftersom Brå ännu inte har publicerat siffrorna för 2024.",
            "not_done",
            "waiting_for_data",
        ),
        (
            "Målet har inte kunnat följas upp då drogvaneundersökningen publiceras först i höst.",
            "not_done",
            "waiting_for_data",
        ),
        (
            "Åtgärdsplanen är inte klar eftersom vi inväntar svaren från trygghetsmätningen.",
            "not_done",
            "waiting_for_data",
        ),
        ("Busskuren flyttades inte eftersom Länstrafiken sade nej.", "not_done", "other_party"),
        (
            "Kamerorna sattes inte upp då Integritetsskyddsmyndigheten inte hade gett tillstånd.",
            "not_done",
            "other_party",
        ),
        (
            "Gångtunneln målades inte, för Trafikverket hade inte gett sitt godkännande.",
            "not_done",
            "other_party",
        ),
        (
            "Lekplatsen blev försenad eftersom entreprenören gick i konkurs.",
            "not_done",
            "other_party",
        ),
        (
            "Hyresvärden ville inte vara med och låsen byttes därför aldrig.",
            "not_done",
            "other_party",
        ),
        ("Föreläsningen ställdes in då föreläsaren hoppade av.", "not_done", "other_party"),
        ("Banken drog sig ur och träffarna för seniorer hölls inte.", "not_done", "other_party"),
        (
            "Trygghetsvandringen i januari blev inställd på grund av snöoväder.",
            "not_done",
            "weather_or_event",
        ),
        (
            "Hälften av kontrollerna gjordes; resten uteblev då patrullerna kommenderades till toppmötet.",
            "partly",
            "weather_or_event",
        ),
        ("Kvällen avbröts av ett åskväder.", "not_done", "weather_or_event"),
        ("Asfalteringen hann inte bli klar innan tjälen kom.", "not_done", "weather_or_event"),
        ("Städdagen regnade bort.", "not_done", "weather_or_event"),
        ("Filmvisningen blev aldrig av.", "not_done", "not_stated"),
        ("Löftet om kvällsöppet hölls inte.", "not_done", "not_stated"),
        ("Endast tre av sex skolor fick besök.", "partly", "not_stated"),
        ("Den andra vandringen återstår att göra.", "not_done", "not_stated"),
        ("Kommunen har bytt alla armaturer.", "done", ""),
        ("Trots pandemin genomfördes alla möten digitalt.", "done", ""),
        ("Polisen var på plats varje kväll, inte bara på helgerna.", "done", ""),
        ("Arbetet med en ny plan fortlöper.", "ongoing", ""),
        ("Ombyggnaden är påbörjad och beräknas bli klar i vår.", "ongoing", ""),
        ("Upphandlingen av nya lampor är i full gång.", "ongoing", ""),
        ("Kommunen håller på att bygga om torget.", "ongoing", ""),
        ("Rekryteringen av fältassistenter har inletts.", "ongoing", ""),
        ("Ingen elev blev utan information.", "done", ""),
        ("Kommunen har sett till att ingen behöver gå hem i mörker.", "done", ""),
        ("Staketet restes bara delvis på grund av leveransförseningar.", "partly", "other_party"),
    ],
)
def test_reported_act_has_its_status_and_reason(text, status, reason):
    act = sentences(text)[0]

    found = reported_status(act, text[len(act) :].strip(), "done")

    assert (found, reason_of(text, found)) == (status, reason)


@pytest.mark.parametrize(
    "sentence",
    [
        "Besöken fick strykas på grund av hög arbetsbelastning.",
        "Filmvisningen blev aldrig av.",
        "Upphandlingen av nya lampor är i full gång.",
        "Enkäten är ännu inte sammanställd, resultatet väntas i mars.",
    ],
)
def test_act_undone_or_under_way_is_an_act(sentence):
    assert tells_of_act(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "En del blev bättre än väntat, annat blev inte av.",
        "De säger hur mycket som gjordes men inte om det hjälpte.",
        "Bokslutet behandlades av nämnden den 5 maj.",
        "Löftena förlängdes med ett år.",
        "Det märks inte i statistiken.",
    ],
)
def test_talk_of_the_whole_is_no_act(sentence):
    assert not tells_of_act(sentence)


def test_cause_and_aside_are_not_the_main_part():
    text = "Lamporna, som ingen längre kunde laga, byttes eftersom de inte lyste."

    assert main_part(text) == "Lamporna byttes "


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Arbetet pågår sedan tidigare.", "ongoing"),
        ("Polisen fortsätter att gå förbi.", "planned"),
        ("Bron beräknas bli klar i maj.", "planned"),
    ],
)
def test_promised_act_is_planned_unless_it_runs_already(text, status):
    assert planned_status(text) == status
