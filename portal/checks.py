"""What a deployment lacks: told by ``check --deploy``, and once in the log at start."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register

NO_CONTACT = Warning(
    "SECURITY_CONTACT is not set, so /.well-known/security.txt answers 404.",
    hint="Set it to a mail address or an https:// page for reports of holes (README, “Deploy”).",
    id="portal.W001",
)

NO_CONTACT_WORDS = (NO_CONTACT.msg, NO_CONTACT.hint)


@register(Tags.security, deploy=True)
def says_where_holes_are_reported(**_: Any) -> list[CheckMessage]:
    return [] if settings.SECURITY_CONTACT else [NO_CONTACT]
