"""Files that machines look for at the root of a site."""

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from portal.days import today
from portal.http import answer, read_only
from portal.mail import absolute

TEXT = "text/plain; charset=utf-8"
HOLDS = dt.timedelta(days=180)
"""How far ahead security.txt says that it holds; RFC 9116 wants less than a year."""


@read_only
def robots_txt(request: HttpRequest) -> HttpResponseBase:
    context = {"sitemap": absolute(reverse("promises:sitemap"))}
    return answer(
        request,
        context.items(),
        lambda: render(request, "portal/robots.txt", context, content_type=TEXT),
    )


@read_only
def security_txt(request: HttpRequest) -> HttpResponseBase:
    """Whom to tell of a hole in the site (RFC 9116). Without a contact there is nothing to say."""
    if not settings.SECURITY_CONTACT:
        raise Http404
    lines = [f"Contact: {contact}" for contact in settings.SECURITY_CONTACT]
    lines += [f"Expires: {today() + HOLDS}T00:00:00Z", "Preferred-Languages: sv, en"]
    lines += [f"Canonical: {absolute(reverse('portal:security_txt'))}"]
    if settings.SECURITY_POLICY:
        lines += [f"Policy: {settings.SECURITY_POLICY}"]
    text = "".join(f"{line}\n" for line in lines)
    return answer(request, lines, lambda: HttpResponse(text, content_type=TEXT))
