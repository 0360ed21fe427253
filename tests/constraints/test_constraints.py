"""Every constraint of every table: it has a Swedish message, and the database itself refuses a row that
breaks it. A new constraint without a line beside here fails ``test_every_constraint_is_tried_here``."""

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction

from tests.constraints import dialogues, portal, promises
from tests.factories.promises import ActionFactory, PromiseFactory

pytestmark = pytest.mark.django_db
BREAKS = portal.BREAKS | dialogues.BREAKS | promises.BREAKS


def our_constraints() -> dict[str, models.BaseConstraint]:
    found = {}
    for app in ("portal", "dialogues", "promises"):
        for model in apps.get_app_config(app).get_models():
            if not hasattr(model, "pgh_tracked_model"):
                found |= {constraint.name: constraint for constraint in model._meta.constraints}
    return found


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_database_refuses(name):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        BREAKS[name]()

    assert refusal.value.__cause__.diag.constraint_name == name


def test_every_constraint_is_tried_here():
    assert sorted(our_constraints()) == sorted(BREAKS)


def test_every_constraint_has_a_swedish_message():
    default = models.BaseConstraint.default_violation_error_message
    silent = [
        name
        for name, constraint in our_constraints().items()
        if constraint.violation_error_message == default
        or not str(constraint.violation_error_message).endswith(".")
    ]

    assert silent == []


def test_a_form_shows_the_message_of_the_constraint():
    action = ActionFactory.build(promise=PromiseFactory(), status="not_done")
    action.period = action.promise.period

    with pytest.raises(Exception, match="Ange skäl när en insats inte är genomförd"):
        action.full_clean()
