"""What was sent, what was kept of it, and what was computed from it."""

from madegood.warehouse.models.keeping_rules import (
    Precedence,
    Schedule,
    StoreCheck,
)
from madegood.warehouse.models.runs import MeasureResult, Run, RunRows
from madegood.warehouse.models.snapshots import (
    DataProtectionDecision,
    StoredSnapshot,
    StoredTable,
)
from madegood.warehouse.models.uploads import (
    QualityCount,
    StoredFile,
    StoredFinding,
    StoredPart,
    Upload,
)

__all__ = [
    "DataProtectionDecision",
    "MeasureResult",
    "Precedence",
    "QualityCount",
    "Run",
    "RunRows",
    "Schedule",
    "StoreCheck",
    "StoredFile",
    "StoredFinding",
    "StoredPart",
    "StoredSnapshot",
    "StoredTable",
    "Upload",
]
