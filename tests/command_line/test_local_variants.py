"""What an authority sets otherwise stands beside the standard, and never alone."""

import json

import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main

EPISODES = """\
episode_id,child_id,kind,started_at,returned_at
e1,C1,missing,2026-05-01T20:00,2026-05-02T09:00
e2,C2,missing,2026-05-01T20:00,2026-05-02T09:00
"""
INTERVIEWS = """\
interview_id,child_id,offered,accepted,held_at
i1,C1,yes,yes,2026-05-03T08:00
i2,C2,yes,yes,2026-05-05T08:00
"""


@pytest.fixture
def folder(tmp_path):
    for name, text in {
        "children": "child_id,date_of_birth\nC1,2012-03-01\nC2,2012-03-01\n",
        "missing_episodes": EPISODES,
        "return_interviews": INTERVIEWS,
        "return_interview_episodes": "interview_id,episode_id\ni1,e1\ni2,e2\n",
    }.items():
        (tmp_path / f"{name}.csv").write_text(text)
    return tmp_path


def ask(*words):
    told = CliRunner().invoke(main, ["measures", *words, "--as-of", "2026-06-30"])
    assert told.exit_code == 0, told.output
    return told


def results(folder, *words):
    told = ask("run", *words, "--from", str(folder), "--json")
    return json.loads(told.stdout)["results"]


def test_with_nothing_set_otherwise_there_is_the_standard_alone(folder):
    (folder / "settings.toml").write_text("[rhi_held_72h]\nhours = 72")
    (only,) = results(folder, "rhi_held_72h")
    assert (only["measure"], only["variant"]) == ("rhi_held_72h", "standard")


def test_the_standard_comes_first_and_the_local_variant_after_it(folder):
    (folder / "settings.toml").write_text("[rhi_held_72h]\nhours = 24")
    found = results(folder, "rhi_offered", "rhi_held_72h", "rhi_independent")
    assert [(one["measure"], one["variant"]) for one in found] == [
        ("rhi_offered", "standard"),
        ("rhi_held_72h", "standard"),
        ("rhi_held_72h@local", "local"),
        ("rhi_independent", "standard"),
    ]
    _, ours, theirs, _ = found
    assert (ours["numerator"], ours["denominator"]) == (2, 2)
    assert (theirs["numerator"], theirs["denominator"]) == (1, 2)
    assert ours["definition"] != theirs["definition"]


def test_by_month_every_month_has_both(folder):
    (folder / "settings.toml").write_text("[rhi_held_72h]\nhours = 24")
    found = results(folder, "rhi_held_72h", "--by", "month")
    assert len(found) == 4
    assert [one["by"]["month"] for one in found[:2]] == ["2026-05", "2026-06"]
    assert [one["by"] for one in found[:2]] == [one["by"] for one in found[2:]]


def test_in_words_the_local_one_is_named_as_such(folder):
    (folder / "settings.toml").write_text("[rhi_held_72h]\nhours = 24")
    said = ask("run", "rhi_held_72h", "--from", str(folder)).output
    assert "Return interviews held within 72 hours, of all due, local variant" in said


def test_rows_are_of_the_local_variant_and_say_so(folder):
    (folder / "settings.toml").write_text("[rhi_held_72h]\nhours = 24")
    told = ask("rows", "rhi_held_72h", "--from", str(folder), "--json")
    assert json.loads(told.stdout)["rows"][1]["state"] == "NOT_MET"
    assert told.stderr == (
        "Local variant: hours 24, where the standard has 72.\n"
    )  # fmt: skip


def test_show_says_since_when_it_means_what_it_means():
    told = CliRunner().invoke(main, ["measures", "show", "threshold_visits"])
    assert "Versions of the definition:" in told.output
    assert "from 26 November 2026. The first definition." in told.output
    assert "on which they were to cease." in told.output
