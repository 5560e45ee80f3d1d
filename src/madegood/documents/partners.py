"""Partner organisations that approve documents, or are told of them."""

from django.db import transaction

from madegood.accounts.actions import require
from madegood.accounts.models import User
from madegood.accounts.permissions import Permission
from madegood.documents.actions import NotWritten
from madegood.documents.kinds import BodyKind
from madegood.documents.models import Body
from madegood.governance.models import Board
from madegood.trail.actions import record_event


@transaction.atomic
def add_body(*, by: User, name: str, kind: str) -> Body:
    """A partner organisation that approves documents, or is told of them. Boards are
    set up in their own room, so that each of them is known once."""
    require(by, Permission.DOCUMENTS_EDIT)
    name = " ".join(name.split())
    if not name or kind not in list(BodyKind):
        raise NotWritten("Give the partner a name, and say what it is.")
    if Body.objects.filter(name__iexact=name).exists():
        raise NotWritten(f"“{name}” is in the list already.")
    if Board.objects.filter(name__iexact=name).exists():
        raise NotWritten(
            f"“{name}” is one of the boards, and so is in the list already."
        )
    body = Body.objects.create(name=name, kind=kind)
    record_event(by=by, kind="body_added", subject=body)
    return body
