"""What an overview reads instead of whole documents."""

from portal.documents import canonical
from promises.overviews import outline
from tests.promises.overviews.made import NOW, area, period, plan, promise


def test_outline_opens_as_a_document_that_says_the_same_of_what_is_due():
    under = area()
    document = period(
        2023, promise(under=under), promise("b"), areas=(under,), follow_up_plans=(plan(NOW),)
    )
    stored = document.model_dump(mode="json")
    told = {name: stored[name] for name in (*outline.WHOLE, "follow_ups")}
    told |= {"partnership_slug": "stromsund", "partnership_name": "Strömsund", "follow_up": None}
    for part, names in (("promises", outline.PROMISE), ("areas", outline.AREA)):
        told |= {f"{part}_{name}": [row[name] for row in stored[part]] for name in names}

    found = outline.opened(told)

    assert canonical(found.model_dump(mode="json")) == canonical(stored)
