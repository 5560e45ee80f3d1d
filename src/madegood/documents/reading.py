"""Finding a document, and how its versions stand."""

from madegood.documents.models import Document, Step, Version
from madegood.documents.path import PathState, StepState, Taken, state_of


class NoSuchDocument(LookupError):
    """No document has that number."""


def find(document_id: int, *, lock: bool = False) -> Document:
    """The document; raises NoSuchDocument. `lock` within a transaction that changes it."""
    rows = Document.objects.select_for_update() if lock else Document.objects.all()
    found = rows.filter(pk=document_id).first()
    if found is None:
        raise NoSuchDocument(f"There is no document {document_id}.")
    return found


def taken(step: Step) -> Taken:
    """The step as the rules read it."""
    return Taken(
        step.approver, StepState(step.state), step.due, step.decided_on, step.why
    )


def state_of_version(version: Version) -> PathState:
    steps = version.steps.select_related("post", "board", "body")
    return state_of([taken(step) for step in steps])
