"""Who wrote: noted on writes in the admin, and on nothing else."""

import pytest
from django.test import RequestFactory

from portal.history import Act, FieldChange, event_models, note_writer, written_by
from portal.history_words import _counted
from portal.models import Contact
from tests.factories.portal import ContactFactory, UserFactory

pytestmark = pytest.mark.django_db


def writers(contact) -> list[int | None]:
    events = event_models()["portal.Contact"].objects.filter(id=contact.pk).order_by("pgh_id")
    return [e.pgh_context and e.pgh_context.metadata["user"] for e in events]


def test_written_by_notes_the_user_with_server_side_binding():
    user = UserFactory()

    with written_by(user):
        contact = ContactFactory(function="Växel 100 % öppen")
        Contact.objects.filter(pk=contact.pk).update(name="Ny")
        key = contact.pk
        contact.delete()

    assert writers(Contact(pk=key)) == [user.pk] * 3


@pytest.mark.parametrize(
    ("method", "path", "noted"),
    [("post", "/admin/", True), ("get", "/admin/", False), ("post", "/stromsund/", False)],
)
def test_note_writer_notes_posts_in_the_admin_only(method, path, noted):
    user, made = UserFactory(), []
    request = getattr(RequestFactory(), method)(path)
    request.user = user

    note_writer(lambda _: made.append(ContactFactory()))(request)

    assert writers(made[0]) == [user.pk if noted else None]


def test_the_same_thing_done_many_times_is_one_line_with_their_number():
    added, other = Act("added", "ansvarig", "Polisen"), Act("added", "ansvarig", "Kommunen")
    changed = Act("changed", "insats", "Synas", [FieldChange("Plats", "", "Torget")])

    counted = _counted([added, changed, other, added, changed, added])

    assert [act.title for act in counted] == ["Polisen (3 gånger)", "Synas", "Kommunen", "Synas"]
