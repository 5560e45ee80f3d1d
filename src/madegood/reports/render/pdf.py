"""The page as a tagged PDF (PDF/UA-1): headings, tables and charts can be read aloud."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from weasyprint import HTML
from weasyprint.urls import URLFetcher

from madegood.reports.blocks import Document
from madegood.reports.render import html

# A paper holds all it needs: nothing is fetched from a network or a disk.
_INSIDE_ONLY = URLFetcher(allowed_protocols=("data",))


class NotAccessible(RuntimeError):
    """The PDF could not be made as it must be; nothing was kept."""


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def _no_errors() -> Iterator[None]:
    """WeasyPrint only logs what breaks the standard (a picture without words), so the
    log is read, and an error in it is a failure here."""
    heard, log = _Heard(), logging.getLogger("weasyprint")
    log.addHandler(heard)
    try:
        yield
    finally:
        log.removeHandler(heard)
    if heard.said:
        raise NotAccessible(
            "The PDF would not be accessible, so it was not made: "
            f"{'; '.join(heard.said)}. The HTML and Word files can still be made."
        )


def render(document: Document) -> bytes:
    """The PDF's bytes; raises NotAccessible. Nothing is fetched from anywhere."""
    with _no_errors():
        made = HTML(string=html.render(document), url_fetcher=_INSIDE_ONLY).write_pdf(
            pdf_variant="pdf/ua-1", uncompressed_pdf=False
        )
    assert isinstance(made, bytes)
    return made
