"""PostgreSQL and Spark, asked of made-up rows, say exactly what the reference says."""

import os
from datetime import timedelta

import pytest

from madegood.measures import LIBRARY, Settings
from madegood.measures.calculate import open_engine, values_of
from tests.generative.made import FIRST
from tests.generative.test_engines_agree import record

SEED = 7
# Spark takes eight minutes over the whole library: script/soak asks it of all.
A_FEW = ("cp_review_in_time", "icpc_15wd", "rhi_held_72h", "training_equality_gap")
ASKED = [
    measure
    for measure in LIBRARY
    if os.environ.get("MADEGOOD_SOAK") or measure.id in A_FEW
]


def says_the_same(name, measures):
    as_of = FIRST + timedelta(days=20)
    with (
        open_engine("reference", record(SEED), as_of) as right,
        open_engine(name, record(SEED), as_of) as other,
    ):
        for measure in measures:
            values = values_of(measure, Settings.default())
            assert other.rows(measure, values) == right.rows(measure, values)
            assert other.stays(measure, values) == right.stays(measure, values)


@pytest.mark.skipif(
    "DATABASE_URL" not in os.environ, reason="asked in the step on PostgreSQL"
)
def test_postgresql_says_what_the_reference_says():
    says_the_same(os.environ["DATABASE_URL"], LIBRARY)


def test_spark_says_what_the_reference_says():
    pytest.importorskip("pyspark", reason="the extra `spark` is not installed")
    says_the_same("spark", ASKED)
