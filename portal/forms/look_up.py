"""What the forms that own the query string of a look-up share."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.search_words import LONGEST_QUERY, SOFT_HYPHEN, Term, Typed, read


def printable(typed: Any) -> str:
    """What was typed, as a page can show it: line ends and other signs without a shape are spaces."""
    text = str(typed or "").replace(SOFT_HYPHEN, "")
    return "".join(c if c.isprintable() else " " for c in text)


def in_one_line(typed: Any) -> str:
    return " ".join(printable(typed).split())


class WordsField(forms.CharField):
    """Any text has an answer. What could not be used of it is told of at the field, which keeps it all."""

    widget = forms.SearchInput(
        attrs={"autocomplete": "off", "spellcheck": "false", "maxlength": LONGEST_QUERY}
    )
    default_error_messages = {
        "unreadable": gettext_lazy(
            "Ett av tecknen går inte att läsa. Det är inte med i sökningen."
        ),
        "too_long": gettext_lazy(
            "Det var för långt. Bara de första %s tecknen är med i sökningen."
        ),
    }

    def clean(self, value: Any) -> str:
        if "\x00" in str(value or ""):
            raise forms.ValidationError(self.error_messages["unreadable"])
        if len(text := in_one_line(value)) > LONGEST_QUERY:
            raise forms.ValidationError(self.error_messages["too_long"] % LONGEST_QUERY)
        return text

    def bound_data(self, data: Any, initial: Any) -> str:
        return printable(data)


class LookUpForm(forms.Form):
    """Words and choices. A choice that no longer exists is left out and told of, and so is what cannot be
    used of the words: the rest of the question still has its answer."""

    q = WordsField(required=False)

    def offer(self, name: str, choices: Sequence[tuple[str, str]], *, everything: str = "") -> None:
        """Let only these be chosen, or all at once."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", everything or _("Alla")), *choices]

    @cached_property
    def values(self) -> dict[str, str]:
        """What was asked for, as far as it can be."""
        self.is_valid()
        words = in_one_line(self.data.get("q"))[:LONGEST_QUERY]
        asked = {**self.cleaned_data, "q": words}
        return {name: asked[name] for name in self.fields if asked.get(name)}

    @property
    def words(self) -> str:
        return self.values.get("q", "")

    @cached_property
    def typed(self) -> Typed:
        return read(self.words)

    @property
    def terms(self) -> list[Term]:
        return self.typed.terms

    @property
    def is_narrowed(self) -> bool:
        return bool(self.values.keys() - {"q"})

    @property
    def gone(self) -> list[str]:
        """Labels of the choices that an address names and that do not exist now."""
        self.is_valid()
        return [str(self.fields[name].label) for name in self.errors if name != "q"]

    @property
    def query(self) -> str:
        """The query string that asks for this again."""
        return urlencode(self.values)

    def query_with(self, words: str) -> str:
        """As ``query``, with these words instead."""
        return urlencode(self.values | {"q": words})
