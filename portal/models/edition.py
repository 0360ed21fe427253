"""The frozen texts that residents read, and the signatures under them. Abstract: each app has its own.

Three rules are kept by the database itself, whatever code or SQL comes along: what was frozen never
changes, what went out is never deleted, and a state only moves forwards.
"""

from typing import TYPE_CHECKING, Any, ClassVar, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.enums import RELEASED, EditionState, EditionStep, SignOffMethod
from portal.models.base import one_of
from portal.models.organisation import Organisation

if TYPE_CHECKING:
    import datetime as dt

    from portal.models.partnership import Partnership
    from portal.models.user import User

AFTER_RELEASE = ("state", "superseded_at", "withdrawn_at", "withdrawn_by_id", "withdrawal_reason")
"""Columns that may still move once an edition is out: when it ended, and how."""

AT_RELEASE = (
    *AFTER_RELEASE,
    "number",
    "published_at",
    "published_by_id",
    "unsigned_reason",
    "rejected_at",
    "rejection_comment",
)
"""Columns that may move while it is a candidate."""


def _without(columns: tuple[str, ...]) -> str:
    return f"ARRAY[{', '.join(map(repr, columns))}]"


# A scheduled edition may still be called off before its moment: nobody has seen it.
ONLY_FORWARDS = pgtrigger.Trigger(
    name="edition_only_moves_forwards",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=f"""
        IF OLD.state = 'candidate'
            OR (OLD.state = 'published' AND OLD.published_at > clock_timestamp() AND NEW.state = 'voided') THEN
            IF to_jsonb(NEW) - {_without(AT_RELEASE)} <> to_jsonb(OLD) - {_without(AT_RELEASE)} THEN
                RAISE EXCEPTION 'a frozen edition cannot be changed';
            END IF;
            IF NEW.state NOT IN ('candidate', 'published', 'rejected', 'voided') THEN
                RAISE EXCEPTION 'a candidate cannot become %', NEW.state;
            END IF;
        ELSIF OLD.state = 'published' THEN
            IF to_jsonb(NEW) - {_without(AFTER_RELEASE)}
                <> to_jsonb(OLD) - {_without(AFTER_RELEASE)} THEN
                RAISE EXCEPTION 'a published edition cannot be changed';
            END IF;
            IF NEW.state NOT IN ('published', 'withdrawn') THEN
                RAISE EXCEPTION 'a published edition cannot become %', NEW.state;
            END IF;
            IF NEW.superseded_at IS DISTINCT FROM OLD.superseded_at
                AND OLD.superseded_at IS NOT NULL AND OLD.superseded_at <= clock_timestamp() THEN
                RAISE EXCEPTION 'an edition is superseded once';
            END IF;
        ELSE
            RAISE EXCEPTION 'an edition that is % cannot be changed', OLD.state;
        END IF;
        RETURN NEW;
    """,  # noqa: E501
)

TRIGGERS = [
    pgtrigger.Protect(name="edition_is_never_deleted", operation=pgtrigger.Delete),
    pgtrigger.Trigger(
        name="editions_are_never_truncated",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'editions are never deleted';",
    ),
    ONLY_FORWARDS,
]
"""On every edition table."""


class EditionQuerySet(models.QuerySet[Any]):
    def public(self) -> Self:
        """The one gate: what a resident may see, at this moment."""
        return self.filter(state=EditionState.PUBLISHED, published_at__lte=Now())

    def current(self) -> Self:
        """Of the public ones, those that no later edition has taken over from."""
        return self.public().filter(Q(superseded_at__isnull=True) | Q(superseded_at__gt=Now()))

    def withdrawn(self) -> Self:
        """Editions whose address still answers, with the reason they were taken back."""
        return self.filter(state=EditionState.WITHDRAWN)

    def out(self) -> Self:
        """All that has gone out by now, withdrawn ones too: for lists that name them, not show them."""
        return self.filter(state__in=RELEASED, published_at__lte=Now())

    def out_or_scheduled(self) -> Self:
        """All that have a number, those for a later moment too."""
        return self.filter(state__in=RELEASED)

    def scheduled(self) -> Self:
        """Signed and numbered, for a moment that has not come: nobody has seen them."""
        return self.filter(state=EditionState.PUBLISHED, published_at__gt=Now())

    def candidates(self) -> Self:
        return self.filter(state=EditionState.CANDIDATE)


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

    partnership: "models.ForeignKey[Partnership, Partnership]"
    sign_offs: Any  # the signatures of the app's own kind

    def missing_sign_offs(self) -> list[str]:
        """Names of the parties that must sign this text and have not. The text itself says who."""
        raise NotImplementedError

    def is_party(self, organisation: Organisation) -> bool:
        """Whether the frozen text names the organisation as a party."""
        raise NotImplementedError

    def log(self, step: EditionStep, *, by: "User | None", **told: Any) -> None:
        """Keep what was done and by whom. ``told``: who (someone without an account), detail, at."""
        raise NotImplementedError

    def siblings(self) -> EditionQuerySet:
        """All editions of the same thing, this one too."""
        raise NotImplementedError

    def rewrite_search_entries(self) -> None:
        """Let search find this edition from ``published_at`` on, and what came before it until then."""
        raise NotImplementedError

    def hide_search_entries(self, *, until: "dt.datetime") -> None:
        """End the visibility of what search finds of the same thing."""
        raise NotImplementedError

    def restore_search_entries(self, *, at: "dt.datetime") -> None:
        """Take back what was to happen at that moment: the older edition's entries go on."""
        raise NotImplementedError


class SignOff(models.Model):
    """A party's approval of one frozen text. Never changed, never taken back: a new text is needed."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name=_("part")
    )
    signer_name = models.CharField(_("namn"), max_length=120)
    signer_title = models.CharField(_("titel"), max_length=160)
    signed_at = models.DateTimeField(_("godkänd"), default=timezone.now)
    method = models.CharField(_("hur"), max_length=10, choices=SignOffMethod)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True
        ordering = ["signed_at", "pk"]
        triggers = [
            pgtrigger.Protect(
                name="sign_off_is_final", operation=pgtrigger.Update | pgtrigger.Delete
            ),
        ]
        constraints = [
            one_of("method", SignOffMethod, name="%(class)s_method_is_known"),
            models.UniqueConstraint(
                name="%(class)s_once_per_party",
                fields=["edition", "organisation"],
                violation_error_message=_("Parten har redan godkänt den här utgåvan."),
            ),
            models.CheckConstraint(
                name="%(class)s_names_the_signer",
                condition=~Q(signer_name="") & ~Q(signer_title=""),
                violation_error_message=_("Ange namn och titel."),
            ),
            models.CheckConstraint(
                name="%(class)s_account_goes_with_a_user",
                condition=Q(method=SignOffMethod.ACCOUNT, signed_by__isnull=False)
                | ~Q(method=SignOffMethod.ACCOUNT) & Q(signed_by__isnull=True),
                violation_error_message=_("Ett godkännande med konto ska ha en användare."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.signer_name}, {self.signer_title}"
