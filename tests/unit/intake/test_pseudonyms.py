"""A pseudonym says nothing without its key, and one purpose's joins no other's."""

import base64
import hashlib
import hmac
import time

import pyarrow as pa
import pytest

from madegood.intake.pseudonyms import Pseudonyms, WeakKey
from madegood.record.snapshot import Snapshot
from madegood.record.tables import table

KEY = bytes(range(32))
OTHER = bytes(range(1, 33))
IDS = [str(number) for number in range(100_000)]


def ledger(key=KEY, purpose="ledger"):
    return Pseudonyms(key, purpose)


@pytest.mark.parametrize("original", ["566910", "C-1001", "Zoë 14", "", "x" * 500])
def test_it_is_hmac_sha256_under_a_key_of_its_purposes_own(original):
    own = hmac.digest(KEY, b"ledger", hashlib.sha256)
    whole = hmac.digest(own, original.encode(), hashlib.sha256)
    said = base64.b32encode(whole[:16]).decode().rstrip("=").lower()
    assert ledger().of(original) == said


def test_two_purposes_share_no_token_in_a_hundred_thousand():
    one = set(ledger().of_all(IDS).to_pylist())
    two = set(ledger(purpose="research").of_all(IDS).to_pylist())
    assert len(one) == len(two) == len(IDS)
    assert one & two == set()


def test_another_key_shares_none_either():
    assert not set(ledger().of_all(IDS).to_pylist()) & set(
        ledger(OTHER).of_all(IDS).to_pylist()
    )


def test_no_hash_of_an_id_without_the_key_is_a_token():
    tokens = set(ledger().of_all(IDS[:1000]).to_pylist())
    for plain in IDS[:1000]:
        for name in ("md5", "sha1", "sha256"):
            digest = hashlib.new(name, plain.encode()).digest()[:16]
            assert base64.b32encode(digest).decode().rstrip("=").lower() not in tokens


def test_every_table_gets_the_same_token_for_the_same_id_and_blanks_stay_blank():
    ids = pa.chunked_array([["a", None, "b"], ["a"]])
    rows = {name: table(name).empty() for name in ("children", "missing_episodes")}
    keyed = {}
    for name, empty in rows.items():
        place = empty.schema.get_field_index("child_id")
        columns = [pa.nulls(4, field.type) for field in empty.schema]
        columns[place] = pa.concat_arrays(ids.chunks)
        filled = pa.table(columns, schema=empty.schema)
        keyed[name] = ledger().apply(Snapshot({name: filled})).tables[name]["child_id"]
    assert keyed["children"].to_pylist() == keyed["missing_episodes"].to_pylist()
    first, blank, second, again = keyed["children"].to_pylist()
    assert first == again == ledger().of("a")
    assert second == ledger().of("b")
    assert blank is None


def test_many_ids_cost_less_than_an_hmac_made_for_each():
    own = hmac.digest(KEY, b"ledger", hashlib.sha256)
    plain = spent(lambda: [hmac.digest(own, each.encode(), "sha256") for each in IDS])
    assert spent(lambda: ledger().of_all(IDS)) < plain


def spent(work):
    """Of the processor, the least of three: both ways are asked in the same run."""
    took = []
    for _ in range(3):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took)


def test_a_key_laid_over_another_takes_up_what_the_other_made():
    both = Pseudonyms([KEY, OTHER], "ledger")
    over = ledger(OTHER)
    assert both.of("566910") == over.of(ledger().of("566910"))
    assert both.of("566910") not in {ledger().of("566910"), over.of("566910")}


def test_a_short_key_and_a_purpose_with_no_words_are_refused():
    with pytest.raises(WeakKey, match="31 bytes and must have at least 32"):
        Pseudonyms(KEY[:31], "ledger")
    with pytest.raises(ValueError, match="what the pseudonyms are for"):
        Pseudonyms(KEY, " ")
