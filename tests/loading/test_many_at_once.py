"""The same files, twice or many times at once, have one effect."""

import os

import pytest

from tests.loading.drawn import change_children

MANY = int(os.environ.get("MADEGOOD_AT_ONCE", "8"))


@pytest.mark.timeout(30 * MANY + 120)
def test_the_same_files_many_times_at_once_have_one_effect(new_place, files, clean):
    place = new_place()
    running = [place.start(*place.load_words(files)) for _ in range(MANY)]
    said = [process.communicate(timeout=1200)[0] for process in running]
    codes = [process.returncode for process in running]
    assert codes == [0] * MANY, [s for s, c in zip(said, codes, strict=True) if c]
    assert place.fingerprint() == clean
    assert sum("Already loaded on" in one for one in said) == MANY - 1
    assert place.stray() == []


def test_the_same_files_twice_have_one_effect_and_the_second_is_told(
    new_place, files, clean
):
    place = new_place()
    place.load(files)
    again = place.load(files)
    assert "Already loaded on" in again.stdout
    assert place.fingerprint() == clean


def test_two_different_partial_loads_at_once_both_stand(new_place, files, tmp_path):
    place = new_place()
    assert place.load(files).returncode == 0
    only_children = change_children(files, tmp_path / "children")
    only_care = tmp_path / "care"
    only_care.mkdir()
    text = (files / "care_episodes.csv").read_text()
    (only_care / "care_episodes.csv").write_text(text.replace("C2", "C1"))
    (only_care / "truth.json").write_text('{"seed": 1}')
    running = [
        place.start(*place.load_words(one)) for one in (only_children, only_care)
    ]
    for process in running:
        process.communicate(timeout=300)
        assert process.returncode == 0
    newest = "select id from warehouse_storedsnapshot order by loaded_at desc, id desc"
    (snapshot, *_) = place.ask(newest)[0]
    parts = place.ask(
        'select p."table", p.upload_id from warehouse_storedpart p join'
        " warehouse_storedsnapshot_parts m on m.storedpart_id = p.id"
        f" where m.storedsnapshot_id = {snapshot}"
    )
    assert len(parts) == 5
    assert len({upload for _, upload in parts}) == 3
