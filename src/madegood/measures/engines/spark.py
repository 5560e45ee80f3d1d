"""Spark: for records that outgrow one machine. It has views for a session, kept in its
memory, where other databases have temporary tables."""

import ibis
import pyarrow as pa
from ibis.expr.types import Table
from pyspark.sql import SparkSession

from madegood.measures.engines.ibis_tables import Tables


def session() -> SparkSession:
    """The session there is, else one on this machine. Its zone is UTC: a day of London
    is settled before anything reaches it."""
    return (
        SparkSession.builder.master("local[2]")
        .appName("madegood")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )


def connected() -> ibis.BaseBackend:
    """Spark as Ibis speaks to it."""
    return ibis.pyspark.connect(session())


class SparkTables(Tables):
    """Tables of one session."""

    def close(self) -> None:
        """The session is left for others to ask; what was kept for this one goes."""
        for name in self._there:
            session().catalog.dropTempView(name)

    def _put(self, name: str, rows: Table | pa.Table) -> None:
        if isinstance(rows, pa.Table):
            made = session().createDataFrame(rows)
        else:
            made = session().sql(str(self._database.compile(rows)))
        made.cache().createOrReplaceTempView(name)

    def _drop(self, name: str) -> None:
        session().catalog.dropTempView(name)
