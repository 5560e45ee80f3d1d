"""The texts of a file and where each stands, as the reading process gives them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from madegood.intake.attached.archives import archive_texts
from madegood.intake.attached.emails import email_texts
from madegood.intake.attached.kinds import NotTaken
from madegood.intake.attached.pdfs import pdf_texts
from madegood.intake.attached.plain import csv_texts, plain_texts
from madegood.intake.limits import Limits
from madegood.intake.opened import Unopened

Texts = Iterator[tuple[str, str]]

_READERS: Final[dict[str, Callable[[Path], Texts]]] = {
    "pdf": pdf_texts,
    "email": email_texts,
    "csv": csv_texts,
    "text": plain_texts,
}


def attached_answer(path: Path, kind: str, limits: Limits) -> bytes:
    """{"texts": [[where, text], …]}, or {"refused": why and what to do}."""
    reader = _READERS.get(kind)
    try:
        texts = reader(path) if reader else archive_texts(path, kind, limits)
        return json.dumps({"texts": list(texts)}).encode()
    except NotTaken as fault:
        return json.dumps({"refused": str(fault)}).encode()
    except Unopened as fault:
        says = f"The file is not kept because {fault.says} Save it anew without that."
        return json.dumps({"refused": says}).encode()
