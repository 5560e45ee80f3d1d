"""SD-18: the headline counts children, and whoever must hold what is late, meetings."""

import json

from click.testing import CliRunner

from madegood.jobs.command_line import main

CHILDREN = """\
child_id,date_of_birth
Asha,2012-03-01
Ben,2014-07-09
Cal,2016-01-20
Dee,2013-05-05
"""
DISCUSSIONS = """\
discussion_id,child_id,meeting_id,threshold_decision_at,held_at,duplicate_of
d1,Asha,m1,2026-03-02T10:00,2026-03-05T15:00,
d2,Ben,m1,2026-03-02T10:00,2026-03-05T15:00,
d3,Cal,m1,2026-03-02T10:00,2026-03-05T15:00,
d4,Dee,,2026-03-02T10:00,2026-03-03T09:00,
d5,Asha,m2,2026-03-09T10:00,2026-03-09T15:00,
d6,Ben,m2,2026-03-06T10:00,2026-03-09T15:00,
d7,Cal,m3,2026-03-09T10:00,,
d8,Dee,m3,2026-03-09T10:00,2026-03-09T15:00,
"""
ATTENDANCE = "discussion_id,agency,attended\n"


def meetings(folder, *words, measure="strategy_discussion_1wd"):
    for name, text in {
        "children": CHILDREN,
        "strategy_discussions": DISCUSSIONS,
        "strategy_attendance": ATTENDANCE,
    }.items():
        (folder / f"{name}.csv").write_text(text)
    asked = ["measures", "meetings", measure, "--from", str(folder)]
    return CliRunner().invoke(main, [*asked, "--as-of", "2026-03-31", *words])


def told(folder):
    found = json.loads(meetings(folder, "--json").stdout)["meetings"]
    return {each["meeting"]: (each["state"], each["children"]) for each in found}


def test_sd_18_one_late_discussion_of_three_siblings_is_one_meeting(tmp_path):
    assert told(tmp_path)["m1"] == ("NOT_MET", ["Asha", "Ben", "Cal"])


def test_a_discussion_with_no_meeting_is_one_by_itself(tmp_path):
    assert told(tmp_path)["d4"] == ("MET", ["Dee"])


def test_a_meeting_stands_where_the_worst_of_its_children_stands(tmp_path):
    found = told(tmp_path)
    assert found["m2"] == ("MET", ["Asha", "Ben"])
    assert found["m3"] == ("OVERDUE", ["Cal", "Dee"])
    assert list(found) == ["d4", "m1", "m2", "m3"]


def test_in_words_each_meeting_is_a_line_with_its_children(tmp_path):
    lines = meetings(tmp_path).output.splitlines()
    assert lines[1].startswith("m1  Asha, Ben, Cal  ")
    assert "late" in lines[1]


def test_what_is_not_about_discussions_has_no_meetings(tmp_path):
    refused = meetings(tmp_path, measure="rhi_held_72h")
    assert refused.exit_code == 2
    assert "not about strategy discussions" in refused.output
