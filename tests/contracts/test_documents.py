"""Documentation is output: what is committed is what the program would write."""

from madegood.jobs import manual
from madegood.jobs.command_line import COMMANDS


def test_the_commands_page_is_what_the_commands_say(request):
    committed = (request.config.rootpath / manual.PAGE).read_text()
    assert committed == manual.page(), "run script/docs"


def test_every_command_is_in_the_readme(request):
    readme = (request.config.rootpath / "README.md").read_text()
    for name in COMMANDS:
        assert f"madegood {name}" in readme or f"script/{name}" in readme, name


def test_every_room_is_in_the_architecture(request):
    text = (request.config.rootpath / "ARCHITECTURE.md").read_text()
    rooms = request.config.rootpath / "src" / "madegood"
    for room in rooms.iterdir():
        if (room / "__init__.py").exists():
            assert f"`{room.name}`" in text, room.name


def test_every_decision_is_at_most_a_page(request):
    for record in (request.config.rootpath / "docs" / "adr").glob("*.md"):
        assert len(record.read_text().splitlines()) <= 45, record.name


def test_every_screenshot_in_the_readme_exists(request):
    root = request.config.rootpath
    for part in (root / "README.md").read_text().split("](")[1:]:
        target = part.split(")")[0]
        if not target.startswith("http"):
            assert (root / target).exists(), target
