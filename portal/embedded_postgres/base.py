"""The backend that Django loads: PostgreSQL's own, which first sees to it that a server runs."""

from pathlib import Path
from typing import Any

import psycopg
from django.db.backends.postgresql import base

from portal.embedded_postgres.client import DatabaseClient
from portal.embedded_postgres.creation import DatabaseCreation
from portal.embedded_postgres.locks import PATIENCE
from portal.embedded_postgres.programs import PORT
from portal.embedded_postgres.server import Server, server_in


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient
    creation_class = DatabaseCreation

    @property
    def server(self) -> Server:
        return server_in(Path(self.settings_dict["OPTIONS"]["server_dir"]))

    def get_connection_params(self) -> dict[str, Any]:
        """Start the server here: Django asks for these before every connection, pooled or not."""
        params = super().get_connection_params()
        del params["server_dir"]
        address = {"host": self.server.ensure(params["dbname"]), "port": PORT}
        return {"connect_timeout": round(PATIENCE), **params, **address}

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except psycopg.OperationalError:
            if not self.server.revive():
                raise
            return super().get_new_connection(conn_params)
