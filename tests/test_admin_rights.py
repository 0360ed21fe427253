"""Who may do what at every address of the admin.

The resolver is walked, so a new address fails here until it is in the table. Each row of the table says what
a GET gives five visitors: nobody signed in, an editor of another place, an editor, an approver, an operator.
Then: that nobody else's rows can be seen in lists. (Autocomplete and POSTs: ``test_admin_strangers``.)
"""

import pytest
from django.db import models
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.admin_pages import soup
from tests.factories import dialogues as of_dialogues
from tests.factories.portal import (
    ContactFactory,
    FaultReportFactory,
    InvitationFactory,
    MembershipFactory,
    OperatorFactory,
    OutgoingMailFactory,
    PartnershipFactory,
    SignatoryContactFactory,
    SiteStatementFactory,
    editor_of,
)
from tests.factories.promises import candidate_of, whole_period

pytestmark = pytest.mark.django_db

VISITORS = ("nobody", "elsewhere", "editor", "approver", "operator")

# What comes back. "door": sign in first. "none": there is no such page for you. "home": there is no such row,
# see "Att göra" instead (Django's own way). "on": sent on to another page.
EVERYBODY = "door ok ok ok ok"
OWN = "door none ok ok ok"
OWN_ROW = "door home ok ok ok"
HOME = "door home home home home"
SENT_ON = "door on on on on"
APPROVERS = "door refused refused ok ok"
OWN_APPROVED = "door refused refused ok ok"
OPERATORS = "door refused refused refused ok"
NOT_EVEN_OPERATORS = "door refused refused refused refused"
ABSENT = "door none none none none"

DRAFTS = {
    "": EVERYBODY,
    "add/": EVERYBODY,
    "<path:object_id>/history/": OWN_ROW,
    "<path:object_id>/change/": OWN_ROW,
    "<path:object_id>/delete/": OWN_ROW,
    "<path:object_id>/": SENT_ON,
}
BY_OPERATORS = DRAFTS | {"add/": OPERATORS, "<path:object_id>/delete/": OPERATORS}
ACCOUNTS = DRAFTS | {
    "": APPROVERS,
    "add/": NOT_EVEN_OPERATORS,
    "<path:object_id>/history/": "door home home ok ok",
    "<path:object_id>/change/": OWN_APPROVED,
    "<path:object_id>/delete/": NOT_EVEN_OPERATORS,
}
LETTERS = DRAFTS | {
    "": OPERATORS,
    "add/": NOT_EVEN_OPERATORS,
    "<path:object_id>/history/": "door home home home ok",
    "<path:object_id>/change/": "door refused refused refused ok",
    "<path:object_id>/delete/": NOT_EVEN_OPERATORS,
}
MODELS = {
    "dialogues/dialogue/": DRAFTS,
    "dialogues/finding/": DRAFTS,
    "dialogues/question/": DRAFTS,
    "dialogues/survey/": DRAFTS,
    "portal/contact/": DRAFTS,
    "portal/faultreport/": LETTERS,
    "portal/invitation/": ACCOUNTS | {"add/": APPROVERS},
    "portal/organisation/": BY_OPERATORS,
    "portal/outgoingmail/": LETTERS,
    "portal/partnership/": BY_OPERATORS,
    "portal/signatorycontact/": ACCOUNTS | {"add/": APPROVERS},
    "portal/sitestatement/": LETTERS,
    "portal/user/": ACCOUNTS,
    "promises/action/": DRAFTS,
    "promises/focusarea/": DRAFTS,
    "promises/followup/": DRAFTS,
    "promises/followupplan/": DRAFTS,
    "promises/goal/": DRAFTS,
    "promises/promise/": DRAFTS,
    "promises/promiseperiod/": DRAFTS,
}
ADDRESSES = {
    "": EVERYBODY,
    "login/": HOME,
    "logout/": "home on on on on",
    "password_change/": SENT_ON,
    "password_change/done/": SENT_ON,
    "autocomplete/": "door refused refused refused refused",  # without a field; with one, see below
    "jsi18n/": "door ok ok ok ok",
    r"^(?P<app_label>portal|promises|dialogues)/$": HOME,
    "(?P<url>.*)$": ABSENT,
    "redovisa/<int:period>/": OWN,
    "redovisa/<int:period>/ta-bort/<slug:row>/": OWN,
    "publicera/<int:period>/": OWN,
    "publicera/<int:period>/forhandsvisa/": OWN,
    "publicera/<int:period>/forhandsvisa/sa-gick-det/": OWN,
    "publicera/<int:period>/forhandsvisa/<slug:promise>/": OWN,
    "publicera/<int:period>/utgava/<int:edition>/": OWN,
    "publicera/<int:period>/utgava/<int:edition>/text/": OWN,
    "publicera/<int:period>/utgava/<int:edition>/text/sa-gick-det/": OWN,
    "publicera/<int:period>/utgava/<int:edition>/text/<slug:promise>/": OWN,
    "importera/": EVERYBODY,
    "dialog/<int:dialogue>/publicera/": OWN,
    "dialog/<int:dialogue>/forhandsvisa/": OWN,
    "dialog/<int:dialogue>/utgava/<int:edition>/": OWN,
    "dialog/<int:dialogue>/utgava/<int:edition>/text/": OWN,
    "dialog/<int:dialogue>/enkat/": OWN,
    "dialog/<int:dialogue>/svar/": OWN,
}
TABLE = ADDRESSES | {
    model + page: told for model, pages in MODELS.items() for page, told in pages.items()
}


