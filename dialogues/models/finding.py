"""What people said, what became of it, and the promises it led to."""

import datetime as dt
import uuid
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dialogues.enums import FindingOutcome, NoPromiseReason
from dialogues.models.dialogue import Dialogue
from portal.enums import Theme
from portal.models.base import Stamped, keep_history, one_of

PATIENCE = dt.timedelta(days=60)
"""How long people shall have to wait for an answer."""


class FindingQuerySet(models.QuerySet["Finding"]):
    def kept_waiting(self, *, on: dt.date) -> Self:
        """Said in a dialogue that is long since over, and not answered."""
        held = Dialogue.objects.held_before(on - PATIENCE)
        return self.filter(outcome=FindingOutcome.OPEN, dialogue__in=held)


@keep_history()
class Finding(Stamped):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dialogue = models.ForeignKey(
        Dialogue, models.CASCADE, related_name="findings", verbose_name=_("dialog")
    )
    statement = models.CharField(
        _("det ni sa"),
        max_length=400,
        help_text=_("En mening, så nära orden som det går. Inga namn på enskilda."),
    )
    theme = models.CharField(_("tema"), max_length=20, choices=Theme, default=Theme.OTHER)
    said_by = models.PositiveIntegerField(
        _("hur många som sa det"), null=True, blank=True, help_text=_("Tomt: inte räknat.")
    )
    place = models.CharField(_("plats"), max_length=200, blank=True)
    outcome = models.CharField(
        _("vad det blev av det"),
        max_length=12,
        choices=FindingOutcome,
        default=FindingOutcome.OPEN,
    )
    reason = models.CharField(
        _("skäl till att det inte blev löfte"),
        max_length=20,
        choices=NoPromiseReason,
        blank=True,
    )
    answer = models.TextField(
        _("svaret i ord"), blank=True, help_text=_("Vad ni svarar dem som sa det.")
    )
    answered_on = models.DateField(_("besvarat den"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    objects: ClassVar[models.Manager["Finding"]] = FindingQuerySet.as_manager()

    class Meta:
        verbose_name = _("det ni sa")
        verbose_name_plural = _("det ni sa")
        ordering = ["position", "pk"]
        constraints = [
            one_of("theme", Theme, name="finding_theme_is_known"),
            one_of("outcome", FindingOutcome, name="finding_outcome_is_known"),
            models.CheckConstraint(
                name="finding_reason_is_known",
                condition=Q(reason="") | Q(reason__in=NoPromiseReason.values),
                violation_error_message=_("Välj ett av skälen."),
            ),
            models.CheckConstraint(
                name="finding_says_something",
                condition=~Q(statement=""),
                violation_error_message=_("Skriv vad ni fick höra."),
            ),
            models.CheckConstraint(
                name="finding_was_said_by_someone",
                condition=Q(said_by__isnull=True) | Q(said_by__gte=1),
                violation_error_message=_("Lämna antalet tomt om det inte är räknat."),
            ),
            models.CheckConstraint(
                name="finding_without_promise_states_a_reason",
                condition=~Q(outcome=FindingOutcome.NO_PROMISE) | ~Q(reason=""),
                violation_error_message=_("Ange skäl till att det inte ledde till något löfte."),
            ),
            models.CheckConstraint(
                name="only_a_finding_without_promise_has_a_reason",
                condition=Q(outcome=FindingOutcome.NO_PROMISE) | Q(reason=""),
                violation_error_message=_(
                    "Ta bort skälet: det hör till det som inte ledde till löfte."
                ),
            ),
            models.CheckConstraint(
                name="finding_with_another_reason_explains_it",
                condition=~Q(reason=NoPromiseReason.OTHER) | ~Q(answer=""),
                violation_error_message=_("Förklara skälet i ord."),
            ),
            models.CheckConstraint(
                name="open_finding_has_no_day_of_answer",
                condition=~Q(outcome=FindingOutcome.OPEN) | Q(answered_on__isnull=True),
                violation_error_message=_("Välj vad det blev av det, eller ta bort svarsdagen."),
            ),
        ]

    def __str__(self) -> str:
        return self.statement


@keep_history()
class FindingPromise(models.Model):
    """One promise that the finding led to. By its key, which is the same through all editions: the
    promise's own row is another app's."""

    finding = models.ForeignKey(
        Finding, models.CASCADE, related_name="promise_links", verbose_name=_("det ni sa")
    )
    promise_key = models.UUIDField(_("löfte"))
    label = models.CharField(
        _("löftet som det stod"),
        max_length=400,
        blank=True,
        help_text=_("Så att kopplingen går att känna igen även om löftet tas bort."),
    )
    position = models.PositiveSmallIntegerField(_("ordning"), default=0)

    class Meta:
        verbose_name = _("koppling till löfte")
        verbose_name_plural = _("kopplingar till löften")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="finding_leads_to_a_promise_once",
                fields=["finding", "promise_key"],
                violation_error_message=_("Kopplingen finns redan."),
            ),
        ]

    def __str__(self) -> str:
        return self.label or str(self.promise_key)
