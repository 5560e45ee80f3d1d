"""What plans knew of their inspections is kept when it moves to a table of its own."""

import os
import sqlite3
import subprocess
import sys


def migrate(folder, *to):
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", *to, "--verbosity", "0"],
        env=os.environ
        | {
            "MADEGOOD_DATA": str(folder),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "madegood.project.settings",
        },
        check=True,
    )


def test_an_existing_ledger_keeps_its_plans_and_their_inspections(tmp_path):
    migrate(tmp_path, "plan", "0003")
    [ledger] = [f for f in tmp_path.rglob("*") if f.suffix in (".db", ".sqlite3")]
    given = (
        "title, authority, framework, inspected_from, inspected_to, published, "
        "judgements, adopted_on, files"
    )
    rows = [
        ("One", "Oakshire", "inspection", "2019-11-11", "2019-11-22", "2020-01-09",
         '{"Care": "Good"}', "2020-05-01", "[]"),
        ("Two", "", "focused visit", None, None, None, "{}", "2021-09-01", "[]"),
        ("Three", "", "", None, None, None, "{}", "2022-01-01", "[]"),
    ]  # fmt: skip
    with sqlite3.connect(ledger) as ledger_before:
        marks = ", ".join("?" * 9)
        ledger_before.executemany(
            f"INSERT INTO plan_plan ({given}) VALUES ({marks})", rows
        )
    ledger_before.close()
    migrate(tmp_path)
    after = sqlite3.connect(ledger)
    plans = after.execute("SELECT short, main_from FROM plan_plan ORDER BY id")
    assert plans.fetchall() == [
        ("ILACS19", "2020-05-01"),
        ("FV21", "2021-09-01"),
        ("PLAN22", "2022-01-01"),
    ]
    asked = "SELECT kind, started, ended, published, judgements, plan_id"
    kept = after.execute(f"{asked} FROM plan_inspection ORDER BY id").fetchall()
    after.close()
    assert kept == [
        ("ilacs", "2019-11-11", "2019-11-22", "2020-01-09", '{"Care": "Good"}', 1),
        ("focused_visit", None, None, None, "{}", 2),
    ]
