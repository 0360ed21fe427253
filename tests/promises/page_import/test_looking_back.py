"""Which sentences promise that somebody will look at how it went."""

import pytest

from promises.page_import.looking_back import plans_follow_up


@pytest.mark.parametrize(
    "sentence",
    [
        "I september skriver vi på den här sidan vad det gav.",
        "Om Lövberga känns bättre än förut vet vi när bostadsbolagets hyresgästenkät har kommit.",
        "Varje februari går kommunalråden, polisen och regionen igenom hur det har gått.",
        "Målet läses av när nästa drogvaneundersökning i länet är publicerad.",
        "Elever och vårdnadshavare får svara på samma frågor i oktober varje år.",
        "Löftena för 2025–2026 stäms av i maj och november varje år.",
        "Efter varje tertial går det brottsförebyggande rådet igenom samtliga löften.",
        "Vi följer upp löftet två gånger per år.",
        "Uppföljning sker i januari.",
        "Löftena följs upp varje kvartal i den gemensamma styrgruppen.",
        "Resultatet redovisas för kommunstyrelsen i december.",
        "Arbetet utvärderas när perioden är slut.",
        "Trygghetsmätningen görs om hösten 2026.",
        "I höst upprepar vi enkäten och jämför svaren.",
        "Vid årsskiftet berättar vi hur det blev.",
        "Hur det gick redovisar vi här i juni 2026.",
        "Återkoppling till invånarna sker på ett öppet möte i november.",
        "Polisen rapporterar läget till kommunens trygghetsråd varje månad.",
        "I maj ställer vi samma frågor igen till de boende.",
        "Insatserna summeras i ett bokslut i februari.",
        "En ny mätning görs våren 2027.",
        "Efter sommaren frågar vi er om det har märkts.",
        "Vi mäter hastigheten på nytt i september för att se om löftet har hållits.",
        "Nästa avstämning är i mars.",
        "Så här långt har vi kommit ser du på sidan i december.",
        "När året är slut läggs siffrorna ut här.",
        "Avstämning görs vid brottsförebyggande rådets möten, fyra gånger om året.",
        "Vi återkommer i januari med besked om hur det har gått.",
        "Utvärderingen blir klar i mars 2026.",
        "Kommunstyrelsen får en rapport två gånger om året.",
        "I slutet av perioden ska polisen och kommunen tillsammans utvärdera löftena.",
        "Rådet prövar varje vår om löftena hålls.",
        "Effekten kontrolleras med en ny trygghetsenkät 2026.",
        "Vi kommer att följa utvecklingen genom polisens statistik.",
        "Om det har hjälpt ser vi i nästa trygghetsmätning.",
        "Uppföljningen presenteras på kommunens webbplats i början av nästa år.",
        "Löftet stäms av månadsvis.",
        "Statistiken gås igenom en gång per tertial.",
        "Hur löftena har hållits redovisas i delårsrapporten.",
        "Styrgruppen träffas varje kvartal och ser över läget.",
    ],
)
def test_sentence_plans_the_follow_up(sentence):
    assert plans_follow_up(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Polisen redovisade sina siffror i mars.",
        "Kommunen utvärderade arbetet 2022.",
        "I enkäten svarar fler än tidigare att de går ut på kvällen.",
        "Polisen följer upp tips från allmänheten.",
        "Räddningstjänsten går igenom spis, sladdar och brandvarnare vid första besöket.",
        "Polisen och räddningstjänsten går igenom samtliga bränder en gång per kvartal.",
        "Kommunen mäter hastigheten vid skolorna tio gånger per år.",
        "Kvinnojouren i Myrtorp tror att de möter var tionde av dem som skulle behöva komma dit.",
        "Sex av tio bränder börjar vid spisen.",
        "Under 2021 brann det i containrar och papperskorgar 46 gånger.",
        "Så här gick det.",
        "Här redovisar vi vad som har gjorts.",
        "Vi frågade 200 boende vad de tyckte.",
        "Dialogmöten hölls i mars.",
        "Många berättade att de undviker tunneln.",
        "Vi lovar att återkoppla till alla som tipsar.",
        "Polisen rapporterar förare som kör för fort.",
        "Målet är att andelen trygga ska öka.",
        "Miljökontoret mäter bullret fyra gånger.",
        "Svaren blir en del av underlaget när kommunen tar fram nya löften.",
        "Vad de oroar sig för skiljer sig åt, men fyra saker kom igen i nästan varje samtal.",
        "Undersökningen visar att var fjärde elev har blivit bjuden på alkohol.",
        "Löftet gäller till och med december 2026.",
    ],
)
def test_sentence_is_no_plan(sentence):
    assert not plans_follow_up(sentence)
