"""Made-up periods: a common one, an empty one, one with a single promise and one with forty."""

import datetime as dt
from decimal import Decimal

from portal.enums import Theme, Verdict
from promises.documents import (
    Action,
    Area,
    Evidence,
    FollowUp,
    FollowUpPlan,
    Goal,
    PeriodDocument,
    Promise,
    PromiseVerdict,
    Rationale,
    Reading,
    Signatory,
)
from promises.enums import (
    ActionOrigin,
    ActionStatus,
    ChangeKind,
    FollowUpKind,
    GoalKind,
    NextStep,
    Reason,
    Timing,
)
from promises.style_guide.places import (
    LONG_NAME,
    LONG_WORD,
    MUNICIPALITY,
    PARTIES,
    POLICE,
    key,
)

TRAFFIC, YOUTH, EMPTY = (
    Area(key=key("trafik"), heading="Trafik", theme=Theme.TRAFFIC),
    Area(
        key=key("ungdomar"),
        heading="Ungdomar och ANDTS",
        theme=Theme.YOUTH,
        rationale=Rationale(text="<p>Fler unga vuxna syns i <strong>SSPF</strong> än förut.</p>"),
    ),
    Area(key=key("tomt"), heading="Bedrägerier", theme=Theme.FRAUD),
)

ACTIONS = (
    Action(
        key=key("kontroller"),
        text="Hastighetskontroller vid skolorna",
        leads=(POLICE,),
        partners=(MUNICIPALITY,),
        place="Exempelby centrum",
        timing=Timing.COUNTED,
        promised_count=24,
        unit="kontroller",
        done_count=26,
        done_on=dt.date(2025, 11, 3),
        status=ActionStatus.DONE,
    ),
    Action(
        key=key("farthinder"),
        text="Farthinder på Skolgatan",
        leads=(MUNICIPALITY,),
        status=ActionStatus.PARTLY,
        reason=Reason.RESOURCES,
        reason_text="Det ena av två är byggt.",
        next_step=NextStep.MOVED,
        next_step_text="Det andra byggs 2027.",
    ),
    Action(
        key=key("foraldramote"),
        text="Föräldramöte om mopeder och epatraktorer",
        status=ActionStatus.NOT_DONE,
        reason=Reason.WEATHER_OR_EVENT,
        next_step=NextStep.DROPPED,
    ),
    Action(key=key("matning"), text="Mätning av farten, varje höst", status=ActionStatus.ONGOING),
    Action(
        key=key("skyltar"),
        text="Skyltar som visar farten",
        origin=ActionOrigin.ADDITIONAL,
        status=ActionStatus.PLANNED,
    ),
)

SPEED = Goal(
    key=key("fart"),
    kind=GoalKind.OUTCOME,
    indicator="andelen bilar som kör för fort förbi skolorna",
    unit="%",
    baseline_value=Decimal(41),
    baseline_year=2024,
    change=ChangeKind.LEVEL,
    target_value=Decimal(20),
    deadline=dt.date(2026, 12, 31),
    source="Kommunens mätningar",
    readings=(
        Reading(value=Decimal(33), on=dt.date(2025, 6, 1), source="Kommunen"),
        Reading(
            value=Decimal("26.5"), on=dt.date(2026, 6, 1), source="Kommunen", is_preliminary=True
        ),
    ),
)
WITHOUT_BASELINE = Goal(
    key=key("utan"),
    kind=GoalKind.OUTCOME,
    indicator="anmälda brott i centrum",
    unit="brott",
    change=ChangeKind.RELATIVE,
    target_value=Decimal(-10),
)

