"""The same lives as files of every format, a module for each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from madegood.synthetic.formats import annex_a, ssd
from madegood.synthetic.formats.base import Binding, Form
from madegood.synthetic.formats.cin_census import CensusForm, census_files
from madegood.synthetic.formats.csc_api import ApiForm, api_files
from madegood.synthetic.formats.extract import ExtractForm, extract_files
from madegood.synthetic.formats.ssda903 import (
    LongForm,
    XmlForm,
    YearForm,
    long_files,
    xml_files,
    year_files,
)
from madegood.synthetic.making import Making
from madegood.synthetic.story import Story


@dataclass(frozen=True)
class Format:
    """How a format gathers what children put in its files, and its files.

    leaves  what its files are called, as patterns within the folder: those of an
            earlier telling are taken away before the next
    """

    form: Callable[[Story], Form]
    binding: Callable[[Path, Making], Binding]
    leaves: tuple[str, ...]


FORMS: Final[Mapping[str, Format]] = {
    "extract": Format(ExtractForm, extract_files, ("*.csv",)),
    "ssda903": Format(LongForm, long_files, ("ssda903/*.csv",)),
    "ssda903-years": Format(YearForm, year_files, ("ssda903/*/*.csv",)),
    "cin-census": Format(CensusForm, census_files, ("cin-census/*.xml",)),
    "csc-api": Format(ApiForm, api_files, ("csc-api/*.json",)),
    "annex-a": Format(
        annex_a.WorkbookForm,
        annex_a.workbook,
        ("annex-a/*.xlsx",),
    ),
    "annex-a-csv": Format(annex_a.CsvForm, annex_a.csv_files, ("annex-a/csv/*.csv",)),
    "ssd": Format(ssd.CsvForm, ssd.csv_files, ("ssd/csv/*.csv",)),
    "ssd-parquet": Format(
        ssd.ParquetForm, ssd.ParquetFiles, ("ssd/parquet/*.parquet",)
    ),
    "ssda903-xml": Format(XmlForm, xml_files, ("ssda903/*/*.xml",)),
}
