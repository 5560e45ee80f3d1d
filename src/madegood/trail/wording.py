"""A sentence for every kind of event, from one table."""

from collections.abc import Mapping
from typing import Any

WORDS: dict[str, str] = {
    "person_added": "{actor} gave {subject} a sign-in as {role}",
    "signed_in": "{actor} signed in",
    "signed_out": "{actor} signed out",
    "children_seen": "{actor} looked at {rows} children behind “{subject}”: {why}",
    "decision_recorded": "{actor} recorded the data-protection decision: {why}",
    "snapshot_loaded": "{actor} loaded {subject}: {rows} rows from {files} files",
    "load_refused": "{actor} tried to load {subject}; {errors} faults were found and nothing was stored",
    "measures_run": "{actor} computed {measures} measures as of {as_of}",
    "draft_started": "{actor} read {subject}: {rows} rows to decide",
    "draft_row_decided": "{actor} decided “{decision}” on row {row} of {subject}",
    "draft_rest_accepted": "{actor} accepted the remaining {rows} rows of {subject} in one act",
    "draft_confirmed": "{actor} confirmed {subject}: {actions} actions, {outcomes} expected outcomes",
    "draft_left": "{actor} set aside the draft of {subject}: {why}",
    "progress_said": "{actor} said of {subject}: {delivery}. “{words}”",
    "date_moved": "{actor} moved the date of {subject} to {to}, agreed by {agreed_by}: {why}",
    "evidence_added": "{actor} recorded evidence for {subject}: {title}",
    "evidence_checked": "{actor} checked the evidence “{title}” for {subject}",
    "outcome_retired": "{actor} retired {subject}: {why}",
    "post_held": "{actor} recorded that {person} holds the post {subject} from {start}",
    "test_attached": "{actor} attached a test to {subject}: {title}",
    "suggestions_accepted": "{actor} accepted {tests} suggested tests for {subject}",
    "signed": "{actor} signed that {subject} is embedded: {why}",
    "retested": "{actor} tested every claim again as of {as_of}; {changed} changed",
    "standing_changed": "{subject} is now “{state}”, {because}",
    "paper_made": "{actor} made {subject} as of {as_of}",
    "paper_taken": "{actor} took a copy of {subject} as {format}",
}


class NotWorded(KeyError):
    """An event kind that has no sentence."""


def sentence(
    kind: str, *, actor: str, subject: str, why: str, facts: Mapping[str, Any]
) -> str:
    """The event in English; raises NotWorded for a kind that is not in the table."""
    if kind not in WORDS:
        raise NotWorded(kind)
    return WORDS[kind].format_map(
        {**facts, "actor": actor, "subject": subject, "why": why}
    )
