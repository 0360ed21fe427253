"""Static files: hashed names, compressed once at collection."""

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/site.css"
IMPORT = re.compile(r'@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>[a-z]+)\);')
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)

Found = dict[str, tuple[Storage, str]]
"""What collectstatic found: name → the storage it came from, and its path there."""


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashes what ES modules import too, so that no bundler is needed, and makes the site's
    stylesheet one request. In development its ``@import`` rules work as they stand."""

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: Found, dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str | None, bool | Exception]]:
        if STYLESHEET in paths and not dry_run:
            bundle = bundled(STYLESHEET, paths)
            self.delete(STYLESHEET)
            self.save(STYLESHEET, ContentFile(bundle.encode()))
            paths = {**paths, STYLESHEET: (self, STYLESHEET)}
        yield from super().post_process(paths, dry_run, **options)


def bundled(name: str, paths: Found) -> str:
    """The stylesheet with its imports put in, each as a block of its layer, without comments. Read from
    the sources: the collected copy is last time's bundle."""

    def layer(match: re.Match[str]) -> str:
        imported = posixpath.join(posixpath.dirname(name), match["path"])
        return f"@layer {match['layer']} {{\n{_source(imported, paths)}}}"

    return IMPORT.sub(layer, _source(name, paths))


def _source(name: str, paths: Found) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        text = COMMENT.sub("", file.read().decode())
    return re.sub(r"^\s+", "", text, flags=re.MULTILINE)
