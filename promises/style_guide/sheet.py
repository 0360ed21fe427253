"""All that the page shows, made of the samples: readings as residents meet them, on one and the same day."""

import datetime as dt
from typing import Any

from django.core.paginator import Paginator

from dialogues.documents import DialogueDocument
from dialogues.enums import DialogueKind
from dialogues.models import DialogueEdition
from dialogues.offers import Offer, Offers
from dialogues.reading import DialogueReading
from dialogues.reading_results import Earlier
from portal.enums import EditionState, Verdict
from portal.http import Withdrawn
from promises.differences import differences
from promises.documents import PeriodDocument
from promises.enums import ActionStatus
from promises.models import PeriodEdition
from promises.overviews.due import due_next
from promises.overviews.national import in_force, theme_counts
from promises.overviews.parties import by_party
from promises.overviews.standing import by_standing
from promises.reading import PeriodReading
from promises.said import SaidIn
from promises.style_guide import findable, periods, talks, tokens
from promises.style_guide.places import LONG_NAME, sample_place

ON = dt.date(2026, 3, 1)
AT = dt.datetime(2026, 3, 1, 12, tzinfo=talks.STOCKHOLM)
PUBLISHED_AT = dt.datetime(2026, 2, 2, 9, 30, tzinfo=talks.STOCKHOLM)


def told_by_querysets(document: PeriodDocument | DialogueDocument) -> dict[str, Any]:
    """What an edition is read with besides its own fields."""
    signatures = [
        {
            "name": "Robin Exempelsson",
            "title": "kommunalråd",
            "organisation": "Exempelby kommun",
            "signed_at": PUBLISHED_AT.isoformat(),
        }
    ]
    return {"signatures": signatures, "first_published_at": PUBLISHED_AT, "content": document}


def published[E: (PeriodEdition, DialogueEdition)](
    model: type[E], document: PeriodDocument | DialogueDocument, **told: Any
) -> E:
    """An edition that no database has."""
    common = {"number": 2, "state": EditionState.PUBLISHED, "published_at": PUBLISHED_AT}
    edition = model(**common, note="Rapporten har kommit till.")
    vars(edition).update(told_by_querysets(document), **told)
    return edition


def period_reading(document: PeriodDocument) -> PeriodReading:
    finding = [found.model_dump(mode="json") for found in talks.FINDINGS]
    told = {
        "title": talks.SQUARE.title,
        "slug": talks.SQUARE.slug,
        "starts_on": talks.SQUARE.starts_on.isoformat(),
        "ends_on": None,
        "findings": finding,
    }
    readable = {"period": document.slug, "slugs": [], "keys": list(talks.ENTRIES)}
    edition = published(PeriodEdition, document, dialogues=[told], readable=[readable])
    return PeriodReading.of(edition, on=ON)


def dialogue_reading(document: DialogueDocument) -> DialogueReading:
    earlier = Earlier("Enkät 2023", dt.date(2023, 2, 1), "/stil/", talks.EARLIER_RESULTS)
    edition = published(DialogueEdition, document)
    beside = (earlier,) if document.results else ()
    return DialogueReading(document, AT, edition, talks.ENTRIES, beside)


def offers() -> Offers:
    def offer(found: DialogueReading, **more: Any) -> Offer:
        return Offer(
            title=found.document.title,
            when=found.when,
            places=found.document.places,
            url=found.url,
            answer_url=found.answer_url,
            can_be_visited=found.document.kind != DialogueKind.SURVEY,
            **more,
        )

    survey, walk = dialogue_reading(talks.OPEN_SURVEY), dialogue_reading(talks.WALK)
    return Offers(
        [offer(survey, closes_at=talks.SURVEY.closes_at, is_open=True)],
        [offer(walk, closes_at=None, is_open=False)],
    )


def colours() -> list[dict[str, Any]]:
    """Each colour with what it is for and its values in both schemes."""
    found = tokens.read_tokens()
    return [
        {
            "name": name,
            "use": tokens.USES[name],
            "values": [(scheme, found.colour(name, scheme)) for scheme in tokens.SCHEMES],
        }
        for name in found.colours
    ]


def contrasts() -> list[dict[str, Any]]:
    """Per scheme a row for each text and line, with a measured pair for each ground that it meets."""
    found = tokens.read_tokens()
    return [
        {
            "scheme": scheme,
            "rows": [
                (name, [pair for pair in found.pairs(scheme) if pair.text == name])
                for name in (*tokens.TEXTS, *tokens.LINES)
            ],
            "alone": [pair for pair in found.pairs(scheme) if pair.ground in tokens.PAIRS],
        }
        for scheme in tokens.SCHEMES
    ]


def states() -> dict[str, list[tuple[str, str]]]:
    """Every state that ``components/state.html`` draws, with its word."""
    talked = [found.outcome for found in talks.FINDINGS]
    return {
        "Insatser": [(str(s), s.told) for s in ActionStatus],
        "Löften och mål": [(str(v), str(v.label)) for v in Verdict],
        "Det ni sa": [(str(outcome), str(outcome.label)) for outcome in talked],
    }


def sheet(count: int) -> dict[str, Any]:
    """The page's context. ``count``: how many promises the last example has."""
    place, nameless = sample_place(), sample_place(contacts=False)
    common, reported = period_reading(periods.COMMON), period_reading(periods.REPORTED)
    schools = common.promises[0]
    found = tokens.read_tokens()
    survey, faulty_survey = talks.survey_forms()
    said = SaidIn.of("exempelby", vars(common.edition)["dialogues"][0]).said
    documents = [periods.COMMON, periods.REPORTED]
    return {
        "colours": colours(),
        "contrasts": contrasts(),
        "grounds": tokens.GROUNDS,
        "sizes": {name: (value, found.wide.get(name, value)) for name, value in sizes(found)},
        "spaces": found.named("space-"),
        "states": states(),
        "place": place,
        "nameless": nameless,
        "long_place": sample_place(name=LONG_NAME),
        "period": common,
        "reported": reported,
        "promise": schools,
        "goals": schools.goals,
        "outcome": reported.promises[0],
        "empty_period": period_reading(periods.EMPTY_PERIOD),
        "long_period": period_reading(periods.LONG_PERIOD),
        "sized": period_reading(periods.of_size(count)),
        "count": count,
        "changes": differences(periods.EMPTY_PERIOD, periods.REPORTED)[:6],
        "dues": due_next([periods.COMMON], on=ON),
        "groups": by_standing(documents, on=ON),
        "parties": by_party([periods.COMMON])[0],
        "themes": theme_counts(in_force([periods.COMMON], on=ON)),
        "said": said,
        "square": dialogue_reading(talks.SQUARE),
        "walk": dialogue_reading(talks.WALK),
        "survey_dialogue": dialogue_reading(talks.OPEN_SURVEY),
        "answered": dialogue_reading(talks.ANSWERED),
        "offers": offers(),
        "survey": survey,
        "faulty_survey": faulty_survey,
        "hits": findable.search_with_hits(place),
        "no_hits": findable.search_without_hits(place),
        "not_asked": findable.empty_search(place),
        "unreadable": findable.unreadable_search(place),
        "nobody": findable.nobody_found(place),
        "pages": Paginator(range(60), 20).page(2),
        "withdrawn": Withdrawn(
            title="Medborgarlöften 2023–2024 har dragits tillbaka",
            reason="Ett löfte stod med som parterna inte hade enats om.",
            on=PUBLISHED_AT,
        ),
    }


def sizes(found: tokens.Tokens) -> list[tuple[str, str]]:
    return list(found.named("text").items())
