"""Looking into a file that somebody would attach, in a process of its own: it was made
elsewhere, and readers of documents have had holes."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from madegood.clock.today import now
from madegood.intake.attached.identified import identified, in_words
from madegood.intake.attached.kinds import AttachedKind, NotTaken, kind_of
from madegood.intake.contained.job import Job
from madegood.intake.contained.watch import Died, Watched
from madegood.intake.limits import Limits


@dataclass(frozen=True, slots=True)
class Looked:
    """`readable` is false for a picture, or a scan, in which nobody has looked for what
    identifies a child."""

    kind: AttachedKind
    readable: bool


def look_into(path: Path, name: str, offices: Collection[str] = ()) -> Looked:
    """What the file is, once nothing was found that keeps it out. Raises NotTaken."""
    kind = kind_of(path, name)
    if kind.name in ("png", "jpeg"):
        return Looked(kind, readable=False)
    texts = _texts(path, kind)
    found = identified(texts, offices)
    if found:
        raise NotTaken(
            f"The file holds {in_words(found)}. Evidence must not say who a child is: "
            "take these out, or black them out so that no text is left under it, and "
            "attach it again."
        )
    return Looked(kind, readable=any(text.strip() for _, text in texts))


def _texts(path: Path, kind: AttachedKind) -> list[tuple[str, str]]:
    with TemporaryFile() as answer:
        job = Job((path,), now(), task="attached", kind=kind.name)
        outcome = Watched(job, Limits.from_environment(), answer).run(
            lambda _said: None
        )
        if isinstance(outcome, Died):
            raise NotTaken(f"The file could not be looked into: {outcome.says}")
        answer.seek(0)
        said = json.loads(answer.read())
    if "refused" in said:
        raise NotTaken(said["refused"])
    return [(where, text) for where, text in said["texts"]]
