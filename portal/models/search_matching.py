"""How a typed word is compared with what is written, in the database's words."""

from collections.abc import Callable, Sequence
from functools import partial, reduce
from operator import and_, or_
from typing import Any, cast

from django.contrib.postgres.search import (
    SearchQuery,
    SearchRank,
    SearchVector,
    TrigramSimilarity,
    TrigramWordSimilarity,
)
from django.db.models import Case, F, FloatField, Func, Q, TextField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat, Greatest, Lower
from django.db.models.lookups import Regex

from portal.enums import SearchKind
from portal.search_words import ACCENTED, PLAIN, Term, Word

WEIGHTS = [0.1, 0.3, 0.5, 1.0]
"""Of background, what was done, what was promised, heading."""
PART_IN_HEADING, PART_IN_STATEMENT, PART = 0.15, 0.1, 0.05
"""What a part of a compound is worth, which the index of whole words does not know."""
ALL = 0.05
"""What anything found is worth before it is known what it is."""
KINDS = {
    SearchKind.PERIOD: 0.7,
    SearchKind.FOLLOW_UP: 0.7,
    SearchKind.DIALOGUE: 0.5,
    SearchKind.FINDING: 0.3,
}
"""A promise comes before pages that sum several up, and what was promised before what people said. (The words
of a finding stand twice in it.)"""


def folded(field: str) -> Func:
    """Without accents, by a function that never changes its answer, so that an index may hold it."""
    return Func(
        F(field), Value(ACCENTED), Value(PLAIN), function="TRANSLATE", output_field=TextField()
    )


def folded_vector(**weights: str | tuple[str, ...]) -> Any:
    """One vector of several fields: A="title", D=("background", "keywords")."""
    parts: list[Any] = [
        SearchVector(folded(field), config="swedish", weight=weight)
        for weight, fields in weights.items()
        for field in ([fields] if isinstance(fields, str) else fields)
    ]
    return reduce(lambda before, part: before + part, parts)


def matching(term: Term) -> Q:
    return reduce(or_, (reduce(and_, (_has(word) for word in way)) for way in term.ways))


def near(term: Term) -> Q:
    """It, or words that are like one half of it."""
    return matching(term) | reduce(or_, (Q(letters__regex=w.near_pattern) for w in term.words))


def rank(terms: Sequence[Term]) -> Any:
    """Bigger is better: by where the words stand."""
    words = [word for term in terms for word in term.words]
    found: Any = SearchRank(
        F("vector"), reduce(or_, map(_query, words)), weights=WEIGHTS, normalization=1
    )
    for word in words:
        found += _part(word)
    kinds = (When(kind=kind, then=worth) for kind, worth in KINDS.items())
    of_kind: Any = Case(*kinds, default=1.0, output_field=FloatField())
    return (found + Value(ALL)) * of_kind


def closeness(terms: Sequence[Term]) -> Any:
    """How many of the terms stand there, where a word that is only alike counts for less."""
    return sum((_best(term, _alike) for term in terms), Value(0.0))


def likeness(terms: Sequence[Term], field: str) -> Any:
    """How like the whole field is to the terms: a short heading of the same letters most of all."""
    return sum((_best(term, partial(_like, field)) for term in terms), Value(0.0))


def _best(term: Term, measure: Callable[[Word], Combinable]) -> Any:
    found = [Coalesce(measure(word), 0.0, output_field=FloatField()) for word in term.words]
    return Greatest(*found, Value(0.0), output_field=FloatField())


def _alike(word: Word) -> Combinable:
    similarity = TrigramWordSimilarity(word.typed, "letters")
    return Case(When(_has(word), then=1.0), default=similarity, output_field=FloatField())


def _like(field: str, word: Word) -> Combinable:
    found: Any = TrigramSimilarity(folded(field), word.typed)
    return cast(Combinable, found)


def _has(word: Word) -> Q:
    """The word in any inflection, or at the beginning of a word, or as a part of a compound."""
    return Q(letters__regex=word.pattern) | Q(
        vector=SearchQuery(f"'{word.typed}'", config="swedish", search_type="raw")
    )


def _query(word: Word) -> SearchQuery:
    stems = SearchQuery(f"'{word.typed}'", config="swedish", search_type="raw")
    begins = SearchQuery(f"'{word.typed}':*", config="simple", search_type="raw")
    return stems | begins


def _part(word: Word) -> Combinable:
    """Looked for only where the whole word is not, and in the short texts: it is what ranking costs most."""
    return Case(
        When(vector=_query(word), then=0.0),
        When(_reads("title", word), then=PART_IN_HEADING),
        When(_reads("statement", word), then=PART_IN_STATEMENT),
        default=PART,
        output_field=FloatField(),
    )


def _reads(field: str, word: Word) -> Regex:
    text = Concat(Value(" "), Lower(folded(field)), output_field=TextField())
    return Regex(text, word.pattern)
