"""Real servers in folders of their own: the one that other tests use is left alone."""

import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from portal.embedded_postgres import database_settings, locks
from portal.embedded_postgres.cluster import SOCKET, Cluster
from portal.embedded_postgres.programs import (
    PORT,
    EmbeddedPostgresError,
    installation,
    major_version,
)
from portal.embedded_postgres.server import Server

CHECKOUT = Path(__file__).resolve().parents[2]
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root can be two users")

USE = """
import sys
from pathlib import Path
from portal.embedded_postgres.server import Server
server = Server(Path(sys.argv[1]))
server.ensure("site")
print((server.cluster.data / "postmaster.pid").read_text().split()[0], flush=True)
"""
USE_UNTIL_TOLD = USE + "sys.stdin.read()"

DJANGO = """
import os, signal, sys, threading, time
from pathlib import Path
import django
from django.conf import settings
from django.db import connection
from portal.embedded_postgres import database_settings
from portal.embedded_postgres.cluster import Cluster

database = database_settings(Path(sys.argv[1]).parent) | {"NAME": "site"}
if sys.argv[2]:
    database["OPTIONS"]["pool"] = {"min_size": 1, "max_size": 4}
settings.configure(DATABASES={"default": database})
django.setup()
"""


def make_place():
    """Make a folder outside pytest's own, which it closes anew whenever another run starts."""
    return Path(tempfile.mkdtemp(prefix="medborgarloften-"))


@pytest.fixture
def place():
    place = make_place()
    yield place
    shutil.rmtree(place)


@pytest.fixture(scope="module")
def shared_folder():
    """One cluster for the tests that leave it whole, since making one takes half a second."""
    place = make_place()
    yield place / "postgres"
    shutil.rmtree(place)


@pytest.fixture
def folder(shared_folder):
    yield shared_folder
    Cluster(shared_folder).stop()


@pytest.fixture
def server(folder):
    server = Server(folder)
    yield server
    server.leave()


def query(server, statement, database="site", user="medborgarloften"):
    host = server.ensure(database)
    with psycopg.connect(host=host, port=PORT, user=user, dbname=database) as connection:
        return connection.execute(statement).fetchone()


def remember(server):
    host = server.ensure("site")
    with psycopg.connect(host=host, port=PORT, user="medborgarloften", dbname="site") as connection:
        connection.execute("DROP TABLE IF EXISTS memory")
        connection.execute("CREATE TABLE memory AS SELECT 'kept' AS word")


def start_command(code, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=CHECKOUT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        **options,
    )


def server_pid(server):
    return int((server.cluster.data / "postmaster.pid").read_text().split()[0])


# --- Starting ------------------------------------------------------------------------------------


def test_settings_touch_nothing(place):
    settings = database_settings(place / "var")

    assert settings["ENGINE"] == "portal.embedded_postgres"
    assert settings["OPTIONS"] == {"server_dir": str(place / "var" / "postgres")}
    assert list(place.iterdir()) == []


