"""Files as a browser sends them, and uploads that have come so far."""

from django.core.files.uploadedfile import SimpleUploadedFile

from madegood.warehouse import actions, queries
from tests.cast import person

TRUTH = ("truth.json", b'{"seed": 1}')
EPISODES = (
    "episode_id,child_id,kind,started_at,ended_at,team\n"
    "E1,C1,missing,2026-05-01T09:00,2026-05-02T09:00,North\n"
    "E2,C2,missing,2026-06-01T09:00,2026-06-02T09:00,South\n"
)
# Rows 4 to 6: not in the list, not a date, and an end before its start.
FAULTY = EPISODES + (
    "E3,C3,wandering,2026-06-03T09:00,,North\n"
    "E4,C4,missing,soon,,North\n"
    "E5,C5,missing,2026-06-09T09:00,2026-06-08T09:00,South\n"
)


def sent(folder, *names):
    """The files of a folder as a browser sends them."""
    paths = [folder / name for name in names] if names else sorted(folder.glob("*.*"))
    return [SimpleUploadedFile(path.name, path.read_bytes()) for path in paths]


def taken(folder=None, *, read=True, label="Synthetic authority", alone=False, **files):
    """The number of an upload of a folder's files, or of `name="text"` CSV files,
    received from Anil and, unless told otherwise, read."""
    given = [TRUTH] + [(f"{name}.csv", text.encode()) for name, text in files.items()]
    if folder is not None:
        given = [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.*"))]
    received = actions.receive(
        by=person("anil"),
        files=[(name, [content]) for name, content in given],
        label=label,
        alone=alone,
    )
    if read:
        actions.process(received.upload_id)
    return received.upload_id


def kept(**given):
    """An upload that was accepted and stored; its snapshot's number."""
    upload = taken(**given)
    actions.accept(
        by=person("anil"), upload_id=upload, set_aside=queries.upload(upload).set_aside
    )
    actions.finish(upload)
    return queries.upload(upload).snapshot_id
