"""Starting: production refuses to start half configured, and says what to set."""

import os
import subprocess
import sys

import pytest

COMPLETE = {
    "SECRET_KEY": "a-long-secret-key-for-a-test-of-settings-only-0123456789abcdef",
    "ALLOWED_HOSTS": "loften.example.se",
    "DATABASE_URL": "postgres://x@localhost/x",
}


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup(); print('started')"],
        env={**kept, "DJANGO_SETTINGS_MODULE": "portal.settings", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", sorted(COMPLETE))
def test_production_refuses_to_start_without(missing):
    given = {key: value for key, value in COMPLETE.items() if key != missing}

    result = start(**given)

    assert result.returncode == 1
    assert (
        result.stderr.strip()
        .splitlines()[-1]
        .endswith(
            f"Set {missing} before starting in production (README, “Deploy”). "
            "For development set DEBUG=1."
        )
    )


def test_production_starts_when_complete():
    assert start(**COMPLETE).stdout == "started\n"


def test_development_needs_nothing():
    assert start(DEBUG="1").stdout == "started\n"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("DEBUG", "kanske", "DEBUG is 'kanske': write 1 or 0."),
        ("DATABASE_URL", "sqlite:///x.db", "DATABASE_URL must name a PostgreSQL: postgres://…"),
        ("DATABASE_POOL", "många", "DATABASE_POOL is 'många': write a whole number."),
        (
            "SECURITY_CONTACT",
            "http://loften.example.se",
            "SECURITY_CONTACT has 'http://loften.example.se': "
            "write a mail address, https://… or tel:+46…",
        ),
    ],
)
def test_a_bad_value_is_named(name, value, says):
    result = start(**{**COMPLETE, name: value})

    assert result.stderr.strip().splitlines()[-1].endswith(says)


def test_a_start_without_a_contact_for_holes_says_so():
    said = start(**COMPLETE).stderr
    assert "SECURITY_CONTACT is not set, so /.well-known/security.txt answers 404." in said


def test_a_start_with_a_contact_for_holes_says_nothing():
    assert "SECURITY" not in start(**COMPLETE, SECURITY_CONTACT="s@example.se").stderr
