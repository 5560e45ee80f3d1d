"""The CIN census as a file: its header, its dialects, and what is not a census."""

from datetime import UTC, datetime

import pytest

from tests.formats.conftest import counts_of, found
from tests.formats.test_cin_census import HEADER, REFERRAL, a_census, a_child

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
CENSUS = a_census(a_child(REFERRAL.format("")))
ONE = {"Child": (1, 1, 0), "CINdetails": (1, 1, 0)}


def held(reading):
    return {kind: count for kind, count in counts_of(reading).items() if count[0]}


@pytest.mark.parametrize(
    ("right", "wrong", "field"),
    [
        ("2025-03-31</Ref", "2025-03-28</Ref", "ReferenceDate"),
        ("2025-03-31</Ref", "31 March</Ref", "ReferenceDate"),
        ("<Year>2025", "<Year>25", "Year"),
        ("<Year>2025</Year>", "", "Year"),
        ("<LEA>334", "<LEA>Bath", "LEA"),
        ("<SourceLevel>L", "<SourceLevel>S", "SourceLevel"),
        ("<SerialNo>001", "<SerialNo>1", "SerialNo"),
        ("2026-05-01T10:00:00", "01/05/2026", "DateTime"),
        ("<Collection>CIN</Collection>", "", "Collection"),
    ],
)
def test_what_is_wrong_in_the_header_is_said_of_its_field(given, right, wrong, field):
    assert right in CENSUS
    read = given({"c.xml": CENSUS.replace(right, wrong)}, now=NOW)
    assert found(read, "census_header") == [(None, field, "census_header")]
    assert held(read) == ONE


def test_a_header_in_order_has_nothing_said_of_it(given):
    assert found(given({"c.xml": CENSUS}, now=NOW), "census_header") == []


def test_without_a_header_the_year_is_told_by_the_dates(given):
    read = given({"c.xml": a_census(a_child(REFERRAL.format("")), header="")}, now=NOW)
    assert found(read, "census_header") == [(None, "Header", "census_header")]
    assert read.files[0].edition == "2024/25"


def test_a_header_of_a_year_before_what_the_file_holds_is_contradicted(given):
    block = "<PreProceedingsandFGDM><PPStartDate>2026-05-02</PPStartDate></PreProceedingsandFGDM>"
    read = given({"c.xml": a_census(a_child(REFERRAL.format(block)))}, now=NOW)
    assert read.files[0].edition == "2026/27"
    assert found(read, "census_header") == [(None, "Year", "census_header")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<Message>", "<Message xmlns='http://www.education.gov.uk/cin'>"),
        ("<Message>", "<?xml version='1.0' encoding='UTF-8'?><Message>"),
        ("<Message>", "\ufeff<?xml version='1.0' encoding='UTF-8'?><Message>"),
        ("<Message>", "<!-- made by x --><?pi y?><Message>"),
        ("\n", "\r\n"),
        ("2024-05-01", "2024-05-01Z"),
        ("2024-05-01", "2024-05-01T00:00:00"),
        ("2024-05-01", "01/05/2024"),
        ("CINreferralDate", "CINReferralDate"),
        ("<ReferralNFA>0", "<ReferralNFA>False"),
    ],
)
def test_dialects_are_read_the_same(given, before, after):
    assert before in CENSUS
    read = given({"c.xml": CENSUS.replace(before, after)}, now=NOW)
    assert (held(read), read.errors) == (ONE, ())
    (referral,) = read.snapshot.rows("referrals").to_pylist()
    assert (
        referral["received_at"].date().isoformat() == "2024-04-30"
    )  # midnight in June
    assert referral["no_further_action"] == "no"


def test_prefixed_tags_are_read_too(given):
    text = CENSUS.replace("</", "</c:").replace("<", "<c:").replace("<c:/c:", "</c:")
    text = text.replace("<c:Message>", "<c:Message xmlns:c='urn:x'>")
    assert held(given({"c.xml": text}, now=NOW)) == ONE


