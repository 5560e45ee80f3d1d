"""What each measure needs is declared once, and every name in it is the record's."""

from madegood.measures import LIBRARY, blanks
from madegood.record.least import RECOMMENDATIONS, least_for

EVERY = {least.measure for one in RECOMMENDATIONS for least in one.measures}


def test_every_measure_of_the_extract_is_in_the_library():
    assert {one.id for one in LIBRARY} == EVERY
    assert len(EVERY) == 73


def test_what_a_blank_means_is_said_of_columns_that_exist():
    assert blanks.misdeclared() == []


def test_what_a_blank_means_is_said_only_of_columns_that_measures_read():
    read = {
        (table, column)
        for one in RECOMMENDATIONS
        for table, columns in one.columns.items()
        for column in columns
    }
    assert set(blanks.DECLARED) - read == set()


def test_the_tables_a_measure_must_have_are_among_those_it_reads():
    for one in LIBRARY:
        least = least_for(one.id)
        assert least is not None
        assert set(one.needs) <= least.columns.keys(), one.id
