"""Dates as pages write them."""

import pytest

from promises.page_import.periods import find_dayless, find_spans


@pytest.mark.parametrize(
    ("text", "starts_on", "ends_on"),
    [
        ("Medborgarlöften 2021–2022", "2021-01-01", "2022-12-31"),
        ("2021-22", "2021-01-01", "2022-12-31"),
        ("åren 2021 och 2022", "2021-01-01", "2022-12-31"),
        ("Medborgarlöfte 2019", "2019-01-01", "2019-12-31"),
        ("18 november 2022 – 31 mars 2023", "2022-11-18", "2023-03-31"),
        ("18 november – 31 mars 2023", "2022-11-18", "2023-03-31"),
        ("1 april–30 september 2024", "2024-04-01", "2024-09-30"),
        ("januari-mars 2024", "2024-01-01", "2024-03-31"),
        ("februari 2024", "2024-02-01", "2024-02-29"),
        ("2018-07-01—2020-06-30", "2018-07-01", "2020-06-30"),
        ("1/1 2023–31/12 2024", "2023-01-01", "2024-12-31"),
        ("mellan 1 mars och 31 maj 2023", "2023-03-01", "2023-05-31"),
        ("1 juni 2023 till 31 augusti", "2023-06-01", "2023-08-31"),
        ("andra halvåret 2023", "2023-07-01", "2023-12-31"),
        ("kvartal 1 2024", "2024-01-01", "2024-03-31"),
        ("från och med den 1 mars 2021", "2021-03-01", None),
        ("från 2022 och tills vidare", "2022-01-01", None),
        ("2022–", "2022-01-01", None),
        ("till och med 2024", None, "2024-12-31"),
        ("1 januari–31 juni 2023", "2023-01-01", None),
        ("30 februari–31 maj 2023", None, "2023-05-31"),
        ("hösten 2023", None, None),
    ],
)
def test_span(text, starts_on, ends_on):
    (span,) = find_spans(text)

    assert (str(span.starts_on), str(span.ends_on)) == (str(starts_on), str(ends_on))
    assert span.label in text


def test_date_that_does_not_exist_is_told():
    assert [span.is_broken for span in find_spans("1 januari–31 juni 2023")] == [True]


def test_years_come_from_the_heading_when_the_sentence_has_none():
    span = find_dayless("Löftet gäller 18 november – 31 mars.", (2022, 2023))

    assert (str(span.starts_on), str(span.ends_on)) == ("2022-11-18", "2023-03-31")


@pytest.mark.parametrize("text", ["kl. 10–11", "12–13 år", "0670-161 00", "årskurs 4-6", "E45"])
def test_other_numbers_are_no_dates(text):
    assert find_spans(text) == []
