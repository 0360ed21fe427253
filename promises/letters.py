"""The letter with a personal link, to those who sign without an account."""

from django.urls import reverse

from portal.mail import absolute, deliver_letter
from promises.models import SignatureRequest


def ask_by_link(request: SignatureRequest, *, token: str) -> None:
    """The only place where the token is; the letter's text is forgotten once it has been sent."""
    deliver_letter(
        to=request.email,
        letter="sign_off_link",
        message_key=f"sign-off-link:{request.pk}",
        edition=request.edition,
        request=request,
        link=absolute(reverse("promises:sign_off", args=[token])),
    )
