import pytest

from madegood.measures import BadSettings, Settings


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[rhi_held]\nhours = 72", "'rhi_held' is not a measure"),
        ("[rhi_held_72h]\nminutes = 9", "no setting 'minutes'. Its settings: hours"),
        ('[rhi_held_72h]\nhours = "72"', "must be a whole number; the default is 72"),
        ("[rhi_held_72h]\nhours = true", "must be a whole number"),
        ("[rhi_held_72h]\nhours = 0", "must be 1 or more"),
        ("[rhi_held_72h]\naway = 1", "must be true or false; the default is false"),
        ("rhi_held_72h = 72", "must be a table"),
        ("authority = 29", "Write your ONS code in quotes"),
        ("[rhi_held_72h", "not readable as TOML"),
    ],
)
def test_what_no_measure_understands_is_refused_by_name(tmp_path, text, said):
    with pytest.raises(BadSettings, match=r"settings\.toml: ") as fault:
        read(tmp_path, text)
    assert said in str(fault.value)
