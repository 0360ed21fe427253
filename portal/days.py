"""The Swedish calendar day: what is in force, due or overdue turns at midnight in Stockholm."""

import datetime as dt

from django.utils import timezone


def today() -> dt.date:
    return timezone.localdate()
