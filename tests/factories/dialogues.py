"""Rows of dialogues, and editions of them made the way editors make them."""

import datetime as dt
import hashlib
import uuid

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from dialogues.models import (
    Answer,
    Choice,
    Dialogue,
    DialogueEdition,
    DialogueHolder,
    Finding,
    FindingPromise,
    Question,
    Response,
    Survey,
    SurveyResults,
)
from dialogues.services import freeze_candidate
from portal.models import SearchEntry, User
from portal.services import publish, sign_off
from tests.factories.portal import MembershipFactory, PartnershipFactory, UserFactory


class DialogueFactory(DjangoModelFactory):
    """Held by the place's first party, which must sign."""

    class Meta:
        model = Dialogue
        skip_postgeneration_save = True

    partnership = factory.SubFactory(PartnershipFactory)
    slug = factory.Sequence(lambda n: f"medborgardialog-{n}")
    title = factory.Sequence(lambda n: f"Medborgardialog {n}")
    starts_on = dt.date(2020, 10, 6)

    @factory.post_generation
    def holders(self, create, extracted, **kwargs):
        chosen = extracted
        if chosen is None:
            chosen = [self.partnership.members.all()[0].organisation]
        for position, organisation in enumerate(chosen):
            DialogueHolder.objects.create(
                dialogue=self, organisation=organisation, position=position
            )


class FindingFactory(DjangoModelFactory):
    class Meta:
        model = Finding

    dialogue = factory.SubFactory(DialogueFactory)
    statement = factory.Sequence(lambda n: f"Bilarna kör för fort förbi skolan, sak {n}.")
    theme = "traffic"
    said_by = 17

    class Params:
        promised = factory.Trait(outcome="promised", answered_on=dt.date(2020, 12, 1))
        refused = factory.Trait(
            outcome="no_promise",
            reason="other_body",
            answer="Trafikverket bestämmer över vägen.",
            answered_on=dt.date(2020, 12, 1),
        )


class FindingPromiseFactory(DjangoModelFactory):
    """To a promise that does not exist, unless ``promise_key`` is given."""

    class Meta:
        model = FindingPromise

    finding = factory.SubFactory(FindingFactory, promised=True)
    promise_key = factory.LazyFunction(uuid.uuid4)
    label = "Vi lovar att synas mer i trafiken."


class SurveyFactory(DjangoModelFactory):
    """Open now. ``closed=True``: opened and closed in the past; ``coming=True``: opens tomorrow."""

    class Meta:
        model = Survey

    dialogue = factory.SubFactory(DialogueFactory, kind="survey")
    introduction = "<p>Svara gärna.</p>"
    opens_at = factory.LazyFunction(lambda: timezone.now() - dt.timedelta(days=1))
    closes_at = factory.LazyAttribute(lambda survey: survey.opens_at + dt.timedelta(days=30))

    class Params:
        closed = factory.Trait(
            opens_at=factory.LazyFunction(lambda: timezone.now() - dt.timedelta(days=40))
        )
        coming = factory.Trait(
            opens_at=factory.LazyFunction(lambda: timezone.now() + dt.timedelta(days=1))
        )


class QuestionFactory(DjangoModelFactory):
    """A question in words of one's own; traits for the other kinds."""

    class Meta:
        model = Question
        skip_postgeneration_save = True

    survey = factory.SubFactory(SurveyFactory)
    key = factory.Sequence(lambda n: f"fraga-{n}")
    text = factory.Sequence(lambda n: f"Vad vill du säga, fråga {n}?")
    kind = "text"
    position = factory.Sequence(lambda n: n)

    class Params:
        single = factory.Trait(kind="single", text="Hur trygg är du ute på kvällen?")
        multiple = factory.Trait(kind="multiple", text="Vad oroar dig?")
        background = factory.Trait(kind="single", is_background=True, text="Hur gammal är du?")
        scale = factory.Trait(
            kind="scale",
            text="Hur trygg är du?",
            lowest=1,
            highest=5,
            lowest_label="inte alls",
            highest_label="helt",
        )
        number = factory.Trait(
            kind="number", text="Hur många år har du bott här?", lowest=0, highest=110, unit="år"
        )

    @factory.post_generation
    def choices(self, create, extracted, **kwargs):
        """``choices=["Ja", "Nej"]``; three by default where the kind has choices."""
        texts = extracted
        if texts is None:
            has_choices = self.kind in ("single", "multiple")
            texts = ["Ja", "Delvis", "Nej"] if has_choices else []
        for position, text in enumerate(texts):
            Choice.objects.create(
                question=self, key=f"val-{position + 1}", text=text, position=position
            )


