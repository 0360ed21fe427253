"""The frozen texts that residents read. Abstract: each app has its own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.documents import Part, Signer
from portal.enums import RELEASED, EditionState, EditionStep
from portal.models.base import one_of
from portal.models.edition_guards import TRIGGERS
from portal.models.edition_queryset import EditionQuerySet
from portal.models.organisation import Organisation
from portal.models.search_entry import SearchEntry, SearchEntryQuerySet

if TYPE_CHECKING:
    import datetime as dt

    from portal.models.partnership import Partnership
    from portal.models.user import User


class Edition(models.Model):
    """One frozen, numbered text. The number is given at publication: residents see no gaps."""

    number = models.PositiveIntegerField(_("nummer"), null=True, editable=False)
    document = models.JSONField(_("dokument"), editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, editable=False)
    note = models.TextField(
        _("ändringsnot"), blank=True, help_text=_("Vad har ändrats, och varför?")
    )
    is_minor = models.BooleanField(_("mindre rättelse"), default=False)
    state = models.CharField(
        _("läge"), max_length=10, choices=EditionState, default=EditionState.CANDIDATE
    )
    scheduled_for = models.DateTimeField(_("publiceras"), null=True, blank=True)
    created_at = models.DateTimeField(_("fryst"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("fryst av")
    )
    published_at = models.DateTimeField(_("publicerad"), null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    unsigned_reason = models.TextField(_("skäl till publicering utan alla parter"), blank=True)
    superseded_at = models.DateTimeField(_("ersatt"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("tillbakadragen"), null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    withdrawal_reason = models.TextField(_("skäl till att den drogs tillbaka"), blank=True)
    rejected_at = models.DateTimeField(_("återsänd"), null=True, editable=False)
    rejection_comment = models.TextField(_("kommentar vid återsändning"), blank=True)

    subject: ClassVar[str]
    """The field that says what it is an edition of."""
    signers_in_document: ClassVar[str]
    """The field of the document that names those who may sign."""
    letters: ClassVar[str] = ""
    """How the names of its letters begin, in ``templates/mail/``."""

    objects: ClassVar[models.Manager[Any]] = EditionQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-number"]
        triggers = TRIGGERS
        constraints = [
            one_of("state", EditionState, name="%(class)s_state_is_known"),
            models.CheckConstraint(
                name="%(class)s_is_numbered_when_released",
                condition=Q(number__isnull=False, published_at__isnull=False, state__in=RELEASED)
                | Q(number__isnull=True, published_at__isnull=True) & ~Q(state__in=RELEASED),
                violation_error_message=_("En utgåva får nummer och datum när den publiceras."),
            ),
            models.CheckConstraint(
                name="%(class)s_published_at_and_by_go_together",
                condition=Q(published_at__isnull=True, published_by__isnull=True)
                | Q(published_at__isnull=False, published_by__isnull=False),
                violation_error_message=_("Ange både när och av vem utgåvan publicerades."),
            ),
            models.CheckConstraint(
                name="%(class)s_withdrawal_is_complete",
                condition=(
                    Q(state=EditionState.WITHDRAWN, withdrawn_at__isnull=False)
                    & Q(withdrawn_by__isnull=False)
                    & ~Q(withdrawal_reason="")
                )
                | Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawal_reason="")
                & ~Q(state=EditionState.WITHDRAWN),
                violation_error_message=_("Ange skäl när en utgåva dras tillbaka."),
            ),
            models.CheckConstraint(
                name="%(class)s_rejection_says_why",
                condition=Q(
                    state=EditionState.REJECTED, rejected_at__isnull=False, rejection_comment__gt=""
                )
                | Q(rejected_at__isnull=True, rejection_comment="")
                & ~Q(state=EditionState.REJECTED),
                violation_error_message=_("Skriv en kommentar när en utgåva sänds tillbaka."),
            ),
            models.CheckConstraint(
                name="%(class)s_major_change_has_a_note",
                condition=Q(is_minor=True) | ~Q(note=""),
                violation_error_message=_(
                    "Skriv vad som har ändrats, eller markera mindre rättelse."
                ),
            ),
            models.CheckConstraint(
                name="%(class)s_ends_after_it_began",
                condition=Q(superseded_at__isnull=True) | Q(superseded_at__gte=F("published_at")),
                violation_error_message=_("En utgåva kan inte ersättas innan den publicerats."),
            ),
            models.CheckConstraint(
                name="%(class)s_sha256_is_whole",
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"),
                violation_error_message=_("Kontrollsumman är 64 hexadecimala tecken."),
            ),
        ]

    @property
    def is_public(self) -> bool:
        return (
            self.state == EditionState.PUBLISHED
            and self.published_at is not None
            and self.published_at <= timezone.now()
        )

    @property
    def is_superseded(self) -> bool:
        return self.superseded_at is not None and self.superseded_at <= timezone.now()

    @property
    def told_at(self) -> "dt.datetime":
        """The moment that its own page speaks of: a replaced text knows nothing of what came after it, and is
        read as on the day it was published; any other is read now."""
        if self.is_superseded and self.published_at:
            return self.published_at
        return timezone.now()

    partnership: "models.ForeignKey[Partnership, Partnership]"
    partnership_id: int
    sign_offs: Any  # the signatures of the app's own kind

    events: Any  # the steps of the app's own kind

    @property
    def content(self) -> Part:
        """The document, opened and of today's shape."""
        raise NotImplementedError

    @property
    def signers(self) -> Sequence[Signer]:
        """The organisations that the frozen text names as its own."""
        found: Sequence[Signer] = getattr(self.content, self.signers_in_document)
        return found

    def missing_parties(self) -> list[Signer]:
        signed = set(self.sign_offs.values_list("organisation__key", flat=True))
        return [party for party in self.signers if party.must_sign and party.key not in signed]

    def missing_sign_offs(self) -> list[str]:
        """Names of those who must sign this text and have not. The text itself says who."""
        return [party.name for party in self.missing_parties()]

    def is_party(self, organisation: Organisation) -> bool:
        return any(party.key == organisation.key for party in self.signers)

    def why_not_released(self, *, at: "dt.datetime") -> str:
        """What has happened since the text was frozen that forbids it to go out at that moment, as a
        Swedish sentence; empty when it may."""
        return ""

    def log(self, step: EditionStep, *, by: "User | None", **told: Any) -> None:
        """Keep what was done and by whom. ``told``: who (someone without an account), detail, at."""
        self.events.create(
            step=step,
            by=by,
            who=told.get("who") or str(by),
            detail=told.get("detail", ""),
            at=told.get("at") or timezone.now(),
        )

    def siblings(self) -> EditionQuerySet:
        """All editions of the same thing, this one too."""
        column = f"{self.subject}_id"
        found: EditionQuerySet = type(self).objects.filter(**{column: getattr(self, column)})
        return found

    @property
    def admin_url(self) -> str:
        """Its page in the admin."""
        raise NotImplementedError

    @property
    def public_url(self) -> str:
        """Where residents read the edition in force: the address that the text was frozen with."""
        raise NotImplementedError

    def search_values(self) -> list[dict[str, Any]]:
        """Field values of what search shall find of it."""
        raise NotImplementedError

    def search_entries(self) -> SearchEntryQuerySet:
        """What search has found of any edition of the same thing."""
        raise NotImplementedError

    def write_search_entries(self) -> None:
        """Let search find it from ``published_at`` until another takes over."""
        if self.published_at is None:
            return
        SearchEntry.objects.bulk_create(
            SearchEntry.written(
                partnership=self.partnership,
                visible_from=self.published_at,
                visible_until=self.superseded_at,
                **values,
            )
            for values in self.search_values()
        )

    def rewrite_search_entries(self) -> None:
        """Let search find this edition from ``published_at`` on, and what came before it until then."""
        if self.published_at is not None:
            self.search_entries().hide(until=self.published_at)
            self.write_search_entries()

    def end_search_entries(self, *, at: "dt.datetime") -> None:
        """End what search finds of the edition in force; one that is to come keeps its own."""
        self.search_entries().end(at=at)

    def restore_search_entries(self, *, at: "dt.datetime") -> None:
        """Take back what was to happen at that moment: the older edition's entries go on."""
        self.search_entries().restore(at=at)


def has_released(place: "Partnership") -> bool:
    """Whether any text of the place, of whatever kind, has gone out or has its moment: its address is part
    of the place's, which stays from then on."""
    kinds: list[Any] = Edition.__subclasses__()
    return any(kind.objects.of_place(place).out_or_scheduled().exists() for kind in kinds)