def admin_routes() -> list[str]:
    found: list[str] = []

    def walk(patterns, before: str) -> None:
        for pattern in patterns:
            route = before + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns, route)
            else:
                found.append(route.removeprefix("admin/"))

    walk([r for r in get_resolver().url_patterns if str(r.pattern) == "admin/"], "")
    return found


@pytest.fixture
def place():
    return PartnershipFactory(slug="stromsund")


@pytest.fixture
def visitors(place, sign_in) -> dict[str, Client]:
    users = {
        "elsewhere": editor_of(PartnershipFactory()),
        "editor": editor_of(place),
        "approver": editor_of(place, approver=True),
        "operator": OperatorFactory(),
    }
    return {"nobody": Client()} | {name: sign_in(user) for name, user in users.items()}


@pytest.fixture
def rows(place, visitors) -> dict[str, models.Model]:
    """One of everything that belongs to the place, by the start of its address."""
    period = whole_period(partnership=place)
    party = place.members.all()[0].organisation
    approver = MembershipFactory(organisation=party, approver=True).user
    promise = period.promises.get()
    dialogue = of_dialogues.whole_dialogue(partnership=place)
    return {
        "dialogues/dialogue/": dialogue,
        "dialogues/finding/": dialogue.findings.all()[0],
        "dialogues/question/": dialogue.survey.questions.all()[0],
        "dialogues/survey/": dialogue.survey,
        "dialogue's edition": of_dialogues.candidate_of(dialogue, signed=False),
        "portal/contact/": ContactFactory(partnership=place, organisation=party),
        "portal/faultreport/": FaultReportFactory(),
        "portal/invitation/": InvitationFactory(organisation=party),
        "portal/organisation/": party,
        "portal/outgoingmail/": OutgoingMailFactory(),
        "portal/partnership/": place,
        "portal/signatorycontact/": SignatoryContactFactory(organisation=party),
        "portal/sitestatement/": SiteStatementFactory(),
        "portal/user/": approver,
        "promises/action/": period.actions.first(),
        "promises/focusarea/": period.areas.get(),
        "promises/followup/": period.follow_ups.get(),
        "promises/followupplan/": period.follow_up_plans.get(),
        "promises/goal/": promise.goals.get(),
        "promises/promise/": promise,
        "promises/promiseperiod/": period,
        "edition": candidate_of(period),
    }


def address(route: str, rows: dict[str, models.Model]) -> str:
    """The route with the place's own rows in it."""
    row = next((row for model, row in rows.items() if route.startswith(model)), None)
    period = rows["promises/promiseperiod/"]
    of_dialogue = route.startswith("dialog/")
    values = {
        "<path:object_id>": str(row.pk if row else 1),
        "<int:period>": str(period.pk),
        "<int:dialogue>": str(rows["dialogues/dialogue/"].pk),
        "<int:edition>": str(rows["dialogue's edition" if of_dialogue else "edition"].pk),
        "<slug:row>": f"insats-{rows['promises/action/'].pk}",
        "<slug:promise>": rows["promises/promise/"].slug,
        r"^(?P<app_label>portal|promises|dialogues)/$": "promises/",
        "(?P<url>.*)$": "finns-inte/",
    }
    for name, value in values.items():
        route = route.replace(name, value)
    return f"/admin/{route}"


def outcome(response) -> str:
    if response.status_code in (302, 307):
        if response.url.startswith((reverse("admin:login"), reverse("account_login"))):
            return "door"
        return "home" if response.url == reverse("admin:index") else "on"
    return {200: "ok", 403: "refused", 404: "none"}[response.status_code]


def test_every_address_is_in_the_table():
    assert sorted(set(admin_routes())) == sorted(TABLE)


def test_every_address_answers_each_visitor_as_the_table_says(rows, visitors):
    wrong = {}
    for route, told in TABLE.items():
        for visitor, expected in zip(VISITORS, told.split(), strict=True):
            found = outcome(visitors[visitor].get(address(route, rows)))
            if found != expected:
                wrong[f"{route} {visitor}"] = f"{found}, not {expected}"

    assert wrong == {}


def shown(response, row) -> bool:
    """Whether a list links to the row."""
    end = f"/{row.pk}/change/"
    model = f"/{row._meta.app_label}/{row._meta.model_name}"
    links = [a["href"].partition("?")[0] for a in soup(response).select("#result_list a[href]")]
    return any(link.endswith(f"{model}{end}") for link in links)


@pytest.mark.parametrize("model", MODELS)
def test_list_shows_rows_to_those_who_may_open_them(model, rows, visitors):
    told = MODELS[model]["<path:object_id>/change/"].split()
    expected = {v: word == "ok" for v, word in zip(VISITORS, told, strict=True) if v != "nobody"}

    seen = {v: shown(visitors[v].get(f"/admin/{model}"), rows[model]) for v in expected}

    assert seen == expected


def test_editors_do_not_say_who_must_sign(rows, visitors):
    """All rights come from the parties of a place, so they are the operator's alone."""
    place = rows["portal/partnership/"]
    url = f"/admin/portal/partnership/{place.pk}/change/"
    approver = soup(visitors["approver"].get(url))
    operator = soup(visitors["operator"].get(url))

    assert approver.select("[name^=members-][name$=-must_sign]") == []
    assert len(operator.select("[name^=members-][name$=-must_sign]")) == 3  # two, and the empty row