class ChoiceFactory(DjangoModelFactory):
    class Meta:
        model = Choice

    question = factory.SubFactory(QuestionFactory, single=True, choices=[])
    key = factory.Sequence(lambda n: f"eget-val-{n}")
    text = factory.Sequence(lambda n: f"Val {n}")


class ResponseFactory(DjangoModelFactory):
    """``edition`` must be given: a published one with a survey."""

    class Meta:
        model = Response

    dialogue = factory.SelfAttribute("edition.dialogue")
    survey_version = 1
    form = factory.Sequence(lambda n: hashlib.sha256(str(n).encode()).hexdigest())


class AnswerFactory(DjangoModelFactory):
    """``response`` must be given."""

    class Meta:
        model = Answer

    question_key = factory.Sequence(lambda n: f"fraga-{n}")
    text = ""


class SurveyResultsFactory(DjangoModelFactory):
    """Of a survey that nobody answered, unless ``document`` says else."""

    class Meta:
        model = SurveyResults

    dialogue = factory.SubFactory(DialogueFactory)
    document = factory.LazyFunction(
        lambda: {"compiled_on": "2021-01-01", "answered": None, "questions": []}
    )
    compiled_by = factory.SubFactory(UserFactory)


def promise_entry(partnership, **fields) -> SearchEntry:
    """A public promise as the register has it, without any promise rows behind it."""
    values = {
        "kind": "promise",
        "key": uuid.uuid4(),
        "title": "Trafik",
        "statement": "Vi lovar att synas mer i trafiken.",
        "standing": "En insats: genomförd.",
        "theme": "traffic",
        "url": f"/{partnership.slug}/2021-2022/trafik/",
        "period": "2021–2022",
        "period_slug": "2021-2022",
        "visible_from": timezone.now() - dt.timedelta(days=1),
    }
    return SearchEntry.objects.create(partnership=partnership, **values | fields)


def whole_dialogue(**fields) -> Dialogue:
    """A dialogue with one finding of each outcome and an open survey with one question of each kind."""
    dialogue = DialogueFactory(
        summary="<p>Vi var på torget.</p>",
        minutes="<p>Mötet började klockan 18.</p>",
        places="Torget",
        asked_whom="alla i Strömsund",
        asked=200,
        answered=43,
        announced="I tidningen.",
        **fields,
    )
    FindingFactory(dialogue=dialogue)
    FindingFactory(dialogue=dialogue, refused=True, position=1)
    entry = promise_entry(dialogue.partnership)
    FindingPromiseFactory(
        finding=FindingFactory(dialogue=dialogue, promised=True, position=2),
        promise_key=entry.key,
        label=entry.statement,
    )
    survey = SurveyFactory(dialogue=dialogue)
    for kind in ("background", "single", "multiple", "scale", "number"):
        QuestionFactory(survey=survey, **{kind: True})
    QuestionFactory(survey=survey)
    return dialogue


def approver_for(dialogue: Dialogue) -> User:
    """An approver of the organisation that holds the dialogue."""
    organisation = dialogue.holder_rows.all()[0].organisation
    return MembershipFactory(organisation=organisation, approver=True).user


def candidate_of(dialogue: Dialogue, *, signed: bool = True, **options) -> DialogueEdition:
    """A candidate made by the service, signed by every holder."""
    options.setdefault("note", "Första utgåvan.")
    edition = freeze_candidate(dialogue=dialogue, by=approver_for(dialogue), **options)
    if signed:
        for row in dialogue.holder_rows.all():
            signer = MembershipFactory(organisation=row.organisation, approver=True).user
            sign_off(
                edition=edition,
                organisation=row.organisation,
                by=signer,
                name=signer.name,
                title="Säkerhetssamordnare",
            )
    return edition


def published(
    dialogue: Dialogue | None = None, *, at: dt.datetime | None = None, **options
) -> DialogueEdition:
    """A public edition of the dialogue."""
    dialogue = dialogue or DialogueFactory()
    edition = candidate_of(dialogue, **options)
    return publish(edition=edition, by=approver_for(dialogue), at=at)
