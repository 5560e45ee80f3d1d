"""`madegood data matrix`: what can be computed, from a folder or from what is loaded."""

import json

import pytest
from click.testing import CliRunner

from madegood.jobs.command_line import main

EPISODES = (
    "episode_id,child_id,kind,started_at,ended_at,looked_after,placed_by_us\n"
    "E1,C1,missing,2026-05-01T09:00,2026-05-02T09:00,yes,yes\n"
)


def run(*words):
    return CliRunner().invoke(main, ["data", "matrix", *map(str, words)])


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "missing_episodes.csv").write_text(EPISODES)
    (tmp_path / "children.csv").write_text("child_id,date_of_birth\nC1,2012-05-01\n")
    return tmp_path


def test_a_folder_answers_for_each_measure_without_storing_anything(folder):
    answer = run("--from", folder)
    assert answer.exit_code == 0
    assert answer.stdout.startswith("Of ")
    assert "missing_episodes" in answer.stdout
    assert "return interviews not loaded" in answer.stdout
    assert "`madegood data templates --recommendation" in answer.stdout


def test_as_json_every_measure_has_an_answer_and_each_of_its_tables_one(folder):
    found = json.loads(run("--from", folder, "--json").stdout)
    measures = [m for r in found["recommendations"] for m in r["measures"]]
    assert found["measures"] == len(measures)
    assert found["yes"] + found["partly"] + found["no"] == len(measures)
    episodes = next(m for m in measures if m["measure"] == "missing_episodes")
    assert episodes["answer"] == "yes"
    assert episodes["tables"]["missing_episodes"]["rows"] == 1
    held = next(m for m in measures if m["measure"] == "rhi_held_72h")
    assert held["answer"] == "no"
    assert held["tables"]["return_interviews"]["lacks"] == [
        "return interviews not loaded"
    ]


def test_the_least_for_the_next_recommendation_is_in_the_answer(folder):
    found = json.loads(run("--from", folder, "--json").stdout)
    following = found["next"]
    wanted = next(
        r
        for r in found["recommendations"]
        if r["number"] == following["recommendation"]
    )
    assert following["columns"] == wanted["lacks"]


def test_a_folder_that_is_not_there_says_what_to_do(tmp_path):
    answer = run("--from", tmp_path / "nowhere")
    assert answer.exit_code == 2
    assert "nowhere" in answer.stderr


def test_an_empty_folder_says_so(tmp_path):
    answer = run("--from", tmp_path)
    assert answer.exit_code == 2
    assert "Nothing could be read" in answer.stderr
