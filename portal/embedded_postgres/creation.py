"""Test databases need not outlive a power cut, so their commits do not wait for the disk."""

from typing import Any

from django.db.backends.postgresql import creation


class DatabaseCreation(creation.DatabaseCreation):
    def _execute_create_test_db(
        self, cursor: Any, parameters: dict[str, Any], keepdb: bool = False
    ) -> None:
        super()._execute_create_test_db(cursor, parameters, keepdb)  # type: ignore[misc]
        cursor.execute("ALTER DATABASE {dbname} SET synchronous_commit = off".format(**parameters))
