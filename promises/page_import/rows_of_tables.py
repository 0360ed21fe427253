"""Stage 4, table rows: each row is a promise, an act, or an act promised and done."""

import re
from dataclasses import replace

from promises.page_import.figures import count_in, numbers_in, part_of_whole
from promises.page_import.goals import find_goals
from promises.page_import.looking_back import follow_up_plan
from promises.page_import.outcomes import status_of, status_word
from promises.page_import.parties import Parties, parties_in, without_partners
from promises.page_import.reasons import reason_of
from promises.page_import.result import ImportedAction, Number, Status
from promises.page_import.state import Mode, State
from promises.page_import.statements import is_awaited
from promises.page_import.subjects import subject_of
from promises.page_import.tables import Table, TableRow
from promises.page_import.texts import key, sentences, tidy
from promises.page_import.words.doubts import UNHEADED_ROW
from promises.page_import.words.places import place_in

_NOTHING = re.compile(r"ing(?:a|en|et)\b", re.IGNORECASE)


def read_table(state: State, table: Table) -> None:
    for row in table.rows:
        if not row.is_contact:
            if state.labels:
                row = replace(row, header_lines=(*state.take_labels(), *row.header_lines))
            _row(state, row)
    for block in table.loose:
        reads_acts = state.now in (Mode.PROMISES, Mode.ACTIONS, Mode.OUTCOME)
        if reads_acts and len(block.cells) > 1 and "@" not in block.text:
            _loose(state, [tidy(text) for text, _ in block.cells], block.lines)


def _row(state: State, row: TableRow) -> None:
    area = row.text("area")
    if area and (state.area is None or key(state.area.heading) != key(area)):
        state.enter_area(area, (row.cells["area"][1],))
    _turn_to_numbered(state, row)
    lead = parties_in(without_partners(row.text("lead")))
    if is_awaited(row.text("promise")):
        if state.area:
            state.area.is_used = True
    elif row.text("promise"):
        _promise_row(state, row, lead)
    elif row.is_report and (row.text("action") or row.text("done")):
        _act(state, row, row.text("action") or row.text("done"), lead)
    elif row.text("action") and state.promise is None and state.section is not Mode.OUTCOME:
        _give(state, row, row.text("action"), lead)
        state.promise = None
    elif row.text("action"):
        _plain_act(state, row, lead)


def _turn_to_numbered(state: State, row: TableRow) -> None:
    """ "Löfte nr 2": the act is of the second promise above the table."""
    number, promises = row.text("ref").rstrip("."), state.current_period().promises
    if number.isdigit() and 0 < int(number) <= len(promises):
        state.promise, state.list_promises = promises[int(number) - 1], []


def _promise_row(state: State, row: TableRow, lead: Parties) -> None:
    """A promise, and in the same row perhaps its act, or how it went."""
    _give(state, row, row.text("promise"), () if row.text("action") else lead)
    counts = row.text("action") or row.tells or _how_many(row) is not None
    if row.is_report and counts:
        _act(state, row, row.text("action") or row.text("promise"), lead)
    elif row.text("action"):
        _plain_act(state, row, lead)
    elif (count := _how_many(row)) is not None:
        state.add_action(row.text("promise"), row.all_lines, is_report=False, lead=lead)
        state.change_last_action(promised_count=count)
    if not row.text("action"):
        state.promise = None


def _how_many(row: TableRow) -> Number | None:
    """Of a promise, in its own column or in the one for how often."""
    if row.text("promised"):
        return _number(row.text("promised"))
    return count_in(row.text("when"))


def _give(state: State, row: TableRow, text: str, lead: Parties) -> None:
    promise = state.add_promise(text, row.all_lines, parties=lead)
    promise.subject = promise.subject or lead
    state.list_promises = []
    _notes(state, row)


def _plain_act(state: State, row: TableRow, lead: Parties) -> None:
    is_report = state.section is Mode.OUTCOME
    for text in row.parts("action"):
        state.add_action(text, row.all_lines, is_report=is_report, lead=lead)
    if (count := count_in(row.text("when"))) is not None and not is_report:
        state.change_last_action(promised_count=count)
    _notes(state, row)


