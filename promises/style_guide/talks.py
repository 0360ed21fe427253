"""Made-up dialogues: what people said, a survey with every kind of question, its results in two years."""

import datetime as dt
from zoneinfo import ZoneInfo

from dialogues.documents import (
    Breakdown,
    Choice,
    DialogueDocument,
    Finding,
    Group,
    Holder,
    PromiseLink,
    Question,
    QuestionResult,
    Results,
    Survey,
    Table,
)
from dialogues.enums import DialogueKind, FindingOutcome, NoPromiseReason, QuestionKind
from dialogues.forms.survey import SurveyForm
from portal.enums import Theme, Verdict
from promises.style_guide.periods import SCHOOLS
from promises.style_guide.places import LONG_WORD, MUNICIPALITY, POLICE, key

STOCKHOLM = ZoneInfo("Europe/Stockholm")
HOLDERS = tuple(
    Holder(key=party.key, name=party.name, short_form=party.short_form, kind=party.kind)
    for party in (MUNICIPALITY, POLICE)
)
LINK = PromiseLink(
    key=SCHOOLS.key,
    period_slug="2025-2026",
    period_label="2025–2026",
    slug=SCHOOLS.slug,
    statement=SCHOOLS.statement,
)
ENTRIES = {
    str(SCHOOLS.key): {
        "statement": SCHOOLS.statement,
        "title": "Trafik",
        "period": "2025–2026",
        "url": "/exempelby/2025-2026/skolor/",
        "standing": "1 av 5 insatser är genomförd.",
        "verdict": Verdict.PARTLY,
    }
}
FINDINGS = (
    Finding(
        key=key("fart-sagt"),
        statement="Bilarna kör för fort förbi skolan på morgonen.",
        theme=Theme.TRAFFIC,
        said_by=23,
        place="Skolgatan",
        outcome=FindingOutcome.PROMISED,
        promises=(LINK,),
    ),
    Finding(
        key=key("kamera-sagt"),
        statement="Sätt upp en fartkamera på riksvägen.",
        theme=Theme.TRAFFIC,
        said_by=4,
        outcome=FindingOutcome.NO_PROMISE,
        reason=NoPromiseReason.OTHER_BODY,
        answer="Trafikverket bestämmer var kameror sätts upp. Vi har skickat frågan vidare.",
        answered_on=dt.date(2024, 12, 1),
    ),
    Finding(
        key=key("ljus-sagt"),
        statement=f"{LONG_WORD} borde gå att läsa på biblioteket, och gångvägen dit är mörk.",
        theme=Theme.SAFETY,
        outcome=FindingOutcome.OPEN,
    ),
)

SAFE = (Choice(key="ja", text="Ja"), Choice(key="delvis", text="Delvis"))
QUESTIONS = (
    Question(
        key="trygg",
        text="Känner du dig trygg i centrum på kvällen?",
        kind=QuestionKind.SINGLE,
        is_required=True,
        choices=(*SAFE, Choice(key="nej", text="Nej")),
    ),
    Question(
        key="vad",
        text="Vad skulle göra det bättre?",
        help="Välj allt som stämmer.",
        kind=QuestionKind.MULTIPLE,
        choices=(
            Choice(key="ljus", text="Ljus på gångvägarna"),
            Choice(key="lang", text=f"Ett {LONG_WORD.lower()} som alla kan läsa"),
        ),
    ),
    Question(
        key="fart",
        text="Hur stort är problemet med fortkörning?",
        kind=QuestionKind.SCALE,
        lowest=1,
        highest=4,
        lowest_label="inget problem",
        highest_label="mycket stort",
    ),
    Question(
        key="ar",
        text="Hur länge har du bott här?",
        kind=QuestionKind.NUMBER,
        lowest=0,
        highest=110,
        unit="år",
    ),
    Question(key="ord", text="Något mer du vill säga?", kind=QuestionKind.TEXT),
)
SURVEY = Survey(
    version=1,
    introduction="<p>Det tar två minuter att svara.</p>",
    opens_at=dt.datetime(2026, 2, 1, 8, tzinfo=STOCKHOLM),
    closes_at=dt.datetime(2026, 3, 31, 23, 59, tzinfo=STOCKHOLM),
    texts_deleted_on=dt.date(2026, 9, 30),
    questions=QUESTIONS,
)


