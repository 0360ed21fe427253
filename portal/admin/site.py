"""The admin: who may enter, and what waits on its first page.

Apps above this one add lines to "Att göra" with ``add_todo``: the site itself knows none of them.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from portal.days import today
from portal.models import Membership, User
from portal.sign_in.second_factor import second_factor

OUR_APPS = frozenset({"portal", "promises", "dialogues"})


@dataclass(frozen=True)
class Todo:
    """One line of "Att göra": what waits, where it is done, and from when it is late."""

    text: str
    url: str
    place: str
    due_on: dt.date | None = None
    is_late: bool = False


TodoProvider = Callable[[User, dt.date], Iterable[Todo]]


def may_enter(request: HttpRequest, user: User) -> bool:
    """Staff who work for somebody, and operators. An account without an organisation sees nothing. Kept
    for the length of the request: the admin asks many times."""
    kept: dict[int, bool] = request.__dict__.setdefault("_may_enter", {})
    if user.pk not in kept:
        is_staff = user.is_active and user.is_staff
        kept[user.pk] = is_staff and (user.is_operator or user.memberships.exists())
    return kept[user.pk]


def approves(request: HttpRequest, user: User) -> bool:
    """Whether the user is an approver anywhere; kept in the same way."""
    kept: dict[int, bool] = request.__dict__.setdefault("_approves", {})
    if user.pk not in kept:
        kept[user.pk] = Membership.objects.approved_by(user).exists()
    return kept[user.pk]


def safe_next(request: HttpRequest) -> str:
    """The page that was asked for, if it is one of ours."""
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else ""


class PortalAdminSite(admin.AdminSite):
    site_title = _("Medborgarlöften")
    site_header = _("Medborgarlöften")
    index_title = _("Att göra")
    index_template = "admin/todo.html"
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.todo_providers: list[TodoProvider] = []

    def add_todo(self, provider: TodoProvider) -> TodoProvider:
        """Decorator: a function that gives the lines that wait for a user on a day."""
        self.todo_providers.append(provider)
        return provider

    def register(self, model_or_iterable: Any, *args: Any, **options: Any) -> None:
        """Only rows of our own: libraries would show groups, and the secrets of second factors."""
        models = (
            model_or_iterable if isinstance(model_or_iterable, Iterable) else [model_or_iterable]
        )
        ours = [model for model in models if model._meta.app_label in OUR_APPS]
        super().register(ours, *args, **options)

    def has_permission(self, request: HttpRequest) -> bool:
        """Whoever works here, in a session that was opened with their second factor."""
        user = request.user
        if not isinstance(user, User) or not may_enter(request, user):
            return False
        return second_factor(request, user).is_used

    def admin_view(self, view: Callable[..., Any], cacheable: bool = False) -> Callable[..., Any]:  # type: ignore[override]
        """The door to every page. What is looked up by a query string goes on to the database as it is, and
        that cannot hold a NUL; forms say so themselves beside the field."""
        guarded = super().admin_view(view, cacheable)

        @wraps(view)
        def entrance(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if any("\0" in text for key, texts in request.GET.lists() for text in (key, *texts)):
                raise BadRequest("NUL in the query string")
            return guarded(request, *args, **kwargs)

        return entrance

    @method_decorator(never_cache)
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """No form of its own: leads to what is missing before the admin may be entered."""
        user, wanted = request.user, safe_next(request) or reverse("admin:index")
        if self.has_permission(request):
            return redirect(wanted)
        if not isinstance(user, User):
            return redirect(reverse("account_login", query={"next": wanted}))
        if not may_enter(request, user):
            return render(request, "account/not_staff.html", status=403)
        kinds = second_factor(request, user).kinds
        if "totp" in kinds:
            return redirect(reverse("mfa_reauthenticate", query={"next": wanted}))
        if "webauthn" in kinds:
            return redirect(reverse("mfa_reauthenticate_webauthn", query={"next": wanted}))
        return redirect("mfa_index")

    def logout(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("account_logout", preserve_request=True)

    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("account_change_password")

    def password_change_done(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return redirect("portal:account")

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """In the order of the work, as each page says with ``place_in_list``, not of the alphabet."""
        apps: list[dict[str, Any]] = super().get_app_list(request, app_label)
        for app in apps:
            app["models"].sort(
                key=lambda m: getattr(self._registry[m["model"]], "place_in_list", 9)
            )
        return apps

    def get_urls(self) -> list[Any]:
        """Without Django's short cut from any row to its public page: it asks nobody whose row it is."""
        return [url for url in super().get_urls() if getattr(url, "name", "") != "view_on_site"]

    def app_index(  # type: ignore[override]
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One first page is enough."""
        return redirect("admin:index")

    def index(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        assert isinstance(request.user, User)  # noqa: S101 - has_permission has seen to it
        on = today()
        lines = [line for give in self.todo_providers for line in give(request.user, on)]
        lines.sort(key=lambda line: (not line.is_late, line.due_on or dt.date.max, line.place))
        return super().index(request, {"todo": lines, **(extra_context or {})})
