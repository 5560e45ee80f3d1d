"""What the database says when it cannot write, in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from madegood.jobs.answers import BadInput, Failure


@contextmanager
def said_in_words() -> Iterator[None]:
    """Turn what stops a command into what a person can do about it. Nothing is half
    done by then: each step is whole or has not happened."""
    # The ledger's rooms can only be imported once Django knows its data folder.
    from django.db import DatabaseError  # noqa: PLC0415

    from madegood.measures import BadSettings  # noqa: PLC0415
    from madegood.trail.actions import NoReason  # noqa: PLC0415
    from madegood.vault.actions import KeyMissing  # noqa: PLC0415
    from madegood.warehouse.blobs import Lost  # noqa: PLC0415
    from madegood.warehouse.queries import NotThere, RowsExpired  # noqa: PLC0415

    try:
        yield
    except (BadSettings, NoReason, NotThere, RowsExpired) as fault:
        raise BadInput(str(fault)) from None
    except (KeyMissing, Lost) as fault:
        raise Failure(str(fault)) from None
    except DatabaseError as fault:
        raise Failure(
            f"The ledger could not be written: {str(fault).splitlines()[0]}. Nothing "
            "is half done. See that its disk is not full and its database is running, "
            "and give the same command again."
        ) from None
