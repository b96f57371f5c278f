import json

import msgspec

from takhrij import contract
from takhrij.exports.json import write

EMPTY = msgspec.convert(
    {f.name: "takhrij/1" if f.name == "format" else [] for f in msgspec.structs.fields(contract.Dossier)},
    contract.Dossier,
)
KEYS = (
    "format pages blocks articles times entities mentions tenures statements events copies claims conflicts "
    "positions stories judgements failures timeline"
)


def test_every_key_of_the_contract_is_written_also_when_it_is_empty() -> None:
    assert list(json.loads(write(EMPTY))) == KEYS.split()


def test_an_item_is_a_line_so_that_two_dossiers_compare_by_eye() -> None:
    failure = contract.FailureItem(source="أ.txt", stage="read", error="the file is empty", cure="Save it again.")
    written = write(msgspec.structs.replace(EMPTY, failures=[failure, failure]))
    assert written.decode().count("أ.txt") == 2
    assert len([line for line in written.decode().splitlines() if "أ.txt" in line]) == 2
    assert json.loads(written)["failures"][0]["cure"] == "Save it again."


def test_what_is_written_reads_back_the_same() -> None:
    assert msgspec.json.decode(write(EMPTY), type=contract.Dossier) == EMPTY
