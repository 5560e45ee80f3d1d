import pytest

from madegood.measures import BadSettings, Settings, measure, say


def read(tmp_path, text):
    path = tmp_path / "settings.toml"
    path.write_text(text)
    return Settings.read(path)


def test_no_file_means_the_defaults(tmp_path):
    settings = Settings.read(tmp_path / "settings.toml")
    assert settings.of("rhi_held_72h") == {"hours": 72, "away": False}


def test_a_file_changes_what_it_names_and_nothing_else(tmp_path):
    settings = read(tmp_path, 'authority = "E06000001"\n[rhi_held_72h]\nhours = 48')
    assert settings.authority == "E06000001"
    assert settings.of("rhi_held_72h") == {"hours": 48, "away": False}
    assert settings.of("rhi_taken_up")["hours"] == 72


@pytest.mark.parametrize("day", ["2021-06-01", '"2021-06-01"'])
def test_a_day_is_read_as_a_day_and_is_none_by_default(tmp_path, day):
    assert Settings.default().of("threshold_visits") == {"ceased_on": ""}
    chosen = read(tmp_path, f"[threshold_visits]\nceased_on = {day}")
    assert chosen.of("threshold_visits") == {"ceased_on": "2021-06-01"}
    said = say(measure("threshold_visits"), chosen)
    assert said.endswith("Nothing before 1 June 2021 counts.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[rhi_held]\nhours = 72", "'rhi_held' is not a measure"),
        ("[rhi_held_72h]\nminutes = 9", "no setting 'minutes'. Its settings: hours"),
        ('[rhi_held_72h]\nhours = "72"', "must be a whole number; the default is 72"),
        ("[rhi_held_72h]\nhours = true", "must be a whole number"),
        ("[rhi_held_72h]\nhours = 0", "must be 1 or more"),
        ("[rhi_held_72h]\naway = 1", "must be true or false; the default is false"),
        ("[threshold_visits]\nceased_on = 2021", "must be a day, such as 2021-06-01"),
        ("[threshold_visits]\nceased_on = 2021-06-01T09:00:00", "must be a day"),
        ('[threshold_visits]\nceased_on = "June"', "must be a day"),
        ("rhi_held_72h = 72", "must be a table"),
        ("authority = 29", "Write your ONS code in quotes"),
        ("[rhi_held_72h", "not readable as TOML"),
    ],
)
def test_what_no_measure_understands_is_refused_by_name(tmp_path, text, said):
    with pytest.raises(BadSettings, match=r"settings\.toml: ") as fault:
        read(tmp_path, text)
    assert said in str(fault.value)


def test_how_many_bad_rows_may_still_prove_is_five_in_a_hundred_or_as_chosen(tmp_path):
    assert Settings.default().most_bad_percent == 5
    assert read(tmp_path, "[proof]\nmost_bad_percent = 2").most_bad_percent == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[proof]\nmost_bad_percent = 101", "a whole number from 0 to 100"),
        ("[proof]\nmost_bad_percent = 2.5", "a whole number from 0 to 100"),
        ("[proof]\nmost_bad_percent = true", "a whole number from 0 to 100"),
        ("[proof]\nmost_bad = 2", "a table with most_bad_percent and nothing else"),
        ("proof = 2", "a table with most_bad_percent and nothing else"),
    ],
)
def test_what_proof_may_rest_on_is_refused_by_name(tmp_path, text, said):
    with pytest.raises(BadSettings, match=r"settings\.toml: ") as fault:
        read(tmp_path, text)
    assert said in str(fault.value)
