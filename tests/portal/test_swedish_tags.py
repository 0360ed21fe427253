from django.utils.safestring import mark_safe

from portal.templatetags.swedish import abbreviations, day, names


def test_day_reads_iso_text_as_a_swedish_day():
    said = '<time datetime="2021-03-09">9\u00a0mars 2021</time>'

    assert day("2021-03-08T23:30:00+00:00") == said


def test_day_of_nothing_is_nothing():
    assert (day(None), day("")) == ("", "")


def test_names_of_parties():
    assert names([{"name": "Kommunen", "kind": "x"}, {"name": "Polisen"}]) == [
        "Kommunen",
        "Polisen",
    ]


def test_abbreviation_is_explained_where_it_first_stands():
    said = abbreviations("VBE och VBE:s")

    assert said == '<abbr title="våldsbejakande extremism">VBE</abbr> och VBE:s'


def test_abbreviation_inside_a_word_or_a_tag_is_left_alone():
    html = mark_safe('<a href="https://can.se/CAN?a=&quot;>b" title="x > CAN">TUCAN</a>')

    assert abbreviations(html) == html


def test_unsafe_text_is_escaped():
    assert abbreviations("<b>A & B</b>") == "&lt;b&gt;A &amp; B&lt;/b&gt;"
