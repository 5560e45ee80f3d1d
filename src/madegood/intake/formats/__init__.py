"""The kinds of file that are read, one module for each standard.

Asked in this order: an SSDA903 file is known by its columns whatever its name, the
extract by its name first.
"""

from madegood.intake.formats.base import Format
from madegood.intake.formats.extract import EXTRACT
from madegood.intake.formats.ssda903 import SSDA903

FORMATS: tuple[Format, ...] = (SSDA903, EXTRACT)
