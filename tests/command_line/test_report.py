"""`madegood report`: what cannot be written is refused before anything is opened."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from madegood.jobs.report_command import report
from tests.builders import a_plan


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


@pytest.fixture
def ledger(settings, tmp_path_factory, db):
    """A small plan with no data yet: the least there can be a paper about."""
    settings.DATA_DIR = tmp_path_factory.mktemp("data")
    return a_plan()


@pytest.mark.parametrize("suffix", ["html", "pdf", "docx", "json"])
def test_the_paper_is_written_and_said(ledger, suffix: str, tmp_path: Path):
    out = tmp_path / f"paper.{suffix}"
    asked = ["scrutiny", "--as-of", "2026-11-23", "--out", str(out)]
    found = CliRunner().invoke(report, asked)
    assert found.exit_code == 0, found.output
    assert out.read_bytes()[:5] in {b"<!DOC", b"%PDF-", b'{\n  "'} or suffix == "docx"
    assert f"Wrote {out}" in found.output
    assert "23 November 2026" in found.output


def test_asked_twice_it_writes_the_same_bytes(ledger, tmp_path: Path):
    for name in ("a.pdf", "b.pdf"):
        out = str(tmp_path / name)
        CliRunner().invoke(report, ["scrutiny", "--as-of", "2026-11-23", "--out", out])
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
