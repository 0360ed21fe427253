"""The way in to the admin's own pages: the same door as to the rest of the admin."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from portal.models import User

View = Callable[..., HttpResponse]


class EditorRequest(HttpRequest):
    """A request that the door has let in."""

    user: User


def for_editors(view: View) -> View:
    """Everybody else is sent to sign in. A fragment is refused instead: a sign-in page swapped into a
    row would wipe out what was typed there."""
    guarded = admin.site.admin_view(view)

    @wraps(view)
    def entrance(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if getattr(request, "htmx", False) and not admin.site.has_permission(request):
            return HttpResponse(_("Du är utloggad. Logga in igen i ett nytt fönster."), status=403)
        return guarded(request, *args, **kwargs)

    return entrance


def unindexed(response: HttpResponse) -> HttpResponse:
    """For previews: never found by search engines and never kept."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Cache-Control"] = "no-store, private"
    return response
