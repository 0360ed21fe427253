import re
import shutil

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.test import override_settings

from portal.storage import IMPORT, STYLESHEET, StaticStorage, bundled


@pytest.fixture
def styles(tmp_path):
    """Sources as collectstatic finds them."""
    (tmp_path / "css").mkdir()
    (tmp_path / "css/site.css").write_text(
        '/* order */\n@layer base, parts;\n@import url("base.css") layer(base);\n'
        '@import url("part.css") layer(parts);\n'
    )
    (tmp_path / "css/base.css").write_text("a {\n  color: red;\n}\n")
    (tmp_path / "css/part.css").write_text("/* why\n   so */\n.part { color: blue; }\n")
    source = FileSystemStorage(tmp_path)
    return {f"css/{name}.css": (source, f"css/{name}.css") for name in ("site", "base", "part")}


@pytest.fixture
def storage(tmp_path, styles):
    """The sources are copied before they are processed."""
    shutil.copytree(tmp_path / "css", tmp_path / "collected/css")
    return StaticStorage(location=tmp_path / "collected", base_url="/static/")


def read(storage, name):
    with storage.open(name) as file:
        return file.read().decode()


BUNDLE = """\
@layer base, parts;
@layer base {
a {
color: red;
}
}
@layer parts {
.part { color: blue; }
}
"""


def test_stylesheet_is_bundled_with_its_layers(styles):
    assert bundled(STYLESHEET, styles) == BUNDLE


@override_settings(DEBUG=False)
def test_collection_serves_the_bundle_under_a_hashed_name(styles, storage):
    done = {name: hashed for name, hashed, processed in storage.post_process(styles) if processed}

    hashed = storage.hashed_files[STYLESHEET]
    assert read(storage, hashed) == read(storage, STYLESHEET) == BUNDLE
    assert done[STYLESHEET].startswith("css/site.")


@override_settings(DEBUG=False)
def test_second_collection_sees_a_changed_part(styles, storage):
    list(storage.post_process(styles))
    source, path = styles["css/part.css"]
    source.delete(path)
    source.save(path, ContentFile(b".part { color: red; }\n"))

    list(storage.post_process(styles))

    assert read(storage, storage.hashed_files[STYLESHEET]) == BUNDLE.replace("blue", "red")


def site_bundle():
    paths = {
        name: (storage, name) for finder in get_finders() for name, storage in finder.list(None)
    }
    return bundled(STYLESHEET, paths)


def test_the_sites_own_bundle_holds_every_component_once():
    folder = settings.BASE_DIR / "static/css"
    source = (folder / "site.css").read_text()
    components = {f"components/{path.name}" for path in (folder / "components").glob("*.css")}

    imported = [match["path"] for match in IMPORT.finditer(source)]

    assert len(imported) == len(set(imported)) == source.count("@import")
    assert components == {path for path in imported if path.startswith("components/")}


def test_the_sites_own_bundle_is_small_and_asks_for_nothing_more():
    bundle = site_bundle()

    assert re.findall(r"@import|url\(", bundle) == []
    assert len(brotli.compress(bundle.encode())) < 7_000
