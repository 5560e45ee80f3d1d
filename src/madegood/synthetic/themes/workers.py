"""Who works with whom: pseudonyms, the same in every row and in supervision."""

from madegood.synthetic.life import Life

CHILDREN_PER_WORKER = 16


def worker_of(life: Life) -> str:
    """The child's worker."""
    return worker_number((life.child.number - 1) // CHILDREN_PER_WORKER + 1)


def worker_number(number: int) -> str:
    return f"W{number:05d}"
