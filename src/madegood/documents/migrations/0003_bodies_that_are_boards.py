"""Boards that documents knew by themselves become the boards of the boards' own list.

Nothing is lost. A body that bears a board's name is that board; any other becomes a
board of which only the name is known, for nobody has said who chairs it or how often it
meets, and a migration may not say it for them. A board that a document is "agreed with",
as with a partner, stays a partner there. Each board takes one body at most, so that two
steps, or two tellings, never become one.
"""

from typing import Any

from django.db import migrations


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


def _named(body: Any, Board: Any, taken: set[int]) -> Any:
    """The board that the body is, or None: by its very name first, then as it sounds."""
    left = [board for board in Board.objects.order_by("pk") if board.pk not in taken]
    same = [board for board in left if board.name == body.name]
    alike = [board for board in left if _plain(board.name) == _plain(body.name)]
    return next(iter([*same, *alike]), None)


def _board_of(body: Any, Board: Any, taken: set[int]) -> Any:
    found = _named(body, Board, taken)
    if found is None:
        found = Board.objects.create(
            name=body.name, kind="other", purpose="", unit="", papers_days=0
        )
    taken.add(found.pk)
    return found


def boards_of_bodies(apps: Any, schema_editor: Any) -> None:
    Board = apps.get_model("governance", "Board")
    Body = apps.get_model("documents", "Body")
    Step = apps.get_model("documents", "Step")
    Telling = apps.get_model("documents", "Telling")
    taken: set[int] = set()
    names = set(Board.objects.values_list("name", flat=True))
    rows = list(Body.objects.filter(kind="board").order_by("pk"))
    # Those with a board's very name go first, so that none takes another's.
    for body in sorted(rows, key=lambda row: row.name not in names):
        board = _board_of(body, Board, taken)
        Step.objects.filter(body=body).update(body=None, board=board)
        Telling.objects.filter(body=body).update(
            body=None, board=board, audience=f"board:{board.pk}"
        )
        if body.documents.exists():
            body.kind = "other"
            body.save(update_fields=["kind"])
        else:
            body.delete()


def bodies_of_boards(apps: Any, schema_editor: Any) -> None:
    Body = apps.get_model("documents", "Body")
    Step = apps.get_model("documents", "Step")
    Telling = apps.get_model("documents", "Telling")
    for rows in (Step.objects, Telling.objects):
        for row in rows.filter(board__isnull=False).select_related("board"):
            row.body, _ = Body.objects.get_or_create(
                name=row.board.name, defaults={"kind": "board"}
            )
            row.board = None
            if hasattr(row, "audience"):
                row.audience = f"body:{row.body.pk}"
            row.save()


class Migration(migrations.Migration):

    dependencies = [
        ("documents", "0002_a_step_may_name_a_board"),
    ]

    operations = [
        migrations.RunPython(boards_of_bodies, bodies_of_boards),
    ]
