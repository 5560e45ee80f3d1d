"""What goes on in the background: real workers, real deaths."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.timeout(240)


def by_hand(place, what, *rest):
    done = subprocess.run(
        [sys.executable, "-m", "tests.loading.by_hand", what, place.folder, *rest],
        env=place.env() | {"PYTHONPATH": f"src{os.pathsep}."},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def state(place):
    return place.ask("select state from warehouse_upload order by id desc")[0][0]


def until(holds, seconds=90):
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.1)


def change(place, sql):
    import sqlite3

    import psycopg

    if place.url:
        with psycopg.connect(place.url) as ledger:
            ledger.execute(sql)
        return
    with sqlite3.connect(place.folder / "ledger.sqlite3", timeout=20) as ledger:
        ledger.execute(sql)


@pytest.fixture
def worker(new_place):
    """A ledger, and a way to start a worker on it; all are stopped at the end."""
    place, started = new_place(), []

    def start():
        started.append(place.start("worker", heard=False))
        return started[-1]

    yield place, start
    for process in started:
        process.kill()
        process.wait()


def test_a_worker_reads_what_is_sent_and_stores_what_is_accepted(worker, files):
    place, start = worker
    start()
    upload = by_hand(place, "send", str(files))
    until(lambda: state(place) == "read")
    assert list((place.folder / "uploads").iterdir()) == []
    by_hand(place, "accept", upload)
    until(lambda: state(place) == "stored")
    assert place.ask("select count(*) from warehouse_run") == [(1,)]
    assert place.stray() == []


def test_a_worker_takes_up_what_can_be_searched_for(worker):
    place, start = worker
    start()
    until(lambda: place.ask("select count(*) from search_entry")[0][0] > 0)


def test_a_worker_that_is_killed_is_followed_by_another(worker, files):
    place, start = worker
    by_hand(place, "send", str(files))
    first = start()
    until(lambda: state(place) != "received")
    first.kill()
    first.wait()
    if state(place) == "reading":
        change(
            place,
            "update warehouse_upload set heartbeat = '2026-01-01 00:00:00+00:00'",
        )
    start()
    until(lambda: state(place) == "read")
    assert place.ask("select count(*) from warehouse_upload") == [(1,)]


def test_a_worker_that_is_asked_to_stop_stops(worker):
    _, start = worker
    process = start()
    time.sleep(5)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0


def children_of(pid):
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return {
        int(child): Path(f"/proc/{child}/cmdline").read_bytes().split(b"\0")
        for child in listed
    }


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_the_worker_beside_the_pages_ends_with_them(new_place, how):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = new_place()
    words = ("serve", "--port", port, "--workers", 1)
    pages = place.start(*words, heard=False)
    try:

        def workers():
            return [p for p, c in children_of(pages.pid).items() if b"worker" in c]

        until(lambda: workers() != [], seconds=30)
        (beside,) = workers()
        time.sleep(3)
        pages.send_signal(how)
        until(lambda: not Path(f"/proc/{beside}").exists(), seconds=30)
    finally:
        pages.kill()
        pages.wait()
