"""The admin of promises: drafts, the reporting desk, publishing."""

from promises.admin import (
    actions,
    areas,
    follow_up_plans,
    follow_ups,
    goals,
    periods,
    promises,
    todo,
)

__all__ = [
    "actions",
    "areas",
    "follow_up_plans",
    "follow_ups",
    "goals",
    "periods",
    "promises",
    "todo",
]
