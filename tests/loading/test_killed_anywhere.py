"""A load that is killed anywhere, and given again, ends as if nobody had killed it."""

import os
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.loading.killing import kill_at, points

MANY = int(os.environ.get("MADEGOOD_KILLS", "12"))
LANES = 2  # so many are killed at a time
TOLD = 12  # with more points than this, how far it is
SWEPT = 4  # the sweeper is tried after one in so many


def killed_and_given_again(place, files, point, clean, *, swept):
    """Whether it was killed in time, and what is wrong afterwards."""
    killed = kill_at(place, files, point)
    again = place.load(files)
    wrong = place.stray()
    if again.returncode:
        wrong.append(again.stderr[-400:])
    if place.fingerprint() != clean:
        wrong.append("what is stored is not what a clean run stores")
    if swept:
        done = place.run("worker", "--once")
        wrong += [done.stderr[-400:]] if done.returncode else place.left_over()
    return killed, wrong


@pytest.mark.timeout(60 * MANY)
def test_killed_anywhere_and_given_again_it_ends_the_same(
    new_place, files, clean, capfd
):
    chosen = points(new_place("watched"), files, MANY)
    places = [new_place(f"killed-{number}") for number in range(len(chosen))]

    def one(number):
        return killed_and_given_again(
            places[number], files, chosen[number], clean, swept=number % SWEPT == 0
        )

    killed, differ = 0, []
    with ThreadPoolExecutor(LANES) as lanes:
        for number, (in_time, wrong) in enumerate(lanes.map(one, range(len(chosen)))):
            killed += in_time
            if wrong:
                differ.append((str(chosen[number]), wrong))
            if MANY > TOLD:
                with capfd.disabled():
                    said = f"\r{number + 1} of {MANY}: {killed} killed, "
                    sys.stderr.write(f"{said}{len(differ)} differ ")
    assert differ == []
    # Some points fall after the last thing that matters; most must not.
    assert killed >= 0.8 * len(chosen), f"{killed} of {len(chosen)} were killed"
