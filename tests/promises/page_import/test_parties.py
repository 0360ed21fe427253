"""Who acts, and who gives a promise."""

import pytest

from promises.page_import.parties import named_in_parenthesis, responsible_in
from promises.page_import.subjects import subject_of

K, P, OTHER = "municipality", "police", "other"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Polisen har i samverkan med kommunen gjort informationskampanjer.", [P]),
        ("Polisen och kommunen har i samverkan uppmuntrat till nattvandring.", [K, P]),
        ("Alla högstadieskolor samt gymnasieskolan har kontrakt.", [K]),
        ("Ökad närvaro av polis på platser där unga är, polisen har stoppat fester.", [P]),
        ("Samverkan har skett mellan skola, polis och socialtjänst.", [K, P]),
        ("En trygghetsvandring är genomförd i Hoting.", []),
        ("Vissa insatser, som krogtillsyner, har inte kunnat genomföras.", []),
        ("Den informationsinsats polisen planerat på föräldramöten har inte genomförts.", [P]),
        ("Under sommaren har polisen och kommunen genomfört två träffar.", [K, P]),
        ("Tillsammans med socialtjänsten har polisen besökt skolor.", [P]),
        ("Polisen, i samarbete med räddningstjänsten, ska besöka skolor.", [P]),
        ("Två vandringar har genomförts av polisen i samarbete med kommunen.", [P]),
        ("Samtliga skolor fick besök av polisen.", [P]),
        ("Information till skolor har getts.", []),
        ("Besöka fritidsgården en gång i veckan.", []),
        ("Att kommunen ska se över belysningen", [K]),
        ("Belysningen har bytts av Hedebostäder AB.", [OTHER]),
        ("Räddningstjänsten besöker alla elever i årskurs 5.", [OTHER]),
        ("Företagarna, polisen och kommunen lovar att städa.", [K, P, OTHER]),
        ("Varje torsdag finns områdespolisen på torget.", [P]),
        ("Polisstationen har varit öppen.", []),
    ],
)
def test_subject(text, parties):
    assert list(subject_of(text).parties) == parties


def test_partner_is_told_apart():
    subject = subject_of("Polisen har i samverkan med kommunen informerat studenter.")

    assert (subject.parties, subject.partners) == ((P,), (K,))


@pytest.mark.parametrize(
    "text", ["Vi har genomfört 12 kontroller.", "Om du ringer lovar vi att svara."]
)
def test_we_is_nobody_named(text):
    subject = subject_of(text)

    assert (subject.parties, subject.is_we) == ((), True)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Fotpatruller i centrum (polisen)", [P]),
        ("Byta belysning (kommunen, räddningstjänsten)", [K, OTHER]),
        ("Skolbesök (P, K)", [K, P]),
        ("Skolbesök (vid behov)", []),
        ("VBE-grupp (våldsbejakande extremism)", []),
    ],
)
def test_parenthesis(text, parties):
    assert list(named_in_parenthesis(text)) == parties


def test_responsible():
    assert responsible_in("Gå en vandring. Ansvarig: kommunen och polisen.") == (K, P)
