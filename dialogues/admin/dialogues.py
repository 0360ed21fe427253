"""The dialogue's page: when and where, who held it, what people said. Written in minutes, on a phone."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from dialogues.admin import trees
from dialogues.admin.drafts import DraftAdmin, DraftFormSet, DraftInline
from dialogues.models import Dialogue, DialogueHolder, Finding
from dialogues.models.dialogue import NOT_A_PARTY
from dialogues.published import has_fixed_address
from dialogues.wording import outcome_in_words
from portal.admin.addresses import AddressForm
from portal.admin.placed_errors import PlacedErrors
from portal.admin.scoped import user_of
from portal.models import Organisation, Partnership
from portal.slugs import DIALOGUE_WORDS


class DialogueForm(AddressForm, PlacedErrors):
    owner, made_of, taken_words = "partnership", "title", DIALOGUE_WORDS
    places = {
        "dialogue_ends_after_it_starts": "ends_on",
        "dialogue_finishes_after_it_begins": "finishes_at",
        "minutes_file_stands_beside_its_text": "minutes_file",
        "dialogue_address_is_free": "slug",
        "dialogue_address_is_unique_in_its_place": "slug",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and hasattr(self.instance, "survey"):
            self.fields["asked"].help_text = _("Visas tillsammans med enkätens resultat.")
            self.fields["answered"].help_text = _("Visas inte: svaren på enkäten räknas.")


class HolderFormSet(DraftFormSet):
    """Those of the place, once it is known: of a new dialogue by what was chosen on its page."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        field = form.fields.get("organisation")
        if isinstance(field, forms.ModelChoiceField) and self.instance.partnership_id:
            field.error_messages["invalid_choice"] = str(NOT_A_PARTY)
            field.queryset = Organisation.objects.filter(
                partnerships=self.instance.partnership_id
            ).order_by("partnership_members__position")


class HolderInline(DraftInline):
    model = DialogueHolder
    formset = HolderFormSet
    fields = (("organisation", "must_sign"),)
    verbose_name = _("den som håller dialogen")
    verbose_name_plural = _("hålls av")
    help = _("Den som håller dialogen godkänner texten innan den publiceras.")


class FindingInline(DraftInline):
    model = Finding
    fields = ("statement", ("theme", "said_by"), "what_became", "position")
    readonly_fields = ("what_became",)
    classes = ("orderable",)
    show_change_link = True
    verbose_name_plural = _("det ni fick höra")
    help = _("En rad för varje sak. Öppna raden för att svara och koppla den till löften.")

    @admin.display(description=_("vad det blev av det"))
    def what_became(self, finding: Finding) -> str:
        promises = len(finding.promise_links.all()) if finding.pk else 0
        return outcome_in_words(finding.outcome, promises)

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("promise_links")


@admin.register(Dialogue)
class DialogueAdmin(DraftAdmin):
    place_in_list = 1
    form = DialogueForm
    branches = trees.DIALOGUE
    on_page = trees.DIALOGUE_PAGE
    list_display = ("title", "kind", "partnership", "starts_on", "ways")
    list_display_links = ("title",)
    list_filter = (("partnership", admin.RelatedOnlyFieldListFilter), "kind")
    list_select_related = ("partnership",)
    search_fields = ("title", "places", "findings__statement")
    inlines = (HolderInline, FindingInline)
    fieldsets = (
        (
            None,
            {
                "fields": ("partnership", "kind", "title", ("starts_on", "ends_on"), "places"),
                "description": _(
                    "Det här räcker för att spara. Det går att bjuda in till dialogen innan den har hållits, "
                    "och att fylla på efteråt."
                ),
            },
        ),
        (_("Vilka som var med"), {"fields": ("asked_whom", ("asked", "answered"))}),
        (
            _("Sammanfattning"),
            {
                "fields": ("summary",),
                "description": _("Några meningar. Skriv inte vad någon enskild har sagt."),
            },
        ),
        (
            _("Klockslag, annonsering och adress"),
            {
                "fields": (("begins_at", "finishes_at"), "announced", "slug"),
                "classes": ["collapse"],
            },
        ),
        (
            _("Anteckningar eller protokoll"),
            {"fields": ("minutes", "minutes_file"), "classes": ["collapse"]},
        ),
    )

    @admin.display(description=_("gå till"))
    def ways(self, dialogue: Dialogue) -> str:
        return format_html(
            '<span class="row-links"><a href="{}">{} <span class="visually-hidden">{}</span></a></span>',
            reverse("dialogues_admin:publish", args=[dialogue.pk]),
            _("Publicera"),
            dialogue,
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        found = tuple(super().get_readonly_fields(request, obj))
        return (*found, "partnership", "slug") if obj and has_fixed_address(obj) else found

    def get_changeform_initial_data(self, request: HttpRequest) -> Any:
        """With a single place there is nothing to choose."""
        initial = super().get_changeform_initial_data(request)
        places = list(Partnership.objects.editable_by(user_of(request))[:2])
        if len(places) == 1:
            initial.setdefault("partnership", str(places[0].pk))
        return initial

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """A new dialogue is most often held by the writer's own organisation. Only shown, not taken for
        granted when it comes back: an untouched row would not be saved."""
        found: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)  # type: ignore[misc]
        is_new = obj is None or obj.pk is None
        if is_new and isinstance(inline, HolderInline) and request.method != "POST":
            own = list(Organisation.objects.filter(memberships__user=user_of(request))[:1])
            found["initial"] = [{"organisation": one.pk} for one in own]
        return found

    def get_formsets_with_inlines(self, request: HttpRequest, obj: Any = None) -> Any:
        """On the page of a new dialogue stands one empty row of each kind."""
        for formset, inline in super().get_formsets_with_inlines(request, obj):
            if obj is None:
                formset.extra = 1
            yield formset, inline

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self._with_empty_row(request, obj) or self.stay_on_page(request, obj)
