"""Since when a holder of a post is on record, and since when the plan has a part.

What is on record of the past says it best: the trail has an event of each holder and of
each part that was added. A holder of whom it tells nothing is taken to have been recorded
on the day they began, which is how such a holder has been shown until now.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from django.db import migrations, models

from madegood.clock.moments import london_date

_ADDED = {"recommendation": "Recommendation", "action": "Action"} | {
    "expectedoutcome": "ExpectedOutcome"
}


def since_when(apps: Any, schema_editor: Any) -> None:
    events = apps.get_model("trail", "Event").objects
    _holders(apps, events.filter(kind="post_held").order_by("at", "id"))
    for event in events.filter(kind__in=("part_added", "action_raised")):
        model = apps.get_model("plan", _ADDED.get(event.subject_kind, "Action"))
        if event.subject_kind in _ADDED and event.subject_id.isdigit():
            rows = model.objects.filter(pk=int(event.subject_id))
            rows.update(added_on=london_date(event.at))


def _holders(apps: Any, told: Iterable[Any]) -> None:
    known = {
        (e.subject_id, e.facts.get("start"), e.facts.get("person")): e.at for e in told
    }
    rows = apps.get_model("plan", "Holder").objects.select_related("person")
    held = list(rows.order_by("start", "id"))
    for row in held:
        name = f"{row.person.first_name} {row.person.last_name}".strip()
        key = (str(row.post_id), f"{row.start:%-d %B %Y}", name)
        row.recorded_at = known.get(key) or _noon(row.start)
        row.save(update_fields=["recorded_at"])
    for row in held:
        if row.end is None:
            continue
        # Whoever came after was recorded in the same act that ended this one.
        after = [h.recorded_at for h in held if _follows(h, row)]
        row.end_recorded_at = min(after, default=_noon(row.end))
        row.save(update_fields=["end_recorded_at"])


def _follows(one: Any, row: Any) -> bool:
    same = one.post_id == row.post_id and one.pk != row.pk
    return bool(same and one.start == row.end)


def _noon(day: Any) -> datetime:
    return datetime.combine(day, time(12), UTC)


class Migration(migrations.Migration):
    # On PostgreSQL a table that was written to takes no new constraint before the end
    # of the transaction; so the rows are filled in one migration, and bound in the next.

    dependencies = [
        ("plan", "0011_colour_keys"),
        ("trail", "0001_initial"),
    ]

    operations = [
        migrations.AddField("action", "added_on", models.DateField(null=True)),
        migrations.AddField("expectedoutcome", "added_on", models.DateField(null=True)),
        migrations.AddField("recommendation", "added_on", models.DateField(null=True)),
        migrations.AddField(
            "holder", "end_recorded_at", models.DateTimeField(null=True)
        ),
        migrations.AddField("holder", "recorded_at", models.DateTimeField(null=True)),
        migrations.RunPython(since_when, migrations.RunPython.noop),
    ]
