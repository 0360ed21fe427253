"""What the database itself keeps of an edition, whatever code or SQL comes along: what was frozen never
changes, what went out is never deleted, and a state only moves forwards."""

import pgtrigger

AFTER_RELEASE = ("state", "superseded_at", "withdrawn_at", "withdrawn_by_id", "withdrawal_reason")
"""Columns that may still move once an edition is out: when it ended, and how."""

AT_RELEASE = (
    *AFTER_RELEASE,
    "number",
    "published_at",
    "published_by_id",
    "unsigned_reason",
    "rejected_at",
    "rejection_comment",
)
"""Columns that may move while it is a candidate."""


def _without(columns: tuple[str, ...]) -> str:
    return f"ARRAY[{', '.join(map(repr, columns))}]"


# A scheduled edition may still be called off before its moment: nobody has seen it.
ONLY_FORWARDS = pgtrigger.Trigger(
    name="edition_only_moves_forwards",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    func=f"""
        IF OLD.state = 'candidate'
            OR (OLD.state = 'published' AND OLD.published_at > clock_timestamp() AND NEW.state = 'voided') THEN
            IF to_jsonb(NEW) - {_without(AT_RELEASE)} <> to_jsonb(OLD) - {_without(AT_RELEASE)} THEN
                RAISE EXCEPTION 'a frozen edition cannot be changed';
            END IF;
            IF NEW.state NOT IN ('candidate', 'published', 'rejected', 'voided') THEN
                RAISE EXCEPTION 'a candidate cannot become %', NEW.state;
            END IF;
        ELSIF OLD.state = 'published' THEN
            IF to_jsonb(NEW) - {_without(AFTER_RELEASE)}
                <> to_jsonb(OLD) - {_without(AFTER_RELEASE)} THEN
                RAISE EXCEPTION 'a published edition cannot be changed';
            END IF;
            IF NEW.state NOT IN ('published', 'withdrawn') THEN
                RAISE EXCEPTION 'a published edition cannot become %', NEW.state;
            END IF;
            IF NEW.superseded_at IS DISTINCT FROM OLD.superseded_at
                AND OLD.superseded_at IS NOT NULL AND OLD.superseded_at <= clock_timestamp() THEN
                RAISE EXCEPTION 'an edition is superseded once';
            END IF;
        ELSE
            RAISE EXCEPTION 'an edition that is % cannot be changed', OLD.state;
        END IF;
        RETURN NEW;
    """,  # noqa: E501
)

TRIGGERS = [
    pgtrigger.Protect(name="edition_is_never_deleted", operation=pgtrigger.Delete),
    pgtrigger.Trigger(
        name="editions_are_never_truncated",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'editions are never deleted';",
    ),
    ONLY_FORWARDS,
]
"""On every edition table."""
