"""Files of an authority that is not there, as many rows as a test wants."""

import csv
import json
from datetime import date, datetime, timedelta
from pathlib import Path

FIRST = date(2025, 4, 1)
TEAMS = ("Assessment 1", "Assessment 2", "Leaving care")


def write_extract(folder: Path, children: int = 40) -> Path:
    """Five tables of the extract, every child with two episodes and one interview."""
    folder.mkdir(parents=True, exist_ok=True)
    ids = [f"C{number:07}" for number in range(children)]
    _write(
        folder / "children.csv",
        ("child_id", "date_of_birth", "sex", "team"),
        (
            (child, FIRST - timedelta(days=4000 + n), "fm"[n % 2], _team(n))
            for n, child in enumerate(ids)
        ),
    )
    _write(
        folder / "care_episodes.csv",
        ("child_id", "started_on", "legal_status", "provider", "team"),
        (
            (child, FIRST + timedelta(days=n % 60), "C2", "Oak House", _team(n))
            for n, child in enumerate(ids)
        ),
    )
    _write(
        folder / "missing_episodes.csv",
        ("episode_id", "child_id", "kind", "started_at", "returned_at", "team"),
        (episode for n, child in enumerate(ids) for episode in _episodes(n, child)),
    )
    _write(
        folder / "return_interviews.csv",
        ("interview_id", "child_id", "offered", "offered_at", "held_at", "provider"),
        (_interview(n, child) for n, child in enumerate(ids)),
    )
    _write(
        folder / "return_interview_episodes.csv",
        ("interview_id", "episode_id"),
        ((f"I{n:07}", f"E{n:07}a") for n, _ in enumerate(ids)),
    )
    (folder / "truth.json").write_text(json.dumps({"seed": 1}))
    return folder


def change_children(folder: Path, out: Path) -> Path:
    """Only children.csv, with one child more and the first one's sex corrected."""
    out.mkdir(parents=True, exist_ok=True)
    with (folder / "children.csv").open() as file:
        heading, first, *rest = csv.reader(file)
    first[2] = "m" if first[2] == "f" else "f"
    added = ["C9999999", "2012-05-06", "f", TEAMS[0]]
    _write(out / "children.csv", heading, [first, *rest, added])
    (out / "truth.json").write_text(json.dumps({"seed": 1}))
    return out


def _episodes(n: int, child: str):
    left = datetime.combine(FIRST, datetime.min.time()) + timedelta(days=n % 300)
    for suffix, later in (("a", 0), ("b", 90)):
        start = left + timedelta(days=later, hours=21)
        back = start + timedelta(hours=7 + n % 40)
        yield (
            f"E{n:07}{suffix}",
            child,
            "missing",
            f"{start:%Y-%m-%dT%H:%M}",
            f"{back:%Y-%m-%dT%H:%M}",
            _team(n),
        )


def _interview(n: int, child: str) -> tuple[str, ...]:
    back = datetime.combine(FIRST, datetime.min.time()) + timedelta(
        days=n % 300, hours=28 + n % 40
    )
    offered, held = back + timedelta(hours=5), back + timedelta(hours=30 + n % 80)
    return (
        f"I{n:07}",
        child,
        "yes",
        f"{offered:%Y-%m-%dT%H:%M}",
        f"{held:%Y-%m-%dT%H:%M}",
        "Northside",
    )


def _team(n: int) -> str:
    return TEAMS[n % len(TEAMS)]


def _write(path: Path, heading, rows) -> None:
    with path.open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(heading)
        out.writerows(rows)
