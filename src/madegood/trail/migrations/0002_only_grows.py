"""The database itself refuses to change or remove an event.

The model refuses too, but a query written by hand, or by another program, would not
meet the model.
"""

from typing import Any

from django.db import migrations

SQLITE = [
    """CREATE TRIGGER trail_event_kept_{what} BEFORE {what} ON trail_event
    BEGIN SELECT RAISE(ABORT, 'The trail only grows'); END""",
]
POSTGRES = [
    """CREATE FUNCTION trail_only_grows() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'The trail only grows'; END $$""",
    """CREATE TRIGGER trail_event_kept BEFORE UPDATE OR DELETE ON trail_event
    FOR EACH ROW EXECUTE FUNCTION trail_only_grows()""",
]


def guard(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for what in ("UPDATE", "DELETE"):
            schema_editor.execute(SQLITE[0].format(what=what))
    elif schema_editor.connection.vendor == "postgresql":
        for statement in POSTGRES:
            schema_editor.execute(statement)


def unguard(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "sqlite":
        for what in ("UPDATE", "DELETE"):
            schema_editor.execute(f"DROP TRIGGER trail_event_kept_{what}")
    elif schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER trail_event_kept ON trail_event")
        schema_editor.execute("DROP FUNCTION trail_only_grows()")


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
