"""The children and young people of the story."""

from typing import Final

from madegood.intake.example.rows import Rows, row

CHILDREN: Final[dict[str, Rows]] = {
    "children": (
        row(child_id="C-1001", date_of_birth="2011-03-14", sex="female",
            ethnicity="WBRI", disabled="no", uasc="no", locality="North"),
        row(child_id="C-1002", date_of_birth="2009-11-02", sex="male",
            ethnicity="MWBC", disabled="yes", uasc="no", locality="South"),
        row(child_id="C-1003", date_of_birth="2010-07-30", sex="male",
            ethnicity="AOTH", uasc="yes"),
        # Another authority's child, placed here.
        row(child_id="C-1004", date_of_birth="2012-01-09", sex="female",
            responsible_authority="E08000026"),
        # A sister, a brother, and a baby not yet born.
        row(child_id="C-1005", date_of_birth="2016-09-21", sex="female",
            ethnicity="ABAN", disabled="no", uasc="no"),
        row(child_id="C-1006", date_of_birth="2018-12-03", sex="male",
            ethnicity="ABAN", disabled="no", uasc="no"),
        row(child_id="C-1007", expected_date_of_birth="2026-07-11", sex="unknown"),
        row(child_id="C-1008", date_of_birth="2014-02-17", sex="male",
            ethnicity="WBRI", disabled="no", uasc="no"),
        row(child_id="C-1009", date_of_birth="2015-05-08", sex="female",
            ethnicity="BAFR", disabled="yes", uasc="no"),
        row(child_id="C-1010", date_of_birth="2022-04-26", sex="male",
            ethnicity="WBRI", disabled="no", uasc="no"),
        row(child_id="C-1011", date_of_birth="2009-01-20", sex="male",
            ethnicity="BCRB", disabled="no", uasc="no"),
        row(child_id="C-1012", date_of_birth="2019-08-15", sex="female",
            ethnicity="WOTH", disabled="no", uasc="no"),
        row(child_id="C-1013", date_of_birth="2013-06-02", sex="female",
            ethnicity="CHNE", disabled="no", uasc="no"),
        row(child_id="C-1014", date_of_birth="2020-10-30", sex="male",
            ethnicity="WBRI", responsible_authority="E08000025"),
        row(child_id="C-1015", date_of_birth="2012-12-12", sex="male",
            ethnicity="AIND", disabled="yes", uasc="no"),
        # Eighteen by now: still a child of the record.
        row(child_id="C-1016", date_of_birth="2008-02-19", sex="female",
            ethnicity="WBRI", disabled="no", uasc="no"),
        row(child_id="C-1017", date_of_birth="2017-03-28", sex="female",
            ethnicity="WBRI", disabled="no", uasc="no", died_on="2026-02-01"),
        row(child_id="C-1019", date_of_birth="2019-11-11", sex="female",
            ethnicity="MWBA", disabled="no", uasc="no"),
        row(child_id="C-1020", date_of_birth="2016-01-05", sex="male",
            ethnicity="WBRI", disabled="no", uasc="no"),
        row(child_id="C-1021", date_of_birth="2008-10-05", sex="female",
            ethnicity="WIRI", disabled="no", uasc="no"),
        row(child_id="C-1022", date_of_birth="2012-05-19", sex="male",
            ethnicity="OOTH", disabled="no", uasc="no"),
        row(child_id="C-1023", date_of_birth="2004-03-04", sex="female",
            ethnicity="WBRI", disabled="no", uasc="no"),
    ),
}  # fmt: skip