def test_the_regional_generators_root_and_tags_are_read(given):
    inner = "<CINClosureDate>2024-07-01</CINClosureDate><DateofInitialICPC>2024-05-09</DateofInitialICPC>"
    child = a_child(REFERRAL.format(inner), more="<UPNUnknownType>UN3</UPNUnknownType>")
    text = f"<CINdetailsCollection>{child}</CINdetailsCollection>"
    read = given({"c.xml": text}, now=NOW)
    (referral,) = read.snapshot.rows("referrals").to_pylist()
    assert referral["closed_on"].isoformat() == "2024-07-01"
    (conference,) = read.snapshot.rows("conferences").to_pylist()
    assert conference["held_on"].isoformat() == "2024-05-09"
    assert found(read, "unknown_column", "unlisted_code") == []


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("<Message>", "broken_xml"),
        (CENSUS[:-40], "broken_xml"),
        (CENSUS + "x", "broken_xml"),
        (CENSUS.replace("</Sex>", "</Sax>"), "broken_xml"),
        (CENSUS.replace("C1", "&who;"), "broken_xml"),
        ('<!DOCTYPE a [<!ENTITY b "c">]>' + CENSUS, "doctype"),
        ('<!DOCTYPE Message SYSTEM "http://x.invalid/a.dtd">' + CENSUS, "doctype"),
        ("<html><body>Sign in</body></html>", "web_page"),
        ("<School><Pupil/></School>", "unknown_xml"),
        (CENSUS.replace("<Collection>CIN", "<Collection>SCS"), "unknown_xml"),
    ],
)
def test_what_is_not_a_census_or_not_whole_is_refused_whole(given, text, cause):
    read = given({"c.xml": text}, now=NOW)
    assert [code for _, _, code in found(read)] == [cause]
    assert (read.files[0].tables, read.parts) == ({}, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_declaration_in_another_encoding_is_found_all_the_same(given, encoding):
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]>'
    read = given({"c.xml": (text + CENSUS).encode(encoding)}, now=NOW)
    assert [code for _, _, code in found(read)] in (["doctype"], ["not_a_table"])


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "windows-1252"])
def test_a_census_is_read_in_the_encoding_it_declares(given, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{CENSUS}'
    assert held(given({"c.xml": text.encode(encoding)}, now=NOW)) == ONE


@pytest.mark.parametrize(
    ("before", "after", "column", "cause"),
    [
        ("<Children>", "<Pupils><P/></Pupils><Children>", "Pupils", "unknown_element"),
        ("</Sex>", "</Sex>Kim", "ChildIdentifiers", "stray_text"),
        ("</Sex>", "</Sex><Sex>M</Sex>", "Sex", "repeated_element"),
        ("</Sex>", "</Sex><Eyes>blue</Eyes>", "Eyes", "unknown_column"),
    ],
)
def test_what_is_in_the_file_and_in_no_row_is_said(given, before, after, column, cause):
    read = given({"c.xml": CENSUS.replace(before, after, 1)}, now=NOW)
    assert (None, column, cause) in found(read)
    assert "Kim" not in str([f.message for f in read.findings])
    assert held(read) == ONE


def test_a_referral_without_a_date_is_set_aside_and_the_child_is_not(given):
    text = CENSUS.replace("2024-05-01", "")
    read = given({"c.xml": text}, now=NOW)
    assert held(read) == {"Child": (1, 1, 0), "CINdetails": (1, 0, 1)}
    assert found(read, "required_blank") == [(1, "CINreferralDate", "required_blank")]


def test_a_child_given_twice_is_read_once(given):
    child = a_child(REFERRAL.format(""))
    read = given({"c.xml": a_census(child, child)}, now=NOW)
    assert held(read) == {"Child": (2, 1, 1), "CINdetails": (2, 1, 1)}


def test_a_child_within_a_child_is_not_taken_for_another(given):
    text = CENSUS.replace("<CINdetails>", "<Child/><CINdetails>")
    assert held(given({"c.xml": text}, now=NOW)) == ONE


def test_more_different_tags_than_any_census_has_are_refused(given):
    many = "".join(f"<T{n}>x</T{n}>" for n in range(600))
    read = given({"c.xml": CENSUS.replace("</Sex>", f"</Sex>{many}")}, now=NOW)
    assert [code for _, _, code in found(read)] == ["too_many_columns"]


def test_pupil_numbers_are_named_and_not_kept(given):
    read = given({"c.xml": CENSUS}, now=NOW)
    assert found(read, "identifying_column") == [(None, "UPN", "identifying_column")]
    assert "A123456789012" not in str([part.rows.to_pydict() for part in read.parts])


def test_a_census_of_no_children_is_read_as_such(given):
    text = f"<Message>{HEADER.format(year=2025)}<Children/></Message>"
    read = given({"c.xml": text}, now=NOW)
    assert (held(read), read.files[0].edition) == ({}, "2024/25")
    assert {code for _, _, code in found(read)} == {"no_rows"}
