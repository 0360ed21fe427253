"""The page on what promises are and how we count."""

import pytest
from django.urls import reverse

from portal.enums import Verdict
from promises import method
from promises.enums import ActionStatus, Reporting
from tests.admin_pages import texts


@pytest.mark.parametrize(
    ("told", "values"),
    [
        (method.STATUSES, ActionStatus),
        (method.VERDICTS, Verdict),
        (method.REPORTINGS, Reporting),
    ],
    ids=["status", "verdict", "reporting"],
)
def test_every_word_has_its_meaning(told, values):
    assert list(told) == list(values)
    assert all(text.endswith(".") for text in told.values())


def test_about_uses_the_words_of_the_pages(client):
    response = client.get(reverse("promises:about"))

    assert texts(response, ".state") == [
        "ej redovisad",
        "pågår",
        "genomförd",
        "delvis genomförd",
        "inte genomförd",
        "uppnått",
        "delvis uppnått",
        "inte uppnått",
        "kan inte bedömas",
        "inte dags än",
    ]
    assert texts(response, "section[aria-labelledby=svar] dt") == [
        "Det är inte dags för uppföljningen än",
        "Uppföljning väntas",
        "Uppföljningen är försenad",
        "Redovisat",
    ]
