"""The command as an operator runs it: output, exit codes, bad input."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from promises.models import PromisePeriod
from promises.page_import import read_page
from tests.factories.portal import PartnershipFactory

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
SEED = HERE / "seed.txt"


@pytest.fixture
def place(db):
    return PartnershipFactory(slug="stromsund")


def run(*arguments):
    out, err = StringIO(), StringIO()
    call_command("import_page", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def run_alone(*arguments):
    """In a process of its own, as from a shell."""
    return subprocess.run(
        [sys.executable, "manage.py", "import_page", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_json_is_the_contracts_object_and_nothing_else(place):
    out, err = run(SEED, "--partnership", "stromsund", "--dry-run", "--json")

    assert json.loads(out) == read_page(SEED.read_bytes()).as_json()
    assert err == ""
    assert not PromisePeriod.objects.exists()


def test_json_without_dry_run_writes_the_rows(place):
    out, _ = run(SEED, "--partnership", "stromsund", "--json")

    assert len(json.loads(out)["periods"]) == 2
    assert PromisePeriod.objects.count() == 2


def test_page_with_nothing_to_import_is_no_error(place, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("Öppettider för badhuset\n\nMåndag 10–18\n")

    out, _ = run(page, "--partnership", "stromsund", "--json")

    assert json.loads(out)["periods"] == []
    assert json.loads(out)["lines"]["total"] == 2


def test_report_tells_counts_difference_and_unplaced_lines(place):
    first, _ = run(SEED, "--partnership", "stromsund")
    again, _ = run(SEED, "--partnership", "stromsund")

    lines = first.splitlines()
    assert lines[:3] == [
        "2021–2022 (promises, 2021-01-01 – 2022-12-31): 4 areas, 4 promises, 0 actions",
        "2019–2021 (outcome, 2019-01-01 – 2021-12-31): 4 areas, 4 promises, 21 actions",
        "2 contacts",
    ]
    assert "+ area: Narkotika" in lines
    assert "66 lines: 59 used, 7 not used:" in lines
    assert lines[-1].split() == ["115", "Senast", "ändrad/granskad:"]
    assert "Nothing to change: the drafts already say what the page says." in again.splitlines()


def test_dry_run_says_that_nothing_was_written(place):
    out, _ = run(SEED, "--partnership", "stromsund", "--dry-run")

    assert "Dry run: nothing was written." in out.splitlines()
    assert not PromisePeriod.objects.exists()


def test_unknown_partnership_is_refused(db):
    with pytest.raises(CommandError, match="No partnership “lund”") as refused:
        run(SEED, "--partnership", "lund", "--dry-run", "--json")

    assert refused.value.returncode == 2


@pytest.mark.parametrize("data", [b"", b"\x00\x01", b"%PDF-1.4", "å".encode("utf-16-le")])
def test_unusable_file_is_refused(data, tmp_path):
    page = tmp_path / "page.txt"
    page.write_bytes(data)

    with pytest.raises(CommandError) as refused:
        run(page, "--partnership", "stromsund")

    assert refused.value.returncode == 2
    assert len(str(refused.value).splitlines()) == 1


BAD_ARGUMENTS = {
    "missing": [HERE / "none.txt", "--partnership", "stromsund"],
    "directory": [HERE, "--partnership", "stromsund", "--json"],
    "no-partnership": [SEED],
    "nothing": [],
    "unknown-option": [SEED, "--partnership", "stromsund", "--loud"],
}


@pytest.mark.parametrize("arguments", BAD_ARGUMENTS.values(), ids=BAD_ARGUMENTS.keys())
def test_bad_arguments_are_refused(arguments):
    with pytest.raises(CommandError) as refused:
        run(*arguments)

    assert refused.value.returncode == 2
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize("name", ["missing", "no-partnership"])
def test_shell_gets_one_line_and_exit_code_2(name):
    done = run_alone(*BAD_ARGUMENTS[name])

    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
