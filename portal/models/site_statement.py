"""What the law wants said about the site itself: accessibility (DOS-lagen) and personal data. One row,
written by operators; before it is there, pages say honest default words."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from portal.enums import FALLS_SHORT, Compliance
from portal.models.base import Stamped, keep_history
from portal.prose import ProseField

THE_ONE = 1


class SiteStatementQuerySet(models.QuerySet["SiteStatement"]):
    def current(self) -> "SiteStatement":
        """The row, or what holds before anybody has written it."""
        return self.filter(pk=THE_ONE).first() or self.model()


@keep_history()
class SiteStatement(Stamped):
    id = models.PositiveSmallIntegerField(primary_key=True, default=THE_ONE, editable=False)
    provider = models.CharField(
        _("ansvarig organisation"),
        max_length=200,
        blank=True,
        help_text=_(
            "Den som driver webbplatsen och ansvarar för den. Hela namnet, till exempel "
            "”Strömsunds kommun”. Lagen kräver att det står här."
        ),
    )
    service = models.CharField(
        _("webbplatsens namn"),
        max_length=200,
        default="Medborgarlöften",
        help_text=_("Namnet som invånarna känner igen."),
    )
    compliance = models.CharField(
        _("bedömning enligt lagen"),
        max_length=12,
        choices=Compliance,
        blank=True,
        help_text=_(
            "Välj först när ni har gjort en bedömning. Tills dess står det att den saknas."
        ),
    )
    not_accessible = ProseField(
        _("det som inte är tillgängligt"),
        help_text=_(
            "En punkt för varje brist: vad som inte fungerar, för vem, varför och när det blir "
            "rättat. Listan ska vara hel."
        ),
    )
    burden = ProseField(
        _("oskäligt betungande"),
        help_text=_(
            "Bara om ni undantar något för att det är oskäligt betungande (12 §): vad, och skälen."
        ),
    )
    outside_law = ProseField(
        _("innehåll som lagen inte gäller"),
        help_text=_("Till exempel äldre dokument eller kartor (9 §). Lämna tomt om inget finns."),
    )
    assessed_on = models.DateField(
        _("bedömningen gjordes"),
        null=True,
        blank=True,
        help_text=_(
            "Den senaste dagen som webbplatsen bedömdes. Gör om det minst en gång om året."
        ),
    )
    method = models.TextField(
        _("så gjordes bedömningen"),
        blank=True,
        help_text=_(
            "Vem som gjorde den och hur: självskattning eller granskning av någon utomstående, vilka "
            "sidor och vilka hjälpmedel."
        ),
    )
    fault_email = models.EmailField(
        _("brevlåda för felanmälan"),
        blank=True,
        help_text=_(
            "Helst en brevlåda som flera läser. Tomt: de går till dem som driver portalen."
        ),
    )
    fault_phone = models.CharField(
        _("telefon för felanmälan"),
        max_length=40,
        blank=True,
        help_text=_("För den som hellre ringer. Syns på sidan."),
    )
    answer_days = models.PositiveSmallIntegerField(
        _("anmälan besvaras inom så många dagar"),
        default=7,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
        help_text=_("1 till 30 dagar. Det står på sidan, och ni påminns om det."),
    )
    complaint_url = models.URLField(
        _("länk till Diggs anmälan"),
        default="https://www.digg.se/tdosanmalan",
        help_text=_("Ändra bara om myndigheten byter adress."),
    )
    data_protection = models.CharField(
        _("dataskyddsombud"),
        max_length=200,
        blank=True,
        help_text=_(
            "Hur man når ombudet, till exempel en e-postadress. Syns under Personuppgifter."
        ),
    )

    objects: ClassVar[models.Manager["SiteStatement"]] = SiteStatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("redogörelse om webbplatsen")
        verbose_name_plural = _("redogörelse om webbplatsen")
        constraints = [
            models.CheckConstraint(
                name="there_is_one_statement",
                condition=Q(id=THE_ONE),
                violation_error_message=_("Det finns bara en redogörelse. Ändra i den."),
            ),
            models.CheckConstraint(
                name="statement_compliance_is_known",
                condition=Q(compliance="") | Q(compliance__in=Compliance.values),
                violation_error_message=_("Välj ett av de val som finns."),
            ),
            models.CheckConstraint(
                name="statement_of_compliance_has_day_and_method",
                condition=Q(compliance="") | Q(assessed_on__isnull=False) & ~Q(method=""),
                violation_error_message=_("Ange också när och hur bedömningen gjordes."),
            ),
            models.CheckConstraint(
                name="statement_lists_what_is_not_accessible",
                condition=~Q(compliance__in=FALLS_SHORT) | ~Q(not_accessible=""),
                violation_error_message=_(
                    "Räkna upp det som inte är tillgängligt: lagen kräver hela listan."
                ),
            ),
            models.CheckConstraint(
                name="statement_of_full_compliance_has_no_exceptions",
                condition=~Q(compliance=Compliance.FULLY) | Q(not_accessible="", burden=""),
                violation_error_message=_(
                    "Webbplatsen kan inte följa lagen helt när något inte är tillgängligt."
                ),
            ),
            models.CheckConstraint(
                name="statement_answers_within_thirty_days",
                condition=Q(answer_days__range=(1, 30)),
                violation_error_message=_("Svara inom 1 till 30 dagar."),
            ),
            models.CheckConstraint(
                name="statement_names_service_and_complaint",
                condition=~Q(service="") & ~Q(complaint_url=""),
                violation_error_message=_("Webbplatsens namn och länken till Digg måste finnas."),
            ),
        ]

    def __str__(self) -> str:
        return self.service

    def get_absolute_url(self) -> str:
        return reverse("portal:accessibility")

    @property
    def is_written(self) -> bool:
        return self.updated_at is not None

    @property
    def admin_url(self) -> str:
        """Where operators write it, also the first time."""
        if self.is_written:
            return reverse("admin:portal_sitestatement_change", args=[self.pk])
        return reverse("admin:portal_sitestatement_add")

    @property
    def lacking(self) -> list[str]:
        """What the law asks for and nobody has filled in, for operators' eyes: pages say default words."""
        fields = {field.name: field for field in self._meta.concrete_fields}
        needed = ("provider", "compliance", "fault_email", "data_protection")
        return [str(fields[name].verbose_name) for name in needed if not getattr(self, name)]
