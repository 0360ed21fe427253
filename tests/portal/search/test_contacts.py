"""Contacts of the demo are found by what its pages say of them."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_contact_search_finds_what_its_own_help_proposes(client, demo):
    response = client.get(reverse("portal:contact_search"))
    page = BeautifulSoup(response.content.decode(), "html.parser")
    proposed = re.findall("”(.+?)”", page.find(id="id_q_helptext").text)

    assert len(proposed) == 2
    for words in proposed:
        found = client.get(reverse("portal:contact_search"), {"q": words}).context["found"]
        assert found.contacts, words
        assert not found.is_near


@pytest.mark.parametrize("query", ["stromsund", "polisväxel", "0670-16974", "114 14", "11414"])
def test_contact_search_finds_in_the_demo_what_stands_on_its_page(client, demo, query):
    assert client.get(reverse("portal:contact_search"), {"q": query}).context["found"].all
