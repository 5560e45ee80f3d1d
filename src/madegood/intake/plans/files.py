"""Getting at the text of a document, or saying plainly why it cannot be had."""

from pathlib import Path

from madegood.intake.documents.marks import as_read
from madegood.intake.plans.reading import PlanFinding, Unreadable

LARGEST = 1_000_000
MOST_LINES = 20_000
SUPPORTED = (
    "A plan or a report is read from Word (.docx), Excel (.xlsx), a PDF with text, a web "
    "page (.html) or plain text (.txt, UTF-8): open it in the program that made it and "
    "save it as one of these"
)

# The first bytes of formats that people try, what each is, and what to do instead.
_SCAN = (
    "A scan has no text to read: run text recognition over it first, check the words "
    "against the paper, and save as text."
)
MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a picture (PNG)", _SCAN),
    (b"\xff\xd8\xff", "a picture (JPEG)", _SCAN),
    (b"GIF8", "a picture (GIF)", "Find the document the picture was taken from."),
    (b"II*\x00", "a scan (TIFF)", "Run text recognition over it and save as text."),
    (b"MM\x00*", "a scan (TIFF)", "Run text recognition over it and save as text."),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", SUPPORTED + "."),
    (b"{\\rtf", "rich text (RTF)", SUPPORTED + "."),
)


def text_of(path: Path) -> tuple[str, tuple[PlanFinding, ...]]:
    """A plain text file's words and what had to be done to get them. Raises Unreadable."""
    data = _bytes_of(path)
    _refuse_other_formats(path, data)
    text, findings = _decoded(path, data)
    return checked(text, str(path)), findings


def checked(text: str, name: str) -> str:
    """The text, if there is any and it is not far too much. Raises Unreadable."""
    if not text.strip():
        raise Unreadable(
            f"{name} is empty: it has no words. Choose the plan's own text; a scanned "
            "plan saved as text is often empty, and needs text recognition first."
        )
    if len(text) > LARGEST:
        raise Unreadable(_too_large(name, len(text)))
    lines = sum(1 for line in text.split("\n") if line.strip())
    if lines > MOST_LINES:
        raise Unreadable(
            f"{name} has {lines:,} lines of words; a plan is read up to {MOST_LINES:,}, "
            "and most have under 3,000. Check that it is the plan, and cut away anything "
            "that is not."
        )
    head = text.lstrip("\ufeff \r\n\t")[:200].casefold()
    if head.startswith(("<!doctype html", "<html", "<?xml")):
        raise Unreadable(f"{name} is a web page or XML, not plain text. {SUPPORTED}.")
    return as_read(text).replace("\r\n", "\n").replace("\r", "\n")


def must_be_there(path: Path) -> None:
    """Raises Unreadable, saying why, where a path is no file that can be opened."""
    if path.is_dir():
        raise Unreadable(f"{path} is a folder. Give the plan's file inside it.")
    try:
        with path.open("rb"):
            pass
    except FileNotFoundError:
        raise Unreadable(
            f"{path} is not there. Check the name and the folder."
        ) from None
    except OSError as why:
        raise Unreadable(
            f"{path} cannot be opened ({why.strerror}). Check that you may read it."
        ) from None


def _bytes_of(path: Path) -> bytes:
    must_be_there(path)
    size = path.stat().st_size
    with path.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if size > LARGEST and not _magic(data):
        raise Unreadable(_too_large(str(path), size))
    return data


def _too_large(name: str, size: int) -> str:
    return (
        f"{name} is {size / 1e6:.1f} MB; a plan's text is read up to "
        f"{LARGEST / 1e6:.0f} MB, and most are under 0.1 MB. Nothing was read. Check "
        "that it is the plan, and cut away anything that is not."
    )


def _magic(data: bytes) -> tuple[str, str] | None:
    for start, what, remedy in MAGIC:
        if data.startswith(start):
            return what, remedy
    if data.startswith(b"PK\x03\x04"):
        return "a zipped file, and no Word document or workbook", SUPPORTED + "."
    return None


def _refuse_other_formats(path: Path, data: bytes) -> None:
    known = _magic(data)
    if known is not None:
        what, remedy = known
        raise Unreadable(f"{path} is {what}, which is not read. {remedy}")


def _decoded(path: Path, data: bytes) -> tuple[str, tuple[PlanFinding, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), ()
    nul = data.find(b"\x00")
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        raise Unreadable(
            f"{path}, line {line}: a NUL byte, so this is not plain text or it was "
            f"damaged in copying ({data.count(0)} such bytes). {SUPPORTED}."
        )
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as why:
        line = data.count(b"\n", 0, why.start) + 1
        return _western(data), (_encoding_finding(path, line),)


def _western(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _encoding_finding(path: Path, line: int) -> PlanFinding:
    return PlanFinding(
        "encoding",
        f"{path}, line {line}",
        f"The file is not UTF-8 (first at line {line}), so it was read as Western "
        "European text (Windows-1252).",
        "Look at apostrophes, dashes and pound signs; if any is wrong, save the file "
        "again as UTF-8.",
    )
