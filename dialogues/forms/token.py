"""The token of a survey's form: it is about the edition whose questions the form asks."""

from typing import ClassVar

from portal import form_token

SALT = "dialogues.survey"


class FormToken(form_token.FormToken):
    salt: ClassVar[str] = SALT
