"""The many-to-many tables of drafts, named so that their history is kept too."""

import pghistory

from promises.models.action import Action
from promises.models.promise import Promise

_kept = pghistory.track(pghistory.InsertEvent(), pghistory.DeleteEvent(), obj_field=None)


@_kept
class PromiseParty(Promise.parties.through):  # type: ignore[name-defined,misc]
    class Meta:
        proxy = True


@_kept
class ActionLead(Action.leads.through):  # type: ignore[name-defined,misc]
    class Meta:
        proxy = True


@_kept
class ActionPartner(Action.partners.through):  # type: ignore[name-defined,misc]
    class Meta:
        proxy = True
