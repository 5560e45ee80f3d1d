"""Server time of every page of a demo, beside the page that does nothing.

    .venv/bin/python bench/pages.py demo-data

Prints the median of nine requests in milliseconds, the number of queries, and the
ratio to /health in the same run. The budget of the first issue is 100 ms a page.
"""

import statistics
import sys
import time
from pathlib import Path

from madegood.jobs.demo_cast import CAST
from madegood.jobs.ledger import open_ledger

TIMES = 9
PAGES = (
    "/health",
    "/plan",
    "/plan/recommendations/4",
    "/plan/recommendations/4/line-of-sight",
    "/plan/actions/4.2",
    "/plan/outcomes/4.a",
    "/plan/history/action/4.2",
    "/plan/import",
    "/measures",
    "/measures/rhi_held_72h",
    "/measures/missing_episodes",
    "/data",
    "/data/1",
    "/papers",
    "/papers/1",
)


def main(folder: Path) -> None:
    open_ledger(folder)
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from madegood.accounts.queries import person

    browser = Client()
    someone = person(next(one.email for one in CAST if one.role == "plan_manager"))
    assert someone is not None
    browser.force_login(someone, backend="django.contrib.auth.backends.ModelBackend")
    idle = None
    print(f"{'page':<42}{'ms':>7}{'queries':>9}{'× health':>10}")
    for page in PAGES:
        taken = []
        for _ in range(TIMES):
            with CaptureQueriesContext(connection) as asked:
                started = time.perf_counter()
                answer = browser.get(page, headers={"host": "localhost"})
                taken.append((time.perf_counter() - started) * 1000)
        middle = statistics.median(taken)
        idle = idle or middle
        said = "" if answer.status_code == 200 else f"  {answer.status_code}"
        print(f"{page:<42}{middle:>7.1f}{len(asked):>9}{middle / idle:>10.1f}{said}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
