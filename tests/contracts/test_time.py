"""Nothing but the demo may say that it is another time than it is."""

import ast
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2] / "src" / "madegood"
MAY_TELL = {"jobs/demo_story.py", "jobs/demo_work.py", "jobs/demo_year.py"}


def names(path):
    return {
        alias.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and node.module == "madegood.clock.today"
        for alias in node.names
    }


def test_only_the_demo_tells_another_time():
    tells = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if "telling" in names(path)
    }
    assert tells == MAY_TELL
