"""Stage 4, signatories: under the text, in running text and in captions."""

import re
from dataclasses import dataclass, field

from promises.page_import.blocks import Block
from promises.page_import.names import (
    LETTER_AFTER_NAME,
    NAME,
    Person,
    is_name,
    is_title,
    people_in,
    without_party,
)
from promises.page_import.parties import parties_in
from promises.page_import.result import ImportedSignatory
from promises.page_import.texts import tidy
from promises.page_import.words.titles import PICTURE, SIGNED

_COLUMNS = re.compile(r"\t+| {3,}")
_FOR = re.compile(
    r"^(?:för|på uppdrag av)\s[\wåäöÅÄÖ /-]{3,50}?[:,]\s*|^(?:namn|titel)\s*:\s*", re.IGNORECASE
)
_TOP = re.compile(r"chef|ordförande|direktör|råd\b|\bvd\b|förvaltare", re.IGNORECASE)


@dataclass(slots=True)
class _Half:
    name: str = ""
    title: str = ""
    lines: list[int] = field(default_factory=list)


class SignatureReader:
    """Takes the lines under "Underskrifter", also two names in columns with their titles below."""

    def __init__(self) -> None:
        self.signatories: list[ImportedSignatory] = []
        self._open: list[_Half] = []

    def feed(self, block: Block) -> bool:
        """True if the block holds a name or a title."""
        used = False
        same = len(block.parts) == len(block.lines)
        for position, part in enumerate(block.parts or (block.text,)):
            lines = [block.lines[position]] if same else list(block.lines)
            columns = [tidy(column).strip("•-*– ") for column in _COLUMNS.split(part.strip())]
            used |= self._row([column for column in columns if column], lines)
        return used

    def finish(self) -> None:
        for half in self._open:
            if half.name and half.title:
                self.signatories.append(ImportedSignatory(half.name, half.title, tuple(half.lines)))
        self._open = []

    def _row(self, columns: list[str], lines: list[int]) -> bool:
        texts = [LETTER_AFTER_NAME.sub("", _FOR.sub("", column)).strip() for column in columns]
        names = [without_party(text) for text in texts if is_name(text)]
        if names and len(names) == len(texts):
            return self._names(names, lines)
        if len(texts) == 2 and names == [without_party(texts[0])] and is_title(texts[1]):
            self.finish()
            self.signatories.append(ImportedSignatory(names[0], texts[1], tuple(lines)))
            return True
        if texts and all(is_title(text) and not people_in(text) for text in texts):
            return self._titles(texts, lines)
        people = [
            person
            for text in texts
            for person in people_in(text.replace(" – ", ", ").replace(": ", " "))
        ]
        if all(map(_exactly, texts)):
            people = [person for text in texts if (person := _exactly(text))]
        people = people or [person for text in texts if (person := _of_organisation(text))]
        if people:
            self.finish()
            self.signatories += [ImportedSignatory(p.name, p.title, tuple(lines)) for p in people]
        return bool(people)

    def _names(self, names: list[str], lines: list[int]) -> bool:
        waiting = [half for half in self._open if half.title and not half.name]
        if waiting and len(waiting) == len(names):
            for half, name in zip(waiting, names, strict=True):
                half.name = name
                half.lines += lines
            self.finish()
            return True
        if any(half.title for half in self._open) or len(names) > 1:
            self.finish()
        self._open += [_Half(name=name, lines=list(lines)) for name in names]
        return True

    def _titles(self, titles: list[str], lines: list[int]) -> bool:
        waiting = [half for half in self._open if half.name and not half.title]
        if not waiting:
            self.finish()
            self._open = [_Half(title=title, lines=list(lines)) for title in titles]
            return True
        for half, title in zip(waiting, titles, strict=False):
            half.title = title
            half.lines += lines
        return True


def _exactly(text: str) -> Person | None:
    """A whole line or column "Anna Ek, chef för gata och park": the title is all that follows."""
    name, _, rest = text.partition(", ")
    if is_name(name) and is_title(rest) and NAME.search(rest) is None:
        return Person(without_party(name), rest)
    return None


def _of_organisation(text: str) -> Person | None:
    """ "Anna Ek, Ekbo": who signs for a company may have no other title."""
    name, _, rest = text.partition(", ")
    if is_name(name) and rest and len(rest) < 60 and parties_in(rest):
        return Person(without_party(name), rest)
    return None


def in_running_text(text: str) -> list[Person]:
    """Who signed, where a sentence says so; a picture's caption counts only when nothing else does."""
    found: list[Person] = []
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])", text[:6000]):
        if SIGNED.search(sentence):
            found += [person for person in people_in(sentence) if person not in found]
    return found


def in_caption(text: str) -> list[Person]:
    if not PICTURE.search(text[:300]):
        return []
    return [person for person in people_in(text) if _TOP.search(person.title)]
