"""What the worker does daily for dialogues."""

import datetime as dt
import logging

from dialogues.deletion import delete_due
from dialogues.reminders import send_reminders
from portal.worker import daily

logger = logging.getLogger(__name__)


@daily
def delete_answers(on: dt.date) -> None:
    for line in delete_due(on=on):
        logger.info("Answers deleted by rule: %s", line)


@daily
def remind(on: dt.date) -> int:
    return send_reminders(on=on)