def test_server_starts_with_the_sites_role_and_swedish_letters(server):
    names = ("server_encoding", "TimeZone", "listen_addresses", "fsync", "max_connections")
    settings = ", ".join(f"current_setting('{name}')" for name in names)

    assert query(server, f"SELECT {settings}") == ("UTF8", "UTC", "", "on", "50")
    assert query(server, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") == (False,)
    assert query(
        server, "SELECT lower('ÅÄÖ'), to_tsvector('simple', '”Löfte” 2021–2022')::text"
    ) == (
        "åäö",
        "'2021':2 '2022':3 'löfte':1",
    )


def test_restart_keeps_data(server):
    remember(server)

    server.leave()

    assert server.cluster.is_gone()
    assert query(server, "SELECT word FROM memory") == ("kept",)


def test_long_path_gets_a_short_socket_folder_of_its_own(place):
    server = Server(place / ("lång" * 20) / "a$b, \"c'" / "postgres")
    try:
        assert query(server, "SELECT 1") == (1,)
        socket_folder = server.cluster.socket_folder
        assert socket_folder.parent == Path("/tmp")
        assert stat.S_IMODE(socket_folder.stat().st_mode) == 0o700
    finally:
        server.leave()
    assert not socket_folder.exists()


@pytest.mark.parametrize("pool", ["", "pool"])
def test_django_makes_its_test_database_and_connects_from_threads(folder, pool):
    code = (
        DJANGO
        + """
connection.creation.create_test_db(verbosity=0, autoclobber=True)
answers = []
def ask():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database() || ' ' || current_setting('synchronous_commit')")
        answers.append(cursor.fetchone()[0])
    connection.close()
threads = [threading.Thread(target=ask) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(*answers, sep=",", end="")
connection.creation.destroy_test_db("site", verbosity=0)
"""
    )

    answers, _ = start_command(code, folder, pool).communicate()

    assert answers.split(",") == ["test_site off"] * 8
    assert Cluster(folder).is_gone()


# --- Sharing -------------------------------------------------------------------------------------


def test_commands_that_start_at_once_share_one_server_until_the_last_has_left(place):
    server = Server(place / "postgres")
    commands = [start_command(USE_UNTIL_TOLD, place / "postgres") for _ in range(4)]
    pids = [command.stdout.readline().strip() for command in commands]

    assert pids == [str(server_pid(server))] * 4
    for command in commands[1:]:
        command.communicate()
    assert server.cluster.answers()
    commands[0].communicate()
    assert server.cluster.is_gone()


def test_killed_command_neither_stops_the_server_nor_keeps_it(server):
    command = start_command(USE_UNTIL_TOLD, server.cluster.folder)
    pid = command.stdout.readline().strip()
    command.kill()
    command.communicate()

    server.ensure("site")

    assert str(server_pid(server)) == pid
    server.leave()
    assert server.cluster.is_gone()


def test_exit_of_a_forked_child_leaves_its_parent_the_server(folder):
    code = (
        USE
        + """
import os
if child := os.fork():
    os.waitpid(child, 0)
    print(server.cluster.answers())
"""
    )

    said, _ = start_command(code, folder).communicate()

    assert said.split()[1:] == ["True"]
    assert Cluster(folder).is_gone()


def test_lock_held_too_long_says_so(server, monkeypatch):
    server.cluster.prepare()
    monkeypatch.setattr(locks, "PATIENCE", 0.1)

    with locks.locked(server.cluster.lock), pytest.raises(EmbeddedPostgresError, match="Another"):
        server.ensure("site")


# --- Healing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("pool", ["", "pool"])
def test_killed_server_comes_back_with_its_data_at_the_next_connection(server, pool):
    remember(server)
    code = (
        DJANGO
        + """
for attempt in range(3):
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM memory")
        print(cursor.fetchone()[0])
    os.kill(int(Path(sys.argv[1], "data/postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    while not Cluster(Path(sys.argv[1])).is_gone(): time.sleep(0.001)
    connection.close()
"""
    )

    words, _ = start_command(code, server.cluster.folder, pool).communicate()

    assert words.split() == ["kept", "kept", "kept"]


def test_pid_files_that_name_another_living_process_do_not_stop_the_start(server):
    server.ensure("site")
    pid_file = server.cluster.data / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    server.leave()
    # PostgreSQL would believe it, as the process belongs to its own user.
    other = subprocess.Popen(["sleep", "60"], user=server.cluster.account.uid)
    stale = "\n".join([str(other.pid), *lines[1:], ""])
    for path in (pid_file, server.cluster.socket_folder / f"{SOCKET}.lock"):
        path.write_text(stale)
        server.cluster.account.take(path)  # root's file would stop it for another reason

    try:
        assert query(server, "SELECT 1") == (1,)
        assert server_pid(server) != other.pid
    finally:
        other.kill()
        other.wait()


def test_torn_pid_file_does_not_stop_the_start(server):
    remember(server)
    server.leave()
    pid_file = server.cluster.data / "postmaster.pid"
    for torn in ("", f"{os.getpid()}\n/somewhere\n"):
        pid_file.write_text(torn)

        assert query(server, "SELECT 1") == (1,)
        server.leave()


@needs_root
def test_data_that_root_has_restored_is_taken_over(server):
    remember(server)
    server.leave()
    for path in (server.cluster.data, *server.cluster.data.rglob("*")):
        os.chown(path, 0, 0)

    assert query(server, "SELECT word FROM memory") == ("kept",)


# --- Refusing ------------------------------------------------------------------------------------


def data_of_version(version, place):
    data = place / "postgres" / "data"
    data.mkdir(mode=0o700, parents=True)
    (data / "PG_VERSION").write_text(f"{version}\n")
    return data


def test_data_of_another_version_is_kept_and_named(place):
    data = data_of_version("17", place)

    with pytest.raises(EmbeddedPostgresError, match="made by PostgreSQL 17, this is PostgreSQL"):
        Server(place / "postgres").ensure("site")
    assert (data / "PG_VERSION").read_text() == "17\n"


def test_server_that_will_not_start_says_why_in_one_line(place):
    data = data_of_version(major_version(), place)
    (data / "postgresql.conf").write_text("no_such_setting = 1\n")

    with pytest.raises(EmbeddedPostgresError, match="no_such_setting") as raised:
        Server(place / "postgres").ensure("site")
    assert "\n" not in str(raised.value)


def test_folder_with_something_else_in_it_is_left_alone(place):
    thesis = place / "postgres" / "data" / "thesis.txt"
    thesis.parent.mkdir(parents=True)
    thesis.write_text("years of work")

    with pytest.raises(EmbeddedPostgresError, match="no PostgreSQL cluster"):
        Server(place / "postgres").ensure("site")
    assert thesis.read_text() == "years of work"


def test_place_that_cannot_hold_a_folder_says_so(place):
    (place / "var").write_text("a file")

    with pytest.raises(EmbeddedPostgresError, match="Not a directory"):
        Server(place / "var" / "postgres").ensure("site")


# --- Users ---------------------------------------------------------------------------------------


@needs_root
def test_root_opens_a_closed_folder_to_its_group_only(place):
    closed = place / "closed"
    closed.mkdir(mode=0o700)
    server = Server(closed / "var" / "postgres")

    try:
        assert query(server, "SELECT 1") == (1,)
    finally:
        server.leave()
    assert stat.S_IMODE(closed.stat().st_mode) == 0o710
    assert server.cluster.data.stat().st_uid != 0


@needs_root
@pytest.mark.skipif(
    os.geteuid() == 0 and not all(p.stat().st_mode & 0o001 for p in installation().parents),
    reason="the checkout lies where an ordinary user cannot enter",
)
def test_ordinary_user_starts_the_server_without_a_home(place):
    nobody = pwd.getpwnam("nobody")
    os.chown(place, nobody.pw_uid, nobody.pw_gid)
    # The interpreter may lie below /root, so it is loaded first.
    become = f"import os; os.setgroups([]); os.setgid({nobody.pw_gid}); os.setuid({nobody.pw_uid})"
    code = USE.replace("server = Server", f"{become}\nserver = Server")

    command = start_command(code, place / "postgres", env={"PATH": os.defpath})
    pid, _ = command.communicate()

    assert int(pid) > 0
    assert (place / "postgres" / "data").owner() == "nobody"
