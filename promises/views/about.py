"""What citizen promises are, and how we count."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from portal.http import answer
from promises import method


@require_safe
def about(request: HttpRequest) -> HttpResponseBase:
    context = {
        "statuses": method.STATUSES.items(),
        "verdicts": method.VERDICTS.items(),
        "reportings": method.REPORTINGS.items(),
        "reasons": method.REASONS,
    }
    return answer(request, [], lambda: render(request, "promises/about.html", context))
