"""The censuses that come as XML."""

from typing import Final

from madegood.intake.formats.cin_census_xml import CIN_CENSUS_XML
from madegood.intake.formats.ssda903_xml import SSDA903_XML
from madegood.intake.xml_shape import XmlShape

XML_SHAPES: Final[tuple[XmlShape, ...]] = (SSDA903_XML, CIN_CENSUS_XML)
