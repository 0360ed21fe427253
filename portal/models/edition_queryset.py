"""Questions about editions of any kind: the gate, and what a page needs."""

from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import JSONObject, Now

from portal.enums import RELEASED, EditionState
from portal.models.partnership import Partnership, PartnershipQuerySet

if TYPE_CHECKING:
    from portal.models.user import User


class EditionQuerySet(models.QuerySet[Any]):
    def public(self) -> Self:
        """The one gate: what a resident may see, at this moment."""
        return self.filter(state=EditionState.PUBLISHED, published_at__lte=Now())

    def current(self) -> Self:
        """Of the public ones, those that no later edition has taken over from."""
        return self.public().not_superseded()

    def current_or_coming(self) -> Self:
        """The public ones in force, and those for a later moment."""
        return self.filter(state=EditionState.PUBLISHED).not_superseded()

    def standing(self) -> Self:
        """What a draft may already be: in force, to come, or waiting to be signed. What was withdrawn, or
        gave way to what was, is not: it can be published again."""
        return self.current_or_coming() | self.candidates()

    def not_superseded(self) -> Self:
        return self.filter(Q(superseded_at__isnull=True) | Q(superseded_at__gt=Now()))

    def withdrawn(self) -> Self:
        """Editions whose address still answers, with the reason they were taken back."""
        return self.filter(state=EditionState.WITHDRAWN)

    def out(self) -> Self:
        """All that has gone out by now, withdrawn ones too: for lists that name them, not show them."""
        return self.filter(state__in=RELEASED, published_at__lte=Now())

    def out_or_scheduled(self) -> Self:
        """All that have a number, those for a later moment too."""
        return self.filter(state__in=RELEASED)

    def released_or_waiting(self) -> Self:
        """Those whose address is fixed: residents have it, or somebody is signing a text that names it."""
        return self.filter(state__in=(*RELEASED, EditionState.CANDIDATE))

    def scheduled(self) -> Self:
        """Signed and numbered, for a moment that has not come: nobody has seen them."""
        return self.filter(state=EditionState.PUBLISHED, published_at__gt=Now())

    def candidates(self) -> Self:
        return self.filter(state=EditionState.CANDIDATE)

    def of_place(self, place: Partnership) -> Self:
        return self.filter(partnership=place)

    def numbered(self, *numbers: int) -> Self:
        return self.filter(number__in=numbers)

    def without_documents(self) -> Self:
        """For lists: the document is most of the row."""
        return self.defer("document")

    def with_first_published(self) -> Self:
        subject = self.model.subject
        first = self.model.objects.public().filter(**{subject: OuterRef(subject)})
        return self.annotate(
            first_published_at=Subquery(first.order_by("number").values("published_at")[:1])
        )

    def with_has_current(self) -> Self:
        """Adds ``has_current``: whether the same thing has a text in force, be it this one or another.
        After a withdrawal there is none, and its address answers that it is gone."""
        subject = self.model.subject
        current = self.model.objects.current().filter(**{subject: OuterRef(subject)})
        return self.annotate(has_current=Exists(current))

    def with_sign_offs(self) -> Self:
        """Adds ``signatures``: who approved it, in the same statement."""
        signed = self._sign_offs().filter(edition=OuterRef("pk")).order_by("signed_at", "pk")
        return self.annotate(
            signatures=ArraySubquery(
                signed.values(
                    json=JSONObject(
                        organisation="organisation__name",
                        name="signer_name",
                        title="signer_title",
                        signed_at="signed_at",
                    )
                )
            )
        )

    def stamp(self, places: PartnershipQuerySet) -> PartnershipQuerySet:
        """Adds ``…_stamp`` to partnerships: which editions are out and which in force, at this moment.
        Editions never change, so this is all that their pages can depend on."""
        out = self.model.objects.out().filter(partnership=OuterRef("pk")).order_by("pk")
        values = out.values(json=JSONObject(**self.stamp_fields()))
        return places.annotate(**{f"{self.model._meta.model_name}_stamp": ArraySubquery(values)})

    def stamp_fields(self) -> dict[str, Any]:
        over = Case(When(superseded_at__lte=Now(), then=Value(True)), default=Value(False))
        return {"id": "pk", "state": "state", "over": over}

    def editable_by(self, user: "User") -> Self:
        """Rights follow rows: editions of partnerships that the user's organisations belong to."""
        return self.filter(partnership__in=Partnership.objects.editable_by(user))

    def _sign_offs(self) -> models.QuerySet[Any]:
        relation: Any = self.model._meta.get_field("sign_offs")
        found: models.QuerySet[Any] = relation.related_model._default_manager.all()
        return found
