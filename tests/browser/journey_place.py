"""A place for the journey, beside the demo's own: the seed's 2019–2021 before anybody reported on it, and a
signatory of the police who has no account.

Run in the demo's environment: ``python -m tests.browser.journey_place``.
"""

from pathlib import Path

import django

SLUG = "resan"
POLICE = "chef@polisen.example"
SEED = Path(__file__).parents[1] / "promises/page_import/seed.txt"


def prepare() -> None:
    from portal.models import Organisation, Partnership, PartnershipMember, SignatoryContact, User
    from promises.page_import import read_page
    from promises.page_import.rows import import_rows

    place = Partnership.objects.create(slug=SLUG, name="Resan", public_from="2019-01-01")
    partners = Organisation.objects.filter(partnerships__slug="stromsund").distinct()
    for organisation in partners:
        PartnershipMember.objects.create(partnership=place, organisation=organisation)
    import_rows(page=read_page(SEED.read_bytes()), partnership=place, by=None)
    place.periods.exclude(label="2019–2021").delete()
    [period] = place.periods.all()
    period.follow_ups.all().delete()
    period.actions.update(status="planned", done_count=None, reason="", reason_text="")
    SignatoryContact.objects.create(
        organisation=partners.get(kind="police"),
        name="Pella Polischef",
        title="Lokalpolisområdeschef",
        email=POLICE,
        registered_by=User.objects.get(email="drift@portalen.example"),
    )


if __name__ == "__main__":
    django.setup()
    prepare()
