"""What stands around any thing on its page: what is said of it, and its documents."""

from typing import Any

from django.http import HttpRequest

from madegood.comments import queries
from madegood.documents.queries import documents_of
from madegood.web.forms.comment import CommentForm
from madegood.web.guard import person


def spoken_of(request: HttpRequest, kind: str, number: str) -> dict[str, Any]:
    """What parts/part_comments.html shows."""
    reader = person(request)
    thread = queries.thread(kind, number, reader)
    others = queries.who_may_be_told(thread.about, reader)
    return {"thread": thread, "comment_form": CommentForm(others)}


def around(
    request: HttpRequest, kind: str, number: str, part_id: int
) -> dict[str, Any]:
    """What parts/part_comments.html and parts/part_documents.html show of a part of
    the plan."""
    linked = documents_of(kind, part_id)
    return {"linked_documents": linked, **spoken_of(request, kind, number)}