SCHOOLS = Promise(
    key=key("skolor"),
    slug="skolor",
    statement="Vi ska synas vid alla skolor, så att barnen kommer dit och hem utan att vara rädda.",
    area=TRAFFIC.key,
    parties=PARTIES,
    rationale=Rationale(
        text="<p>I medborgardialogen var farten vid skolorna det som flest tog upp.</p>",
        evidence=(
            Evidence(
                key=key("siffra"),
                text="körde för fort förbi skolorna",
                figure=Decimal(41),
                unit="%",
                year=2024,
                source="Kommunens mätningar",
                url="https://exempelby.example/matningar/",
            ),
        ),
    ),
    goals=(SPEED, WITHOUT_BASELINE),
    actions=ACTIONS,
    follow_up_plans=(
        FollowUpPlan(
            text="en mätning och en rapport", due_on=dt.date(2026, 2, 1), audience="fullmäktige"
        ),
    ),
)
EVENINGS = Promise(
    key=key("kvallar"),
    slug="kvallar",
    statement="Vi ska finnas ute bland unga, också sent på kvällen.",
    area=YOUTH.key,
    actions=(Action(key=key("vandring"), text="Vuxenvandring", status=ActionStatus.DONE),),
)
LONG = Promise(
    key=key("lang"),
    slug="lang",
    statement=(
        f"Vi ska bygga ett {LONG_WORD.lower()} och en "
        "gränsöverskridandetrygghetsfrämjandesamverkansöverenskommelse med grannarna i "
        f"{LONG_NAME}, så att det går att se vad som har gjorts."
    ),
    actions=(
        Action(
            key=key("langinsats"),
            text=f"Upphandling av {LONG_WORD.lower()}",
            leads=(MUNICIPALITY,),
            place=LONG_NAME,
            status=ActionStatus.PARTLY,
            reason=Reason.OTHER_PARTY,
            reason_text="Leverantören av kommunikationsinfrastrukturutrustningen har dröjt.",
        ),
    ),
)

REPORT = FollowUp(
    kind=FollowUpKind.FINAL,
    as_of=dt.date(2026, 1, 15),
    summary="<p>Det mesta blev av. Farten vid skolorna är lägre, men inte så låg som vi lovade.</p>",
    is_examples_only=True,
    verdicts=(
        PromiseVerdict(
            promise=SCHOOLS.key,
            verdict=Verdict.PARTLY,
            text="<p>26 av 24 kontroller blev av. Andelen som kör för fort är 26,5 %.</p>",
        ),
    ),
)


def period(slug: str = "2025-2026", **told: object) -> PeriodDocument:
    common: dict[str, object] = {
        "partnership_slug": "exempelby",
        "partnership_name": "Exempelby",
        "slug": slug,
        "label": slug.replace("-", "–"),
        "starts_on": dt.date(2025, 1, 1),
        "ends_on": dt.date(2026, 12, 31),
        "parties": PARTIES,
    }
    return PeriodDocument.model_validate(common | told)


COMMON = period(
    place="hela kommunen",
    situation="<p>De flesta känner sig trygga. De som inte gör det nämner trafiken.</p>",
    background="<p>Löftena kommer ur en dialog på torget och en enkät.</p>",
    decided_by="kommunstyrelsen",
    decided_on=dt.date(2024, 12, 10),
    record_number="KS 2024/100",
    signatories=(
        Signatory(name="Robin Exempelsson", title="kommunalråd", organisation=MUNICIPALITY.name),
        Signatory(name="Kim Exempelsson", title="polischef", organisation=POLICE.name),
    ),
    areas=(TRAFFIC, YOUTH, EMPTY),
    promises=(SCHOOLS, EVENINGS),
    actions=(Action(key=key("utbildning"), text="Utbildning om hot", status=ActionStatus.ONGOING),),
    follow_up_plans=(FollowUpPlan(text="en slutrapport"),),
)
REPORTED = COMMON.model_copy(update={"follow_ups": (REPORT,)})
EMPTY_PERIOD = period("2027-2028", starts_on=dt.date(2027, 1, 1), ends_on=None)
LONG_PERIOD = period("lang", partnership_name=LONG_NAME, place=LONG_NAME, promises=(LONG,))


def of_size(count: int) -> PeriodDocument:
    """A period with so many promises, in areas of at most eight, each with something of its own."""
    themes = list(Theme)[: -(-count // 8)]
    areas = tuple(
        Area(key=key(f"area-{n}"), heading=str(theme.label).capitalize(), theme=theme)
        for n, theme in enumerate(themes)
    )
    promises = tuple(
        Promise(
            key=key(f"lofte-{n}"),
            slug=f"lofte-{n}",
            statement=f"Löfte {n + 1} av {count}: vi ska göra det vi har sagt, och berätta om det.",
            area=areas[n // 8].key,
            actions=ACTIONS[n % 5 : n % 5 + 1],
        )
        for n in range(count)
    )
    return period(f"antal-{count}", areas=areas, promises=promises)
