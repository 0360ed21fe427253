"""A real PostgreSQL without anybody installing one: for laptops, the demo, tests and CI.

It is a Django database backend. Reading the settings starts nothing; the first connection makes
the cluster, starts the server and creates the database (about a second the first time, a tenth
later). Everything lies in `<var_dir>/postgres/`, survives restarts, and is never deleted by us:

    data/        the cluster
    server.log   what the server says (server.log.1: the time before)
    .s.PGSQL…    the only way in: no TCP port is opened
    lock, users, server    the three lock files that server.py explains

Production has its own PostgreSQL and names it in DATABASE_URL; this package is then not loaded.
Linux and macOS only.
"""

from pathlib import Path
from typing import Any

ROLE = "medborgarloften"


def database_settings(var_dir: Path) -> dict[str, Any]:
    """Give the value of `DATABASES["default"]`; touches neither disk nor server."""
    return {
        "ENGINE": "portal.embedded_postgres",
        "NAME": "medborgarloften",
        "USER": ROLE,
        "CONN_HEALTH_CHECKS": True,  # a killed server is noticed before the next request, not in it
        "OPTIONS": {"server_dir": str(var_dir / "postgres")},
    }
