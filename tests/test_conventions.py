"""What the style guide asks for and a machine can see."""

import re
import subprocess
from pathlib import Path

import allauth
import django.contrib.admin
import pytest
from django.template import engines
from django.urls import URLPattern, URLResolver, get_resolver

ROOT = Path(__file__).resolve().parents[1]
ALLAUTH = Path(allauth.__file__).parent / "templates"
ADMIN = Path(django.contrib.admin.__file__).parent / "templates"
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SOURCES = [
    path
    for folder in ("portal", "dialogues", "promises", "templates")
    for path in (ROOT / folder).rglob("*.*")
    if path.suffix in {".py", ".html"}
]


def name_of(template: Path) -> str:
    return str(template.relative_to(ROOT / "templates"))


@pytest.mark.parametrize("template", TEMPLATES, ids=name_of)
def test_template_compiles_and_is_used(template):
    name = name_of(template)
    engines["django"].get_template(name)
    if re.fullmatch(r"\d{3}\.html", name) or (ALLAUTH / name).exists():
        return  # Django's and allauth's pages in our words
    if (ADMIN / name).exists():
        return
    users = [path for path in SOURCES if path != template and f'"{name}' in path.read_text()]

    assert users, f"{name} is used by nobody"


@pytest.mark.parametrize("template", [t for t in TEMPLATES if "components" in t.parts], ids=name_of)
def test_component_names_its_inputs_first(template):
    assert template.read_text().startswith("{#")


def our_patterns(patterns) -> list[URLPattern]:
    found = []
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            if pattern.namespace != "admin":
                found += our_patterns(pattern.url_patterns)
        elif pattern.name:
            found.append(pattern)
    return found


def test_address_view_and_name_are_the_same_word():
    different = {
        pattern.name: pattern.callback.__name__
        for pattern in our_patterns(get_resolver().url_patterns)
        if pattern.callback.__module__.startswith(("portal", "dialogues", "promises"))
        and not hasattr(pattern.callback, "view_class")  # allauth's, under the names it looks up
        and pattern.name != pattern.callback.__name__
    }

    assert different == {}


def tracked(*globs: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", *globs], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name]


@pytest.mark.parametrize(
    ("globs", "limit"),
    [
        (["portal/*.py", "dialogues/*.py", "promises/*.py", ":!*/migrations/*"], 300),
        (["templates/*.html"], 150),
        (["static/*.css"], 200),
        (["static/*.js"], 150),
    ],
)
def test_files_stay_small(globs, limit):
    long = {
        str(path.relative_to(ROOT)): lines
        for path in tracked(*globs)
        if path.exists() and (lines := len(path.read_text().splitlines())) > limit
    }

    assert long == {}


def test_views_do_not_filter():
    """A rule about many rows has a name on its QuerySet."""
    smells = [
        str(path.relative_to(ROOT))
        for path in tracked("*/views/*.py")
        if re.search(r"\.(filter|exclude)\(", path.read_text())
    ]

    assert smells == []
