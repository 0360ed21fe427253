"""Where on a page what a constraint says is shown: beside the field that it is about."""

from portal.admin.placed_errors import PlacedErrors

PLACES = {
    "period_ends_after_it_starts": "ends_on",
    "period_address_is_unique_in_its_place": "slug",
    "period_address_is_free": "slug",
    "signatory_signs_once": "name",
    "area_heading_is_unique_in_its_period": "heading",
    "promise_address_is_unique_in_its_period": "slug",
    "promise_address_is_free": "slug",
    "promise_says_something": "statement",
    "promise_does_not_continue_itself": "continues",
    "evidence_year_is_plausible": "year",
    "goal_that_only_points_has_no_target": "target_value",
    "goal_that_cannot_be_judged_says_why": "verdict_reason",
    "reading_is_one_per_day_and_source": "on",
    "unfinished_action_states_a_reason": "reason",
    "only_an_unfinished_action_has_a_reason": "reason",
    "counted_action_says_how_many": "promised_count",
    "follow_up_is_one_per_period_kind_and_day": "as_of",
    "promise_is_judged_once_per_follow_up": "promise",
    "promise_that_cannot_be_judged_says_why": "text",
}
"""Fields by the names of constraints, of all rows of promises."""


class PlacedForm(PlacedErrors):
    places = PLACES
