"""What a page does, from a process of its own: python -m tests.loading.by_hand …"""

import sys
from pathlib import Path

from madegood.jobs.ledger import open_ledger


def main(what, folder, *rest):
    open_ledger(Path(folder))
    from madegood.warehouse import actions, queries
    from tests.cast import person

    anil = person("anil")
    if what == "send":
        files = [(p.name, [p.read_bytes()]) for p in Path(rest[0]).iterdir()]
        got = actions.receive(by=anil, files=files, label="By hand")
        sys.stdout.write(f"{got.upload_id}\n")
    elif what == "accept":
        upload = queries.upload(int(rest[0]))
        actions.accept(by=anil, upload_id=upload.id, set_aside=upload.set_aside)


if __name__ == "__main__":
    main(*sys.argv[1:])
