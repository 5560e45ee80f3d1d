"""How the rows of the published example are written down."""

Rows = tuple[dict[str, str], ...]


def row(**cells: str) -> dict[str, str]:
    """One row; a column that is not named is blank."""
    return cells
