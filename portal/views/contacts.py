"""Whom to call for what."""

import vobject
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from portal.days import today
from portal.forms.contacts import ContactSearchForm
from portal.http import place_page
from portal.models import Contact, Partnership

PER_PAGE = 40


class HtmxHttpRequest(HttpRequest):
    htmx: HtmxDetails


@place_page()
def contact_list(request: HttpRequest, place: Partnership) -> HttpResponse:
    return render(request, "portal/contact_list.html", {"place": place})


@require_safe
def contact_card(request: HttpRequest, partnership: str, contact: int) -> HttpResponse:
    """The contact as a vCard 3.0 file, which any phone can save."""
    contacts = Contact.objects.public(on=today()).of_place(partnership)
    found = get_object_or_404(contacts, pk=contact)
    response = HttpResponse(vcard(found), content_type="text/vcard; charset=utf-8")
    name = slugify(f"{found.function} {found.partnership.slug}")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.vcf"'
    return response


def vcard(contact: Contact) -> str:
    """A function without a name is a full contact: the function is then the card's name."""
    card = vobject.vCard()
    card.add("fn").value = contact.name or f"{contact.function}, {contact.partnership.name}"
    card.add("n").value = vobject.vcard.Name(family=contact.name or contact.function)
    card.add("org").value = [contact.organisation.name]
    card.add("title").value = contact.title or contact.function
    if contact.phone:
        tel = card.add("tel")
        tel.value, tel.type_param = contact.phone, "WORK"
    if contact.email:
        email = card.add("email")
        email.value, email.type_param = contact.email, "INTERNET"
    hours = _("Telefontid: %s") % contact.opening_hours if contact.opening_hours else ""
    if note := "\n".join(text for text in (contact.help, hours) if text):
        card.add("note").value = note
    return str(card.serialize())


@require_safe
@vary_on_headers("HX-Request")
def contact_search(request: HtmxHttpRequest) -> HttpResponse:
    """Look-up over all places: as you type with htmx, the same page without."""
    places = Partnership.objects.public(on=today()).with_live_content(on=today())
    form = ContactSearchForm(request.GET, places=list(places))
    contacts, parties = form.contacts(), form.parties()
    page = Paginator([*contacts, *parties], PER_PAGE).get_page(request.GET.get("sida"))
    template = "portal/contact_search.html" + ("#contact-results" if request.htmx else "")
    context = {"form": form, "contacts": contacts, "parties": parties, "page": page}
    return render(request, template, context)
