"""Names that lead somewhere else: of parts of a workbook, of sheets, of files."""

import os
from pathlib import Path

from tests.hostile.bombs import honest
from tests.hostile.books import parts
from tests.hostile.case import Accepted, Hostile, Refused
from tests.hostile.tables import AT, as_csv, as_grid, extract
from tests.hostile.zips import Entry, archive, changed

KIND = "paths"
_UTF_8 = 0x800

_LEAD_OUT = {
    "upwards": "../../../../tmp/hostile.txt",
    "upwards out of a folder": "xl/../../hostile.txt",
    "upwards in the other slash": "..\\..\\hostile.txt",
    "upwards in both slashes": "xl\\..\\../hostile.txt",
    "to the root": "/etc/cron.d/hostile",
    "to the root in the other slash": "\\Windows\\hostile.dll",
    "to a drive": "C:\\Windows\\hostile.dll",
    "to a drive, shortly": "C:hostile.dll",
    "to a share": "\\\\x.test\\share\\hostile",
    "to a stream of a file": "xl/workbook.xml:hostile",
    "to the folder above": "..",
    "with a NUL": "xl/a.xml\0.png",
    "with a new line": "xl/a\nb.xml",
    "with a return": "xl/a\rb.xml",
    "with an escape": "xl/\x1b[2Ja.xml",
    "turned round": "xl/\u202egnp.lmx",
    "of three hundred letters": "xl/" + "a" * 300,
}
_FILE_NAMES = {
    "a shell's words": "missing_episodes;reboot;{}.csv",
    "a shell's brackets": "missing_episodes $(reboot) {}.csv",
    "a script": "missing_episodes <script>alert(1)<!--{}.csv",
    "a new line": "missing_episodes\n{}.csv",
    "terminal colours": "missing_episodes \x1b[31m{}.csv",
    "a line turned round": "missing_episodes \u202evsc.{}.csv",
    "a template": "missing_episodes {{7*7}}-%s-%n-{}.csv",
    "a quotation mark": "missing_episodes '\"{}.csv",
    "no UTF-8": "missing_episodes \udcff{}.csv",
    "two hundred letters": "missing_episodes_" + "x" * 200 + "{}.csv",
    "fifty houses": "missing_episodes_" + "🏠" * 50 + "{}.csv",
    "a leading dash": "-rf missing_episodes {}.csv",
}


def _part(says: str, name: str) -> Hostile:
    return Hostile(
        KIND, f"a part whose name leads {says}", "children-{}.xlsx",
        Refused("unsafe_member_name"),
        lambda n: archive([*honest(n), Entry(name, b"x", flags=_UTF_8)]),
    )  # fmt: skip


def _file(says: str, name: str) -> Hostile:
    """Its name may be anything; what is wrong in it must still be found and named."""
    return Hostile(
        KIND, f"a file whose name has {says}", name, Refused("bad_code", AT, "kind"),
        lambda n: as_csv(extract("missing_episodes", n, kind="gone")),
    )  # fmt: skip


def _put(says: str, name: str, expects: Refused | Accepted, put: object) -> Hostile:
    return Hostile(KIND, says, name, expects, put=put)  # type: ignore[arg-type]


def every() -> list[Hostile]:
    target = "xl/_rels/workbook.xml.rels"
    return [
        *(_part(says, name) for says, name in _LEAD_OUT.items()),
        *(_file(says, name) for says, name in _FILE_NAMES.items()),
        *(
            Hostile(
                KIND, f"a sheet that is said to be {says}", "children-{}.xlsx",
                Refused("damaged_workbook"),
                lambda n, to=to: archive(changed(
                    honest(n), target,
                    data=next(o.data for o in honest(n) if o.name == target).replace(
                        b"worksheets/sheet1.xml", to))),
            )
            for says, to in (
                ("a file of the machine", b"file:///etc/passwd"),
                ("above the workbook", b"../../../../etc/passwd"),
                ("on the network", b"http://127.0.0.1:9/sheet1.xml"),
            )
        ),
        Hostile(
            KIND, "a sheet whose name is a path", "children-{}.xlsx", Accepted(3),
            lambda n: archive(parts({"../../etc/passwd": as_grid(extract("return_interviews", n))})),
        ),
        _put("a link to a file that is no table", "children-{}.csv",
             Refused("missing_column", 1), _link_to_hosts),
        _put("a link that leads to itself", "children-{}.csv", Refused("cannot_open"),
             lambda path: path.symlink_to(path)),
        _put("a link to nothing", "children-{}.csv", Refused("not_found"),
             lambda path: path.symlink_to(path.parent / "nothing")),
        _put("a link to a device without end", "children-{}.csv", Refused("cannot_open"),
             lambda path: path.symlink_to("/dev/zero")),
        _put("a pipe that nobody writes to", "children-{}.csv", Refused("cannot_open"),
             os.mkfifo),
        _put("a folder with a table's name, and nothing in it", "children-{}.csv",
             Refused("not_found"), Path.mkdir),
        _put("a file that is not there", "children-{}.csv", Refused("not_found"),
             lambda path: None),
    ]  # fmt: skip


def _link_to_hosts(path: Path) -> None:
    """To a file outside the folder, as an archive tool may have left it."""
    outside = path.parent / "outside.txt"
    outside.write_text("127.0.0.1 localhost\n")
    path.symlink_to(outside)
