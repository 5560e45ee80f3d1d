"""Files in, record out, with findings."""

from madegood.intake.read import read_files
from madegood.intake.reading import FileRead, Reading, TableCount

__all__ = ["FileRead", "Reading", "TableCount", "read_files"]
