"""What may be told of a survey's answers. Pure functions: answers in, ``documents.Results`` out; no ORM.

Why no small group can be found, not even by subtraction between tables: docs/adr (survey results) and
``crossing.py``.
"""

from dialogues.results.compiling import compile_results
from dialogues.results.grouping import SMALLEST_GROUP
from dialogues.results.sheets import Given, Sheet

__all__ = ["SMALLEST_GROUP", "Given", "Sheet", "compile_results"]
