"""Stage 4, lists of what somebody will do for residents: a page of promises even where no word says so."""

from collections.abc import Iterator, Sequence

from promises.page_import.blocks import Block, Kind
from promises.page_import.outcomes import status_word, tells_of_act
from promises.page_import.people import People
from promises.page_import.statements import is_infinitive
from promises.page_import.subjects import main_verb, subject_of
from promises.page_import.texts import sentences
from promises.page_import.words.form import READER_ACTS
from promises.page_import.words.verbs import PRESENT_MAIN, WILL

LEAST = 2
LEAST_OF_PAGE = 3


def undertakes(items: Sequence[str]) -> bool:
    """Most of the list's items say what a party does or will do."""
    return len(items) >= LEAST and sum(map(_undertakes, items)) * 3 >= len(items) * 2


def first_undertaking(blocks: tuple[Block, ...], people: People) -> int | None:
    """Where the first such list starts, if the page has three such items."""
    lists = [run for run in _lists(blocks, people) if undertakes([blocks[at].text for at in run])]
    return lists[0][0] if sum(map(len, lists)) >= LEAST_OF_PAGE else None


def _undertakes(text: str) -> bool:
    if tells_of_act(text) or READER_ACTS.search(text.casefold()):
        return False
    if is_infinitive(text) or WILL.search(text):
        return True
    subject = subject_of(text)
    return bool(subject.parties or subject.is_we) and (
        PRESENT_MAIN.fullmatch(main_verb(text)) is not None or main_verb(text) == "har"
    )


def _lists(blocks: tuple[Block, ...], people: People) -> Iterator[list[int]]:
    run: list[int] = []
    for position, block in enumerate((*blocks, None)):
        if block is not None and block.kind is Kind.ITEM and position not in people.taken:
            run.append(position)
        elif run and block is not None and block.kind is Kind.PARAGRAPH and block.gap == 0:
            continue  # a word of explanation under an item
        else:
            if run:
                yield run
            run = []


def recalled_items(blocks: tuple[Block, ...], people: People) -> frozenset[int]:
    """Positions of the items that a report repeats from the promises: none tells of an act done, and the
    prose right after the list does."""
    found: set[int] = set()
    for run in _lists(blocks, people):
        texts = [blocks[position].text for position in run]
        if any(tells_of_act(text) or status_word(text) for text in texts):
            continue
        after = blocks[run[-1] + 1] if run[-1] + 1 < len(blocks) else None
        if (
            after is not None
            and after.kind is Kind.PARAGRAPH
            and any(map(tells_of_act, sentences(after.text)))
        ):
            found.update(run)
    return frozenset(found)
