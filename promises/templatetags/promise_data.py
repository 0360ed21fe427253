"""Readings as data for machines (promises.structured), for ``json_ld``."""

from django import template

from promises import structured

register = template.Library()
register.filter("place_data", structured.place_data)
register.filter("period_data", structured.period_data)
register.filter("follow_up_data", structured.follow_up_data)
register.filter("promise_data", structured.promise_data)
