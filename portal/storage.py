"""Static files: hashed names, compressed once at collection."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Hashes what ES modules import too, so that no bundler is needed."""

    support_js_module_import_aggregation = True
