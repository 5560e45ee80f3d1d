"""A sentence for every kind of event, from one table."""

from collections.abc import Mapping
from typing import Any

WORDS: dict[str, str] = {
    "person_added": "{actor} gave {subject} a sign-in as {role}",
    "signed_in": "{actor} signed in",
    "signed_out": "{actor} signed out",
    "children_seen": "{actor} looked at {rows} children behind “{subject}”: {why}",
    "children_turned_back": "{actor} turned {rows} children’s codes back into the case system’s own numbers: {why}",
    "case_link_set": "{actor} set {subject} to {template}, owned by {owner}: {why}",
    "case_link_off": "{actor} turned {subject} off, owned by {owner}: {why}",
    "list_compared": "{actor} compared a list of {listed} with “{subject}”: {theirs} only on the list, {ours} only here, {both} on both. {why}",
    "list_taken": "{actor} took away a comparison of {rows} rows with “{subject}”: {why}",
    "identities_seen": "{actor} saw who is meant in {subject}: {why}",
    "matches_proposed": "{actor} compared {theirs} records of {subject} with {ours} of ours: {pairs} pairs to decide",
    "match_confirmed": "{actor} confirmed that {subject} is one child: {why}",
    "match_rejected": "{actor} decided that {subject} is not one child: {why}",
    "match_undone": "{actor} took back the decision on {subject}: {why}",
    "matching_cleared": "{actor} removed {people} people’s details from the matching with {subject}",
    "key_changed": "{actor} changed {subject}; what it had made for {children} children was made again: {why}",
    "escrow_written": "{actor} wrote {keys} keys into an escrow file",
    "escrow_held": "{actor} opened the escrow: it holds all {keys} keys in use",
    "escrow_failed": "{actor} opened the escrow: it lacks {missing} of {keys} keys in use",
    "decision_recorded": "{actor} recorded the data-protection decision: {why}",
    "snapshot_loaded": "{actor} loaded {subject}: {rows} rows from {files} files",
    "upload_received": "{actor} sent {subject}: {files} files",
    "upload_read": "{actor} read {subject}: {rows} rows, {read} read and {set_aside} set aside",
    "upload_accepted": "{actor} accepted {subject}, with {set_aside} rows set aside",
    "upload_rejected": "{actor} rejected {subject}: {why}",
    "upload_withdrawn": "{actor} withdrew {subject}: {why}",
    "upload_failed": "{actor} could not read {subject}: {why}",
    "snapshot_expired": "{actor} removed the rows of {subject}, as their time was over",
    "snapshot_held": "{actor} put {subject} on hold, so that its rows stay: {why}",
    "snapshot_released": "{actor} took {subject} off hold: {why}",
    "schedule_set": "{actor} set how long snapshots keep their rows: {subject}. {why}",
    "precedence_set": "{actor} set which source speaks first for {subject}: {order}, owned by {owner}. {why}",
    "child_erased": "{actor} erased a child: {rows} rows in {snapshots} snapshots and {uploads} uploads. {why}",
    "store_faulty": "{actor} found that what is stored does not add up: {why}",
    "store_mended": "{actor} found that {subject} adds up again",
    "load_refused": "{actor} tried to load {subject}; {errors} faults were found and nothing was stored",
    "measures_run": "{actor} computed {measures} measures as of {as_of}",
    "draft_started": "{actor} read {subject}: {rows} rows to decide",
    "draft_row_decided": "{actor} decided “{decision}” on row {row} of {subject}",
    "draft_rest_accepted": "{actor} accepted the remaining {rows} rows of {subject} in one act",
    "draft_confirmed": "{actor} confirmed {subject}: {actions} actions, {outcomes} expected outcomes",
    "main_plan_chosen": "{actor} made {subject} the main plan: {why}",
    "plan_ended": "{actor} ended {subject}: {why}",
    "draft_left": "{actor} set aside the draft of {subject}: {why}",
    "progress_said": "{actor} said of {subject}: {delivery}. “{words}”",
    "date_moved": "{actor} moved the date of {subject} to {to}, agreed by {agreed_by}: {why}",
    "evidence_added": "{actor} recorded evidence for {subject}: {title}",
    "evidence_checked": "{actor} checked the evidence “{title}” for {subject}",
    "file_taken": "{actor} took a copy of the attached file “{subject}”",
    "files_verified": "{actor} looked at every attached file again: {files} files, {faulty} missing or altered",
    "files_swept": "{actor} removed {files} files that nothing names",
    "countability_decided": "{actor} decided that {subject} {answer}: {why}",
    "outcome_retired": "{actor} retired {subject}: {why}",
    "post_held": "{actor} recorded that {person} holds the post {subject} from {start}",
    "test_attached": "{actor} attached a test to {subject}: {title}",
    "test_withdrawn": "{actor} withdrew a test of {subject}, “{title}”: {why}",
    "withdrawal_agreed": "{actor} agreed that “{title}” is asked of {subject} no more",
    "suggestions_accepted": "{actor} accepted {tests} suggested tests for {subject}",
    "signed": "{actor} signed that {subject} is embedded: {why}",
    "retested": "{actor} tested every claim again as of {as_of}; {changed} changed",
    "standing_changed": "{subject} is now “{state}”, {because}",
    "oddity_found": "{actor} found something odd: {subject}",
    "oddity_explained": "{actor} explained that {subject}: “{verdict}”. {why}",
    "benchmarks_loaded": "{actor} loaded the published figures {subject}: {rows} rows",
    "board_set_up": "{actor} set up {subject}: it meets {often}",
    "board_changed": "{actor} changed {subject}: {what}",
    "board_ended": "{actor} ended {subject}: {why}",
    "member_joined": "{actor} recorded that {member} sits on {subject} from {since}",
    "member_left": "{actor} recorded that {member} left {subject} on {until}",
    "line_agreed": "{actor} recorded what {subject} is to be told: {what}, {often}",
    "line_ended": "{actor} ended what {subject} was to be told, {what}: {why}",
    "meetings_dated": "{actor} dated {count} meetings of {subject}: {rule}",
    "meeting_moved": "{actor} moved {subject} to {to}: {why}",
    "meeting_cancelled": "{actor} cancelled {subject}: {why}",
    "agenda_published": "{actor} published the agenda of {subject}, {items} items",
    "agenda_changed": "{actor} changed the agenda of {subject}: {what}",
    "meeting_held": "{actor} recorded that {subject} was held, {present} of {members} members there",
    "minute_taken": "{actor} minuted {item} of {subject}",
    "matter_raised": "{actor} recorded {subject}, to {to}, by {due}",
    "matter_answered": "{actor} answered {subject} for {post}",
    "answer_withdrawn": "{actor} withdrew the answer to {subject}: {why}",
    "answer_accepted": "{actor} recorded that the board accepted the answer to {subject} on {on}",
    "answer_sent_back": "{actor} recorded that the board sent back the answer to {subject} on {on}: {why}",
    "matter_fit": "{actor} found {subject} fit to print in a public paper",
    "matter_not_fit": "{actor} took {subject} out of public papers: {why}",
    "matter_linked": "{actor} linked {subject} with action {action}, which it {how}",
    "board_asked_of_action": "{actor} linked {subject} with {matter}, which {how} it",
    "insight_raised": "{actor} raised {to} from “{subject}”: {why}",
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
