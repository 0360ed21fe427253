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
        """Also while a server or worker that a test had to kill is still losing its connection. Only our
        own: forcing everybody out is refused while PostgreSQL itself is tidying in there."""
        with self._nodb_cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = %s AND usename = current_user",
                [test_database_name],
            )
        super()._destroy_test_db(test_database_name, verbosity)  # type: ignore[misc]
