"""Who the server runs as, and how root's server reaches its files.

PostgreSQL refuses to run as root, so root's server runs as another account: the one that owns the
folder (root in somebody's checkout leaves that person's data theirs), or else the system's
`daemon`, which every Linux and macOS has for programs that own files. No account is created.

Such an account cannot enter a checkout below /root or in a private temporary folder. The wheel's
own answer is to open every folder on the way to everybody. Ours opens it to the folder's own
*group* (0700 becomes 0710: pass through, not list), which for root's folders is the group root
with nobody else in it, and gives that group to the server process alone. It is logged. Keeping
the data somewhere else was the alternative; then `var/` would not hold what the README says, and
deleting a checkout would leave its data behind.
"""

import logging
import os
import pwd
import stat
from pathlib import Path
from typing import Any, NamedTuple

log = logging.getLogger(__name__)

PASS = 0o1
READ = 0o4


class Account(NamedTuple):
    uid: int
    gid: int

    def take(self, path: Path) -> None:
        """Own what root has made; what anybody else has made is their account's already."""
        if os.geteuid() == 0:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def take_from_root(self, tree: Path) -> None:
        """Own a cluster that root copied or restored: PostgreSQL serves only its owner."""
        if os.geteuid() == 0 and tree.stat().st_uid == 0:
            for path in (*tree.rglob("*"), tree):
                self.take(path)

    def popen_options(self, *, reach: list[Path], read: list[Path]) -> dict[str, Any]:
        """Say how subprocess starts a program as this account, able to `reach` and `read` these."""
        if os.geteuid() != 0:
            return {}
        rights = {folder: PASS for path in (*reach, *read) for folder in path.parents}
        for path in (*read, *(path for tree in read for path in tree.rglob("*"))):
            # What its owner may execute is a program, or a folder to be passed.
            rights[path] = READ | (PASS if path.stat().st_mode & stat.S_IXUSR else 0)
        closed = [path for path in rights if not self._may_use(path, rights[path])]
        opened = [path for path in closed if _open_to_group(path, rights[path])]
        if passed := [str(path) for path in opened if rights[path] == PASS]:
            names = ", ".join(passed)
            log.warning("PostgreSQL runs as uid %s; opened to their group: %s", self.uid, names)
        groups = {path.stat().st_gid for path in closed}
        return {"user": self.uid, "group": self.gid, "extra_groups": sorted(groups)}

    def _may_use(self, path: Path, rights: int) -> bool:
        status = path.stat()
        return status.st_uid == self.uid or status.st_mode & rights == rights


def _open_to_group(path: Path, rights: int) -> bool:
    """Give these rights to the file's own group; tell whether it lacked them."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode >> 3 & rights == rights:
        return False
    path.chmod(mode | rights << 3)
    return True


def account_for(folder: Path) -> Account:
    """Choose the account for the server whose cluster is, or will be, `folder`."""
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid())
    nearest = next(path for path in (folder, *folder.parents) if path.exists())
    owner = nearest.stat()
    # initdb refuses an account without a name (a mounted folder may have such an owner);
    # a cluster that already exists runs without.
    if owner.st_uid != 0 and (nearest == folder or _has_name(owner.st_uid)):
        return Account(owner.st_uid, owner.st_gid)
    daemon = pwd.getpwnam("daemon")
    return Account(daemon.pw_uid, daemon.pw_gid)


def _has_name(uid: int) -> bool:
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True
