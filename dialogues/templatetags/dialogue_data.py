"""Readings as data for machines (dialogues.structured), for ``json_ld``."""

from django import template

from dialogues import structured

register = template.Library()
register.filter("dialogue_data", structured.dialogue_data)
register.filter("dialogue_list_data", structured.dialogue_list_data)
