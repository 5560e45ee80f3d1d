"""Who the children are, as far as a measure may know."""

from madegood.record.schema import Column, Kind, Table

CHILDREN = Table(
    "children",
    "One row for each child the authority has known.",
    ("child_id",),
    (
        Column(
            "child_id", Kind.ID, "The authority's own id for the child.", required=True
        ),
        Column("date_of_birth", Kind.DATE, "Blank for a child not yet born."),
        Column(
            "expected_date_of_birth",
            Kind.DATE,
            "For a child not yet born.",
            planned=True,
        ),
        Column(
            "sex",
            Kind.CODE,
            "As recorded.",
            codes=("female", "male", "unknown"),
            synonyms=(
                ("f", "female"),
                ("2", "female"),
                ("m", "male"),
                ("1", "male"),
                ("u", "unknown"),
                ("0", "unknown"),
                ("9", "unknown"),
            ),
        ),
        Column("ethnicity", Kind.TEXT, "The DfE ethnicity code."),
        Column("disabled", Kind.YES_NO, "Whether the child is disabled."),
        Column("uasc", Kind.YES_NO, "Whether an unaccompanied asylum-seeking child."),
        Column("died_on", Kind.DATE, "Date of death."),
        Column(
            "locality",
            Kind.TEXT,
            "The part of the authority that the child's home is in, by the authority's "
            "own name for it: never an address or a postcode.",
        ),
    ),
    (("date_of_birth", "died_on"),),
)
