"""`madegood report`: what cannot be written is refused before anything is opened."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from madegood.jobs.report_command import report


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        (["cabinet", "--as-of", "2026-11-30", "--out", "a.pdf"], "There is: scrutiny."),
        (["scrutiny", "--as-of", "2026-11-31", "--out", "a.pdf"], "such as 2026-11-30"),
        (["scrutiny", "--as-of", "soon", "--out", "a.pdf"], "such as 2026-11-30"),
        (["scrutiny", "--as-of", "2026-11-30", "--out", "a.odt"], ".html, .pdf, .docx"),
        (["scrutiny", "--as-of", "2026-11-30", "--out", "a"], ".html, .pdf, .docx"),
        (["scrutiny", "--as-of", "2026-11-30", "--out", "no/a.pdf"], "Make it first."),
    ],
)
def test_a_request_that_cannot_be_met_says_what_to_do(
    asked: list[str], says: str, tmp_path: Path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    found = CliRunner().invoke(report, asked)
    assert found.exit_code == 2
    assert says in found.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.django_db
def test_with_no_plan_there_is_nothing_to_report(tmp_path: Path):
    out = tmp_path / "paper.html"
    found = CliRunner().invoke(
        report, ["scrutiny", "--as-of", "2026-11-30", "--out", str(out)]
    )
    assert found.exit_code == 2
    assert "madegood plan import" in found.output
    assert not out.exists()