def table(*counts: int, among: tuple[str, ...] = ()) -> Table:
    groups = tuple(
        Group(labels=labels, count=count)
        for labels, count in zip([("Ja",), ("Delvis", "Nej")], counts, strict=True)
    )
    return Table(groups=groups, total=sum(counts), among=among)


def results(*counts: int, year: int) -> Results:
    by_age = Breakdown(
        by_key="alder",
        by_text="Hur gammal är du?",
        tables=(table(20, 31, among=("Under 30",)), table(61, 50, among=("30 och äldre",))),
    )
    return Results(
        compiled_on=dt.date(year, 4, 10),
        answered=sum(counts),
        asked=500,
        asked_whom="alla som fyllt 16 år i centrum",
        questions=(
            QuestionResult(
                key="trygg",
                text="Känner du dig trygg i centrum på kvällen?",
                kind=QuestionKind.SINGLE,
                table=table(*counts),
                breakdowns=(by_age,),
            ),
            QuestionResult(
                key="vad",
                text="Vad skulle göra det bättre?",
                kind=QuestionKind.MULTIPLE,
                table=Table(groups=(), total=9, hidden=("Ljus på gångvägarna",)),
            ),
        ),
    )


def dialogue(
    slug: str, kind: DialogueKind, title: str, on: dt.date, **told: object
) -> DialogueDocument:
    common: dict[str, object] = {
        "key": key(slug),
        "partnership_slug": "exempelby",
        "partnership_name": "Exempelby",
        "slug": slug,
        "kind": kind,
        "title": title,
        "starts_on": on,
        "holders": HOLDERS,
    }
    return DialogueDocument.model_validate(common | told)


SQUARE = dialogue(
    "torget",
    DialogueKind.RESIDENT_DIALOGUE,
    "Medborgardialog på torget",
    dt.date(2024, 9, 14),
    begins_at=dt.time(10),
    finishes_at=dt.time(14),
    places="Torget i Exempelby",
    asked_whom="alla som gick förbi",
    answered=140,
    announced="På webben och med lappar i trapphusen",
    summary="<p>Trafiken vid skolorna var det som flest tog upp.</p>",
    minutes="<p>Vi stod på torget i fyra timmar och frågade alla som ville stanna.</p>",
    minutes_file="anteckningar/torget.pdf",
    findings=FINDINGS,
)
WALK = dialogue(
    "vandring",
    DialogueKind.SAFETY_WALK,
    "Trygghetsvandring längs gångvägen",
    dt.date(2026, 4, 20),
    begins_at=dt.time(18),
    places="Start vid biblioteket",
    asked_whom="alla som bor i Exempelby",
)
OPEN_SURVEY = dialogue(
    "enkat",
    DialogueKind.SURVEY,
    "Enkät om tryggheten",
    dt.date(2026, 2, 1),
    ends_on=dt.date(2026, 3, 31),
    survey=SURVEY,
)
ANSWERED = dialogue(
    "svarad",
    DialogueKind.SURVEY,
    "Enkät 2025",
    dt.date(2025, 2, 1),
    ends_on=dt.date(2025, 3, 31),
    results=results(81, 81, year=2025),
)
EARLIER_RESULTS = results(54, 66, year=2023)


def survey_forms() -> tuple[SurveyForm, SurveyForm]:
    """As it is opened, and as it comes back with faults beside the questions."""
    empty = SurveyForm(SURVEY)
    empty.auto_id = "tom-%s"
    wrong = {"fraga-ar": "hundra och ett", "fraga-ord": "Mer ljus. " * 60, "fraga-vad": ["annat"]}
    return empty, SurveyForm(SURVEY, wrong)
