"""`manage.py dbshell` with the psql that came with the server: no other need be installed."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import client

from portal.embedded_postgres.programs import PORT, program
from portal.embedded_postgres.server import server_in


class DatabaseClient(client.DatabaseClient):
    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        server = server_in(Path(settings_dict["OPTIONS"]["server_dir"]))
        address = {"HOST": server.ensure(settings_dict["NAME"]), "PORT": PORT}
        args, env = super().settings_to_cmd_args_env({**settings_dict, **address}, parameters)
        return [program("psql"), *args[1:]], env
