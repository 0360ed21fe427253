"""From draft to public text: the page of a period, and the page of one frozen edition."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from portal.admin.entrance import EditorRequest
from portal.admin.publishing import answer_edition, answer_publish
from promises.admin.edition_acts import ACTS
from promises.admin.edition_page import EditionPage
from promises.admin.publish_page import PublishPage
from promises.forms.publishing import ProposalForm
from promises.models import PeriodEdition, PromisePeriod
from promises.publishing import propose


@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: EditorRequest, period: int) -> HttpResponse:
    found = get_object_or_404(PromisePeriod.objects.editable_by(request.user), pk=period)
    return answer_publish(request, PublishPage(found), ProposalForm, partial(propose, period=found))


@require_http_methods(["GET", "HEAD", "POST"])
def edition(request: EditorRequest, period: int, edition: int) -> HttpResponse:
    editions = PeriodEdition.objects.editable_by(request.user).with_sign_offs()
    found = get_object_or_404(editions.for_admin(), period=period, pk=edition)
    return answer_edition(request, EditionPage(found), ACTS)
