"""How often one sender has sent, known for ten minutes to this process and to nobody else; and whether what
was sent comes from a page of ours. For forms that anybody may send.

allauth's limits would keep the address itself, or an unkeyed hash of it, in the cache, which is a table of
the database here. So the count lives in memory, under a hash whose key is drawn when the process starts and
changes with the day: nothing is written, and nothing can be traced back afterwards. Its limits: each server
process counts by itself, and whoever changes address is somebody else.
"""

import ipaddress
import secrets

from allauth.account.adapter import get_adapter
from django.core.cache.backends.locmem import LocMemCache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from portal.days import today

MINUTES = 10
MOST = 30
"""A school class or a library behind one address may send together; a robot soon stops."""

_KEY = secrets.token_hex(32)
counts = LocMemCache(
    "form-senders", {"timeout": MINUTES * 60, "max_entries": 10_000, "cull_frequency": 4}
)


def may_send(request: HttpRequest, form: str) -> bool:
    """Count this sending of that form, and say whether it is within what one sender may do."""
    address = network(get_adapter().get_client_ip(request))
    salt = f"portal.senders:{today()}"
    key = salted_hmac(salt, f"{form}:{address}", secret=_KEY, algorithm="sha256").hexdigest()
    counts.add(key, 0)
    return counts.incr(key) <= MOST


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that no other site made it send this. Old browsers say nothing."""
    return request.headers.get("Sec-Fetch-Site", "same-origin") in ("same-origin", "none")


def network(address: str) -> str:
    """A household has 2^64 addresses of IPv6."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network(f"{found}/64", strict=False))
