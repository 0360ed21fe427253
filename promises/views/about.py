"""What citizen promises are, and how we count."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render

from portal.http import answer, read_only
from promises import method


@read_only
def about(request: HttpRequest) -> HttpResponseBase:
    context = {
        "statuses": method.STATUSES.items(),
        "verdicts": method.VERDICTS.items(),
        "reportings": method.REPORTINGS.items(),
        "reasons": method.REASONS,
    }
    return answer(request, [], lambda: render(request, "promises/about.html", context))
