"""The design system as a living page. Only with ``settings.LOCAL``: see portal.urls."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.http import read_only
from promises.style_guide.sheet import sheet

COUNTS = (1, 40)


@read_only
def style_guide(request: HttpRequest) -> HttpResponse:
    """``?antal=40``: how many promises the last example has."""
    asked = request.GET.get("antal", "")
    count = int(asked) if asked in map(str, COUNTS) else COUNTS[0]
    response = render(request, "promises/style_guide.html", sheet(count) | {"counts": COUNTS})
    response.headers["X-Robots-Tag"] = "noindex"
    return response
