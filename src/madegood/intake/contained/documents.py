"""A plan or a report out of a document, read in a process of its own: it was written by
somebody else, and readers of documents have had holes."""

import json
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

from madegood.clock.today import now
from madegood.intake.contained.job import Job, Task
from madegood.intake.contained.watch import Died, Watched
from madegood.intake.documents.shapes import (
    Item,
    NotADocument,
    as_bytes,
    from_bytes,
)
from madegood.intake.documents.which import (
    LARGEST,
    document,
    document_words,
    format_of,
)
from madegood.intake.inflating import WORD, WORKBOOK, check_archive
from madegood.intake.limits import MIB, Limits
from madegood.intake.opened import Unopened

_MAIN: Final = {"word": WORD, "excel": WORKBOOK}
_REFUSED: Final = b"refused\n"
_CALLED: Final = {"word": "document", "excel": "workbook"}
_ANEW: Final = (
    "Open it in the program that made it, save it under another name, and try that."
)
_REMEDIES: Final = {
    "macros": "Open it, save it as a plain .docx or .xlsx, which cannot hold any, and "
    "try that.",
    "inflates_too_far": "No plan is packed so tightly. Ask whoever sent it for the plan "
    "as they have it, or copy its words into a new document.",
}


def read_document_contained(path: Path) -> list[Item]:
    """A plan's paragraphs and tables. Raises NotADocument."""
    return from_bytes(_read(path, "plan"))


def read_report_contained(path: Path) -> str:
    """A report's words, line by line. Raises NotADocument."""
    said: str = json.loads(_read(path, "report"))
    return said


def _read(path: Path, task: Task) -> bytes:
    size = path.stat().st_size
    if size > LARGEST:
        raise NotADocument(
            f"It is {size / MIB:,.0f} MiB; a plan or report is read up to "
            f"{LARGEST // MIB} MiB. Save it again without its pictures."
        )
    with TemporaryFile() as answer:
        job = Job((path,), now(), task=task)
        outcome = Watched(job, Limits.from_environment(), answer).run(
            lambda _said: None
        )
        if isinstance(outcome, Died):
            raise NotADocument(f"It could not be read: {outcome.says}")
        answer.seek(0)
        said = answer.read()
    if said.startswith(_REFUSED):
        raise NotADocument(said.removeprefix(_REFUSED).decode())
    return said


def document_answer(path: Path, limits: Limits, *, report: bool) -> bytes:
    """What the reading process hands over."""
    try:
        main = _MAIN.get(format_of(path))
        if main is not None:
            check_archive(path, limits, main)
        if report:
            return json.dumps(document_words(path)).encode()
        # Who reads plans is asked through here, and asks for its documents here.
        from madegood.intake.plans.printed_names import PrintedNames  # noqa: PLC0415

        return as_bytes(document(path, PrintedNames()))
    except NotADocument as fault:
        return _REFUSED + str(fault).encode()
    except Unopened as fault:
        return _REFUSED + _said_of(fault, format_of(path)).encode()


def _said_of(fault: Unopened, kind: str) -> str:
    """Why an archive is refused and what to do, of a document and not of data."""
    says = fault.says.replace("the workbook", f"the {_CALLED.get(kind, 'file')}")
    return f"{says[:1].upper()}{says[1:]} {_REMEDIES.get(fault.code, _ANEW)}"
