"""The kinds of file that are read, one module for each standard.

Asked in this order: an SSDA903 file is known by its columns whatever its name, a list
of Annex A by its columns and its name together, a table of the SSD by its name or its
columns, the extract by its name first. The
CIN census comes as XML, and the DfE's API as JSON, which say what they are.
"""

from collections.abc import Mapping

from madegood.intake.formats.annex_a import ANNEX_A
from madegood.intake.formats.base import Format
from madegood.intake.formats.cin_census import CIN_CENSUS
from madegood.intake.formats.csc_api import CSC_API
from madegood.intake.formats.extract import EXTRACT
from madegood.intake.formats.finish import Finishing
from madegood.intake.formats.ssd import SSD, SSD_FINISHING
from madegood.intake.formats.ssda903 import SSDA903

FINISHING: Mapping[str, Finishing] = {SSD.name: SSD_FINISHING}

FORMATS: tuple[Format, ...] = (SSDA903, ANNEX_A, SSD, EXTRACT, CIN_CENSUS, CSC_API)
