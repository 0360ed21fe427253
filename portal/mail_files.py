"""Mail as files, for a laptop and the demo: one readable text per letter, so that links can be clicked."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone


class ReadableFiles(BaseEmailBackend):
    def __init__(self, *, folder: Path, **options: Any) -> None:
        super().__init__(**options)
        self.folder = folder

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        self.folder.mkdir(parents=True, exist_ok=True)
        for message in email_messages:
            self._path(message).write_text(_text(message), encoding="utf-8")
        return len(email_messages)

    def _path(self, message: EmailMessage) -> Path:
        """Named by time, addressee and Message-ID: the same letter twice is one file within a minute."""
        moment = timezone.localtime().strftime("%Y-%m-%d_%H.%M")
        to = re.sub(r"[^\w.@-]", "_", message.to[0])
        ident = re.sub(r"\W", "", message.extra_headers.get("Message-ID", ""))[:8]
        return self.folder / f"{moment}_{to}_{ident}.txt"


def _text(message: EmailMessage) -> str:
    head = {"Från": message.from_email, "Till": ", ".join(message.to), "Ämne": message.subject}
    lines = [f"{name}: {value}" for name, value in head.items()]
    return "\n".join([*lines, "", str(message.body)])
