"""Test databases need not outlive a power cut, so their commits do not wait for the disk."""

from typing import Any

from django.db.backends.postgresql import creation


class DatabaseCreation(creation.DatabaseCreation):
    def _execute_create_test_db(
        self, cursor: Any, parameters: dict[str, Any], keepdb: bool = False
    ) -> None:
        super()._execute_create_test_db(cursor, parameters, keepdb)  # type: ignore[misc]
        cursor.execute("ALTER DATABASE {dbname} SET synchronous_commit = off".format(**parameters))

    def _destroy_test_db(self, test_database_name: str, verbosity: int) -> None:
        """Also while a server or worker that a test had to kill is still losing its connection."""
        with self._nodb_cursor() as cursor:  # type: ignore[attr-defined]
            name = self.connection.ops.quote_name(test_database_name)
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")
