"""Swedish words, dates and numbers for every template."""
from django import template
register = template.Library()
