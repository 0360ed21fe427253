"""The addresses of periods and promises."""

from portal.admin.addresses import AddressForm
from portal.slugs import PERIOD_WORDS, PLACE_WORDS
from promises.admin.drafts import DraftForm
from promises.models import Promise, PromisePeriod


class PeriodForm(AddressForm, DraftForm):
    owner, made_of, taken_words = "partnership", "label", PLACE_WORDS


class PromiseForm(AddressForm, DraftForm):
    owner, made_of, taken_words = "period", "statement", PERIOD_WORDS


def taken_addresses(period: PromisePeriod) -> set[str]:
    """Locks the period: two editors may be making the same address at once."""
    PromisePeriod.objects.select_for_update(of=("self",)).get(pk=period.pk)
    return set(Promise.objects.filter(period=period).values_list("slug", flat=True))
