"""Which files of a folder are data."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from madegood.intake.findings import Findings, Place

# What Windows and Macs leave in folders, and Excel while a workbook is open.
_OF_THE_DESKTOP: Final = ("thumbs.db", "desktop.ini", "icon\r")
NOT_DATA: Final = ("settings.toml", "truth.json", "datapackage.json", "LICENSE.txt")


def data_files(paths: Iterable[Path | str], findings: Findings) -> list[Path]:
    """The files given, and those in the folders given, folders within not entered."""
    found: list[Path] = []
    for given in map(Path, paths):
        found += _inside(given, findings) if given.is_dir() else [given]
    return found


def names_of(files: Sequence[Path]) -> list[str]:
    """What findings call each file: its name, and its folder where others have it too,
    as five years' returns in five folders do."""
    often = Counter(path.name for path in files)
    return [
        path.name if often[path.name] == 1 else f"{path.parent.name}/{path.name}"
        for path in files
    ]


def _inside(folder: Path, findings: Findings) -> list[Path]:
    place = Place(folder.name or str(folder))
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        findings.add("cannot_open", place, f"it cannot be opened ({error.strerror}).")
        return []
    within = [path for path in entries if path.is_dir() and path.name[0] != "."]
    for path in within:
        findings.add("not_entered", Place(path.name), "it is a folder in a folder.")
    files = [path for path in entries if _may_be_data(path)]
    if not files:
        findings.add("not_found", place, "there are no data files in this folder.")
    return files


def _may_be_data(path: Path) -> bool:
    """Everything in a folder but the settings, the notes, what is hidden, and what a
    drop folder has beside the files: receipts of ours, marks that they are whole."""
    name = path.name
    beside = name in NOT_DATA or name.startswith((".", "README"))
    beside = beside or name.endswith((".receipt.json", ".done"))
    beside = beside or name.startswith("~$") or name.lower() in _OF_THE_DESKTOP
    return not path.is_dir() and not beside and path.suffix.lower() != ".md"
