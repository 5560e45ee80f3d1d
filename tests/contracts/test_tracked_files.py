"""What must never be in the repository, and how large its parts may grow."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Written in pieces, so that this file does not hold what it forbids.
HOSTS = re.compile(
    "|".join(
        [
            r"pyp" + r"i\.org",
            r"pythonhoste" + "d",
            r"npmj" + r"s\.(org|com)",
            "deb\\.debia" + "n",
            "find-" + "links",
            "index-" + "url",
        ]
    )
)
MACHINE_PATHS = re.compile(r"(^|[^a-zA-Z])/(wor" + "k|far" + "m|roo" + r"t)/")
NOT_TEXT = {".png", ".svg", ".pdf", ".docx", ".parquet", ".xlsx", ".ico"}
FORBIDDEN_NAMES = {"utils", "helpers", "common", "misc", "core"}

# A longer module needs its reason here.
LONG_MODULES: dict[str, str] = {}
# A rival's question, from its joins to its counts, is read beside another's as one.
_RIVAL = "one question by hand, as an analyst would write it"
LONG_FUNCTIONS: dict[str, str] = {
    f"bench/rival_{who}.py:{name}": _RIVAL
    for who in ("duckdb", "polars", "pandas")
    for name in ("sql", f"by_{who}", "ask")
}


def tracked():
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()
    ]


def texts():
    return [path for path in tracked() if path.suffix not in NOT_TEXT]


def sources():
    return [
        path
        for path in tracked()
        if path.suffix == ".py" and "migrations" not in path.parts
    ]


def lines_matching(pattern):
    return [
        f"{path.relative_to(ROOT)}:{number}"
        for path in texts()
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_index():
    assert lines_matching(HOSTS) == []


def test_no_file_names_a_path_of_somebodys_machine():
    assert lines_matching(MACHINE_PATHS) == []


def test_every_locked_package_has_a_hash_and_no_address():
    for name in (
        "requirements.txt",
        "requirements-dev.txt",
        "requirements-bootstrap.txt",
    ):
        text = (ROOT / name).read_text()
        pins = [line for line in text.splitlines() if "==" in line]
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)
        assert "://" not in text


def test_the_npm_lock_holds_hashes_and_no_addresses():
    text = (ROOT / "package-lock.json").read_text()
    assert '"integrity"' in text
    assert '"resolved"' not in text


def test_no_module_has_a_name_that_says_nothing():
    assert [str(path) for path in sources() if path.stem in FORBIDDEN_NAMES] == []


@pytest.mark.parametrize(
    "path", sources(), ids=lambda path: str(path.relative_to(ROOT))
)
def test_files_and_functions_stay_small(path):
    name = str(path.relative_to(ROOT))
    source = path.read_text()
    budget = 400 if name.startswith("tests/") else 300
    if "web/pages" in name:
        budget = 200
    assert len(source.splitlines()) <= budget or name in LONG_MODULES
    if name.startswith("tests/"):
        return
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 40 or f"{name}:{node.name}" in LONG_FUNCTIONS, node.name
