"""Search over twenty thousand things, beside the database's own search written by hand.

    .venv/bin/python bench/search.py FOLDER [HOW_MANY]

The rival is SQLite's FTS5 (its porter tokenizer, its own ranking, the permission in the
query), or on PostgreSQL (DATABASE_URL) a GIN index over to_tsvector, asked through
plainto_tsquery and ts_rank. Both hold the same titles and texts in the same database and
answer the same questions, in turn, within the same run; each gives its first 200 ids.
Prints milliseconds and, for each question, how many of the things each has found.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from madegood.jobs.ledger import open_ledger
from madegood.jobs.run_it import bring_up_to_date

TIMES = 15
MOST = 200
ASKED = (
    "return interviews",
    "missing children overnight",
    "supervision",
    "out-of-hours placements audited",
    "threshold",
    "guardianship carers training plans",
)
NOUNS = [
    "interview",
    "child",
    "placement",
    "review",
    "visit",
    "carer",
    "threshold",
    "referral",
    "audit",
    "plan",
    "panel",
    "assessment",
    "guardianship",
    "supervision",
    "caseload",
    "provider",
    "training",
    "escalation",
    "protocol",
    "partner",
    "police",
    "housing",
    "health",
    "school",
    "court",
    "family",
    "worker",
    "manager",
    "team",
    "board",
]
VERBS = [
    "offered",
    "held",
    "reviewed",
    "audited",
    "missed",
    "recorded",
    "escalated",
    "planned",
    "placed",
    "trained",
    "supervised",
    "assessed",
    "agreed",
    "challenged",
    "delayed",
    "closed",
    "reopened",
    "monitored",
]
OTHERS = [
    "within",
    "days",
    "overnight",
    "return",
    "missing",
    "out-of-hours",
    "early",
    "timely",
    "quality",
    "children",
    "monthly",
    "weekly",
    "new",
    "joint",
    "practice",
    "emergency",
    "specialist",
    "local",
    "independent",
]


def text(made: random.Random, words: int) -> str:
    """As long as what people write, some words far commoner than others."""
    pools = (NOUNS, VERBS, OTHERS)
    said = [
        pool[min(int(made.expovariate(0.18)), len(pool) - 1)]
        for pool in made.choices(pools, k=words)
    ]
    rare = [f"{made.choice(NOUNS)}{made.randint(1, 4000)}" for _ in range(words // 12)]
    return " ".join([*said, *rare])


def fill(count: int) -> float:
    """The index of this program, filled with made-up things; seconds it took."""
    from django.db import transaction

    from madegood.accounts.permissions import Permission
    from madegood.search.index import _lots, _take_up
    from madegood.search.sources import Found

    made = random.Random(20261126)
    several = (Permission.PLAN_VIEW, Permission.DOCUMENTS_VIEW, Permission.DATA_LOAD)
    every = {
        ("comment", f"{n}"): Found(
            "comment", f"{n}", text(made, 9), text(made, 20), several[n % 3]
        )
        for n in range(count)
    }
    started = time.perf_counter()
    for some in _lots(every):
        with transaction.atomic():
            _take_up(some, every)
    return time.perf_counter() - started


def rival() -> tuple[str, float, Callable[[str, list[str]], list[int]]]:
    """The database's own search over the same entries: its name, the seconds to fill
    it, and how it is asked."""
    from django.db import connection

    started = time.perf_counter()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("DROP TABLE IF EXISTS rival")
            cursor.execute(
                "CREATE TABLE rival AS SELECT id, permission, "
                "setweight(to_tsvector('english', title), 'A') || "
                "to_tsvector('english', text) AS said FROM search_entry"
            )
            cursor.execute("CREATE INDEX ON rival USING gin (said)")
            cursor.execute("ANALYZE rival")
        else:
            cursor.execute("DROP TABLE IF EXISTS rival")
            cursor.execute(
                "CREATE VIRTUAL TABLE rival USING fts5("
                "permission UNINDEXED, title, text, tokenize = 'porter unicode61')"
            )
            cursor.execute(
                "INSERT INTO rival(rowid, permission, title, text) "
                "SELECT id, permission, title, text FROM search_entry"
            )
    taken = time.perf_counter() - started
    if connection.vendor == "postgresql":
        return "PostgreSQL, to_tsvector", taken, _postgres
    return "SQLite, FTS5", taken, _sqlite


def _postgres(asked: str, may: list[str]) -> list[int]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id FROM rival, plainto_tsquery('english', %s) asked "
            "WHERE said @@ asked AND permission = ANY(%s) "
            "ORDER BY ts_rank(said, asked) DESC, id LIMIT %s",
            [asked, may, MOST],
        )
        return [row[0] for row in cursor.fetchall()]


def _sqlite(asked: str, may: list[str]) -> list[int]:
    from django.db import connection

    words = " ".join(f'"{word}"' for word in asked.split())
    marks = ", ".join(["%s"] * len(may))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT rowid FROM rival WHERE rival MATCH %s AND permission IN ({marks}) "
            "ORDER BY bm25(rival, 0, 6, 1), rowid LIMIT %s",
            [words, *may, MOST],
        )
        return [row[0] for row in cursor.fetchall()]


def ours(asked: str, may: list[str]) -> list[int]:
    from madegood.search.queries import _by_words
    from madegood.search.stems import asked as stems_of

    wanted = stems_of(asked)
    return _by_words(wanted, may, "", len(wanted))


def main(folder: Path, count: int) -> None:
    open_ledger(folder)
    bring_up_to_date()
    filled = fill(count)
    name, rival_filled, by_rival = rival()
    may = ["plan_view", "documents_view"]
    print(f"{count:,} things; filled in {filled:.1f} s, {name} in {rival_filled:.1f} s")
    print(f"{'question':<40}{'ours ms':>9}{'rival ms':>9}{'ratio':>7}{'found':>12}")
    every: list[float] = []
    for asked in ASKED:
        taken: dict[str, list[float]] = {"ours": [], "rival": []}
        found: dict[str, int] = {}
        for _ in range(TIMES):
            for who, ask in (("ours", ours), ("rival", by_rival)):
                started = time.perf_counter()
                found[who] = len(ask(asked, may))
                taken[who].append((time.perf_counter() - started) * 1000)
        mine, its = (statistics.median(taken[who]) for who in ("ours", "rival"))
        every.append(mine / its)
        both = f"{found['ours']}/{found['rival']}"
        print(f"{asked:<40}{mine:>9.1f}{its:>9.1f}{mine / its:>7.2f}{both:>12}")
    print(f"middle ratio {statistics.median(every):.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)
