"""What the worker does daily for promises."""

import datetime as dt

from portal.worker import daily
from promises.reminders import send_reminders


@daily
def remind(on: dt.date) -> int:
    return send_reminders(on=on)
