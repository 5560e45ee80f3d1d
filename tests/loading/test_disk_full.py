"""A disk that is full in the middle of a load leaves nothing half done, and says so."""

import os
import resource
import shutil
import subprocess

import pytest

KIB = 1024


def long_run(*more):
    """Only where script/soak asks for it."""
    return more if os.environ.get("MADEGOOD_SOAK") else ()


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 24 MiB, where this machine lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    size = "size=24m"
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def snapshots(place):
    return place.ask("select count(*) from warehouse_storedsnapshot")[0][0]


@pytest.mark.parametrize(
    "left", [0, 64, 256, *long_run(16, 32, 128, 192, 320, 384, 512)]
)
def test_a_full_disk_is_said_and_nothing_is_half_done(
    new_place, files, clean, small_disk, left
):
    place = new_place()
    shutil.move(place.folder, small_disk / "data")
    place.folder = small_disk / "data"
    room = shutil.disk_usage(small_disk).free - left * KIB
    (small_disk / "ballast").write_bytes(b"\0" * room)
    refused = place.load(files)
    assert refused.returncode in (1, 2), refused.stdout
    assert "Traceback" not in refused.stderr
    assert "disk" in refused.stderr
    (small_disk / "ballast").unlink()
    assert place.stray() == []
    assert snapshots(place) == 0 or left
    again = place.load(files)
    assert again.returncode == 0, again.stderr
    assert place.fingerprint() == clean
    assert place.stray() == []


@pytest.mark.parametrize("most", [32, 300, *long_run(4, 8, 16, 64, 128)])
def test_a_file_that_may_not_grow_is_said_and_nothing_is_half_done(
    new_place, files, clean, most
):
    """Where no small disk is to be had, a limit on the size of a file does as much."""

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (most * KIB, most * KIB))

    place = new_place()
    refused = place.load(files, preexec_fn=limit)
    assert refused.returncode in (1, 2), refused.stdout
    assert "Traceback" not in refused.stderr
    again = place.load(files)
    assert again.returncode == 0, again.stderr
    assert place.fingerprint() == clean
