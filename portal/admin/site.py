"""The admin: who may enter, and what waits on its first page.

Apps above this one add lines to "Att göra" with ``add_todo``: the site itself knows none of them.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from portal.days import today
from portal.models import User


@dataclass(frozen=True)
class Todo:
    """One line of "Att göra": what waits, where it is done, and from when it is late."""

    text: str
    url: str
    place: str
    due_on: dt.date | None = None
    is_late: bool = False


TodoProvider = Callable[[User, dt.date], Iterable[Todo]]


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

    def has_permission(self, request: HttpRequest) -> bool:
        """Staff who work for somebody, and operators. An account without an organisation sees nothing."""
        user = request.user
        if not (isinstance(user, User) and user.is_active and user.is_staff):
            return False
        return user.is_operator or user.memberships.exists()

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        assert isinstance(request.user, User)  # noqa: S101 - has_permission has seen to it
        on = today()
        lines = [line for give in self.todo_providers for line in give(request.user, on)]
        lines.sort(key=lambda line: (not line.is_late, line.due_on or dt.date.max, line.place))
        return super().index(request, {"todo": lines, **(extra_context or {})})
