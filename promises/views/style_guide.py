"""The design system as a living page. Only with ``settings.LOCAL``: see portal.urls."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from promises.style_guide.sheet import sheet

COUNTS = (1, 40)


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """``?antal=40``: how many promises the last example has."""
    asked = request.GET.get("antal", "")
    count = int(asked) if asked in map(str, COUNTS) else COUNTS[0]
    response = render(request, "promises/style_guide.html", sheet(count) | {"counts": COUNTS})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
