"""A served demo and a real Chromium, both shared by every journey."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import sync_playwright

from madegood.jobs.demo_cast import PASS_PHRASE

ROOT = Path(__file__).resolve().parents[2]
PICTURES = os.environ.get("MADEGOOD_SCREENSHOTS") == "1"
SHOTS = ROOT / "docs" / "guide" / "screenshots"
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
]
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 800}


def madegood(*words, **environment):
    """Run the program to its end, as a person at a terminal would."""
    subprocess.run(
        [sys.executable, "-m", "madegood", *map(str, words)],
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")} | environment,
        stdout=subprocess.DEVNULL,
    )


@contextmanager
def served(folder):
    """The data folder served on a free port; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["serve", "--dir", folder, "--port", port, "--workers", "1"]
    server = subprocess.Popen(
        [sys.executable, "-m", "madegood", *map(str, words)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(address):
    until = time.monotonic() + 60
    while True:
        try:
            urllib.request.urlopen(f"{address}/health", timeout=5).close()
        except OSError:
            assert time.monotonic() < until, "the server did not come up in a minute"
            time.sleep(0.2)
        else:
            return


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A small demo, built once by the command a person runs, and served."""
    folder = tmp_path_factory.mktemp("journeys") / "demo"
    # Pictures for the guide are of the whole demo; the journeys need only a small one.
    children = 1200 if PICTURES else 300
    madegood("demo", "--no-serve", "--children", children, "--dir", folder)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path="/usr/bin/chromium",
            args=QUIET,
            # So that date fields read as they do on a desk in England.
            env=os.environ | {"LANG": "en_GB.UTF-8", "LANGUAGE": "en_GB"},
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium):
    """visit(address) is a fresh browser there; with `who`, that person signed in."""
    opened = []

    def go(address, who="", **options):
        context = chromium.new_context(
            base_url=address, viewport=WIDE, locale="en-GB", **options
        )
        opened.append(context)
        page = context.new_page()
        page.faults = []
        page.on("console", lambda said: _note(page.faults, said))
        if who:
            sign_in(page, f"{who}@example.org", PASS_PHRASE)
        return page

    yield go
    for context in opened:
        context.close()


def _note(faults, said):
    """A refused page is a fault of nobody's; anything else on the console is ours."""
    if said.type == "error" and "Failed to load resource" not in said.text:
        faults.append(said.text)


def sign_in(page, email, password):
    page.goto("/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()


def barriers(page):
    """What axe finds wrong with the page, as 'rule: where'."""
    found = Axe().run(page, options=WCAG).response["violations"]
    return [
        f"{each['id']}: {node['target']}" for each in found for node in each["nodes"]
    ]


def scrolls_sideways(page):
    return page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )


@pytest.fixture
def shot():
    """Keep a picture for the guide, when MADEGOOD_SCREENSHOTS=1 asks for them."""

    def take(page, name, height=1150):
        if not PICTURES:
            return
        wide = page.viewport_size
        page.set_viewport_size({"width": wide["width"], "height": height})
        picture = Image.open(BytesIO(page.screenshot()))
        page.set_viewport_size(wide)
        SHOTS.mkdir(parents=True, exist_ok=True)
        # A page has few colours: a palette of them is a fifth of the bytes.
        picture.quantize(96).save(SHOTS / f"{name}.png", optimize=True)

    return take


def pytest_collection_modifyitems(items):
    """The first journey waits for a whole demo to be built, on a busy machine too."""
    for item in items:
        if item.get_closest_marker("journey") and not item.get_closest_marker(
            "timeout"
        ):
            item.add_marker(pytest.mark.timeout(900))