def _act(state: State, row: TableRow, name: str, lead: Parties) -> None:
    """Promised and done side by side: one act, with the name the table gives it."""
    done, reason_text = row.text("done"), row.text("reason")
    whole = " ".join(part for part in (done, row.text("status"), reason_text) if part)
    is_beside = not (row.text("action") or row.text("promise"))
    promised_count = None if is_beside else _promised(row, name)
    done_count = _number(done) if done else _done_by_status(row.text("status"))
    status = _status(row, whole, promised_count, done_count)
    text = name if row.text("action") else _told(name, done, done_count)
    subject = subject_of(text)
    period = state.current_period()
    period.has_report = period.has_report or row.tells
    period.has_recalled_list = True
    action = ImportedAction(
        text=text,
        lines=row.lines_for(status),
        lead=lead or state.acting(text, subject),
        partners=subject.partners,
        place=row.text("place") or place_in(text),
        promised_count=promised_count,
        done_count=done_count,
        status=status,
        reason=reason_of(whole, status),
        reason_text=reason_text,
    )
    state.place_action(action)


def _promised(row: TableRow, name: str) -> Number | None:
    """In its own column, in the one for how often, or in the name of the act."""
    if row.text("promised"):
        return _number(row.text("promised"))
    return None if "promised" in row.columns else count_in(row.text("when")) or count_in(name)


def _done_by_status(text: str) -> Number | None:
    """ "Delvis genomfört, tre av fyra", "Genomfört, 34 kontroller"."""
    told = sentences(text)[0] if text else ""
    shares = part_of_whole(told)
    return shares[0] if shares else count_in(told)


def _told(name: str, done: str, done_count: Number | None) -> str:
    """The outcome's own words when it has any; a bare number or "Ja" has none."""
    words = [word for word in done.split() if word.isalpha()]
    return done if len(words) > 2 and (done_count is None or len(words) > 2) else name


def _status(row: TableRow, whole: str, promised: Number | None, done: Number | None) -> Status:
    if word := status_word(row.text("status")):
        return word
    if not row.tells:
        return "planned"
    told = row.text("done").strip()
    is_short = len(told.split()) < 4 or _NOTHING.match(told) is not None
    word = status_word(told) if is_short and done is None else None
    if word:
        return word
    if told in ("-", "–", "—") or (done == 0 and promised):
        return "not_done"
    if promised is not None and done is not None:
        return "partly" if done < promised else "done"
    return status_of(whole)


def _number(text: str) -> Number | None:
    found = count_in(text)
    if found is not None:
        return found
    numbers = [figure.value for figure in numbers_in(text)]
    return numbers[0] if numbers and len(text.split()) < 4 and "%" not in text else None


def _notes(state: State, row: TableRow) -> None:
    """The row's other cells: goal, background, plan."""
    if state.promise is None:
        return
    if goal := row.text("goal"):
        state.promise.goals += find_goals(goal, row.lines, is_labelled=True)
    if baseline := row.text("baseline"):
        numbers = [figure.value for figure in numbers_in(baseline)]
        if numbers and state.promise.goals:
            state.promise.goals[-1] = replace(state.promise.goals[-1], baseline_value=numbers[0])
    if background := row.text("rationale"):
        state.promise.rationale.add(background, row.lines)
    if (plan := row.text("follow_up")) and any(map(str.isalpha, plan)):
        state.promise.plans.append(follow_up_plan(plan, row.lines))


def _loose(state: State, cells: list[str], lines: tuple[int, ...]) -> None:
    """A row without a header: the first cell with words, a cell of parties only, a cell of numbers."""
    text = max(cells, key=len)
    parties = [parties_in(cell) for cell in cells if cell != text and len(cell) < 60]
    lead = next((found for found in parties if found), ())
    if state.now is Mode.PROMISES and state.promise is None:
        state.add_promise(text, lines, parties=lead).doubt = UNHEADED_ROW
        state.promise = None
    else:
        state.add_action(text, lines, is_report=state.now is Mode.OUTCOME, lead=lead)
