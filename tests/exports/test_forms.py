"""The dossier in other forms, each read by somebody else's reader or against what its format promises."""

import csv
import io
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
from dossier_sample import sample

from takhrij import exports, pipeline
from takhrij.cited import cited
from takhrij.contract import HIDDEN, Dossier
from takhrij.exports import (
    annotations,
    followthemoney,
    gdelt,
    markdown,
    passim,
    plover,
    prov,
    schemaorg,
    timelinejs,
    xlsx,
)
from takhrij.exports import csv as tables
from takhrij.plugins import modules

ROOT = Path(__file__).parents[2]
READERS = ROOT / ".venv-readers" / "bin" / "python"
"""Other people's readers, in an environment of their own: `make readers`."""


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return pipeline.build([ROOT / "examples" / "pages"], worlds=[ROOT / "examples" / "world"])


def _read_elsewhere(script: str, written: bytes) -> str:
    if not READERS.exists() and os.environ.get("CI") != "true":
        pytest.skip("no readers of other people here: `make readers`")
    with tempfile.TemporaryFile() as file:  # some read it twice, which a pipe does not allow
        file.write(written)
        file.seek(0)
        done = subprocess.run([READERS, "-c", script], stdin=file, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.parametrize("form", modules(exports).values(), ids=modules(exports))
def test_the_same_dossier_makes_the_same_bytes_in_every_form(form: ModuleType, dossier: Dossier) -> None:
    assert form.write(dossier) == form.write(dossier)


def test_csv_tables_are_read_back_cell_by_cell(dossier: Dossier) -> None:
    with zipfile.ZipFile(io.BytesIO(tables.write(dossier))) as archive:
        read = {
            name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
            for name in archive.namelist()
        }
    assert [row["id"] for row in read["statements"]] == [statement.id for statement in dossier.statements]
    text = {page.id: page.text for page in dossier.pages}
    for row in (*read["statements"], *read["events"]):
        assert row["words"] == " ".join(text[row["page"]][int(row["start"]) : int(row["end"])].split())
    assert len(read["timeline"]) == len(dossier.timeline)
    assert len(read["conflicts"]) == len(dossier.conflicts)


def test_excel_sheets_run_from_right_to_left_and_hold_no_formula(dossier: Dossier) -> None:
    page = msgspec.structs.replace(dossier.articles[0], title="=1+1")
    written = xlsx.write(msgspec.structs.replace(dossier, articles=[page]))
    with zipfile.ZipFile(io.BytesIO(written)) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        for name in sheets:
            root = ET.fromstring(book.read(name))
            tag = root.tag.removesuffix("worksheet")
            views = root.findall(f"{tag}sheetViews/{tag}sheetView")
            assert [view.get("rightToLeft") for view in views] == ["1"]
            assert root.find(f".//{tag}f") is None
    assert len(sheets) == 11


def test_excel_is_read_by_openpyxl(dossier: Dossier) -> None:
    script = (
        "import io, sys, openpyxl\n"
        "book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))\n"
        "print(book['statements'].max_row, book['statements'].sheet_view.rightToLeft)"
    )
    assert _read_elsewhere(script, xlsx.write(dossier)) == f"{len(dossier.statements) + 1} True\n"


def test_every_followthemoney_entity_fits_its_schema(dossier: Dossier) -> None:
    script = (
        "import json, sys\n"
        "from followthemoney import model\n"
        "for line in sys.stdin.buffer:\n"
        "    given = json.loads(line)\n"
        "    proxy = model.get_proxy(given)\n"
        "    proxy.schema.validate(given)\n"
        "    kept = {name: set(map(str, values)) for name, values in proxy.to_dict()['properties'].items()}\n"
        "    for name, values in given['properties'].items():\n"
        "        assert kept.get(name) == set(values), (given, name, kept.get(name))\n"
        "    print(proxy.schema.name)"
    )
    schemata = _read_elsewhere(script, followthemoney.write(dossier)).split()
    assert {"Article", "Person", "Organization", "Note", "Event", "Mention", "Position", "Occupancy"} <= set(schemata)


def test_followthemoney_entities_point_only_at_one_another(dossier: Dossier) -> None:
    made = [msgspec.json.decode(line) for line in followthemoney.write(dossier).splitlines()]
    ids = {entity["id"] for entity in made}
    pointed = [
        value
        for entity in made
        for name in ("entity", "involved", "proof", "holder", "post", "document", "resolved")
        for value in entity["properties"].get(name, [])
    ]
    assert pointed
    assert set(pointed) <= ids


def test_a_chain_is_read_back_from_prov_in_its_order(dossier: Dossier) -> None:
    long = max(range(len(dossier.statements)), key=lambda i: len(dossier.statements[i].chain))
    made: dict[str, Any] = msgspec.json.decode(prov.write(dossier))
    comes_from = {told["prov:generatedEntity"]: told["prov:usedEntity"] for told in made["wasDerivedFrom"].values()}
    owner = {told["prov:entity"]: told["prov:agent"] for told in made["wasAttributedTo"].values()}
    here, names = f"takhrij:s{long}h0", []
    while here:
        names.append(made["agent"][owner[here]]["prov:label"])
        here = comes_from.get(here, "")
    assert names == [hop.name for hop in dossier.statements[long].chain]


def test_the_chains_are_read_by_the_prov_package(dossier: Dossier) -> None:
    script = (
        "import sys\n"
        "from prov.model import ProvDocument, ProvDerivation\n"
        "read = ProvDocument.deserialize(content=sys.stdin.buffer.read().decode(), format='json')\n"
        "print(len(list(read.get_records(ProvDerivation))))"
    )
    hops = sum(len(statement.chain) - 1 for statement in dossier.statements)
    assert _read_elsewhere(script, prov.write(dossier)) == f"{hops}\n"


def test_annotations_select_their_words_by_position_and_by_quote(dossier: Dossier) -> None:
    text = {f"urn:sha256:{page.sha256}": page.text for page in dossier.pages}
    text.update((page.url, page.text) for page in dossier.pages if page.url)
    made: dict[str, Any] = msgspec.json.decode(annotations.write(dossier))
    assert len(made["items"]) == len(dossier.statements) + len(dossier.events)
    for item in made["items"]:
        position, quote = item["target"]["selector"]
        page = text[item["target"]["source"]]
        assert page[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in page


def test_schema_org_has_claims_with_appearances_and_never_a_verdict(dossier: Dossier) -> None:
    written = schemaorg.write(dossier)
    made: dict[str, Any] = msgspec.json.decode(written)
    articles = {node["@id"] for node in made["@graph"] if node["@type"] == "NewsArticle"}
    claims = [node for node in made["@graph"] if node["@type"] == "Claim"]
    assert len(claims) == len(dossier.claims)
    assert all(appearance["@id"] in articles for claim in claims for appearance in claim["appearance"])
    assert b"Review" not in written
    assert b"rating" not in written.lower()


def test_json_ld_is_expanded_by_somebody_elses_processor(dossier: Dossier) -> None:
    script = (
        "import json, sys\n"
        "from pyld import jsonld\n"
        "given = json.load(sys.stdin.buffer)\n"
        "given['@context'] = {'@vocab': 'https://schema.org/'}\n"  # the network is not asked
        "print(len(jsonld.expand(given)))"
    )
    nodes = len(dossier.articles) + len(dossier.claims)
    assert _read_elsewhere(script, schemaorg.write(dossier)) == f"{nodes}\n"


def test_timelinejs_gets_days_as_numbers_and_words_that_are_no_markup(dossier: Dossier) -> None:
    entry = msgspec.structs.replace(dossier.timeline[0], label="<script>x</script>")
    made = msgspec.json.decode(
        timelinejs.write(msgspec.structs.replace(dossier, timeline=[entry, *dossier.timeline[1:]]))
    )
    assert len(made["events"]) == len(dossier.timeline)
    assert made["events"][0]["text"]["headline"] == "&lt;script&gt;x&lt;/script&gt;"
    for event in made["events"]:
        assert {"year", "month", "day"} == set(event["start_date"])


@pytest.mark.parametrize(("language", "label"), [("en", "Independent origins"), ("ar", "الأصول المستقلة")])
def test_timelinejs_says_in_words_what_it_counts_and_nothing_of_what_there_is_not(language: str, label: str) -> None:
    claim = msgspec.structs.replace(sample().claims[0], origins=["المرسى"], sources=[])
    entry = msgspec.structs.replace(sample().timeline[0], claims=[claim.id])
    made = msgspec.json.decode(
        timelinejs.write(msgspec.structs.replace(sample(), claims=[claim], timeline=[entry]), language)
    )
    assert [event["text"]["text"] for event in made["events"]] == [f"<b>{label}</b> (1): المرسى"]


def test_copies_in_passims_form_share_a_cluster_and_hold_their_words(dossier: Dossier) -> None:
    rows = [msgspec.json.decode(line) for line in passim.write(dossier).splitlines()]
    text = {page.id: page.text for page in dossier.pages}
    cluster = {(row["id"], row["begin"], row["end"]): row["cluster"] for row in rows}
    for copy in dossier.copies:
        sides = [(side.page, side.start, side.end) for side in (copy.left, copy.right)]
        assert cluster[sides[0]] == cluster[sides[1]]
    assert all(row["text"] == text[row["id"]][row["begin"] : row["end"]] for row in rows)


def test_a_copied_passage_names_the_one_it_came_from_where_the_order_is_known(dossier: Dossier) -> None:
    rows = [msgspec.json.decode(line) for line in passim.write(dossier).splitlines()]
    page = {row["uid"]: row["id"] for row in rows}
    there = {(row["id"], row["begin"], row["end"]) for row in rows}
    came = {(row["id"], page[of["uid"]]) for row in rows for of in row["src"]}
    assert came == {
        (side.page, copy.earlier)
        for copy in dossier.copies
        for side in (copy.left, copy.right)
        if copy.earlier and copy.earlier != side.page
    }
    assert all((page[of["uid"]], of["begin"], of["end"]) in there for row in rows for of in row["src"])


def test_duckdb_reads_copies_by_the_fields_of_passims_manual(dossier: Dossier) -> None:
    script = (
        "import duckdb\n"
        "columns = {'uid': 'BIGINT', 'cluster': 'BIGINT', 'size': 'BIGINT', 'id': 'VARCHAR', 'series': 'VARCHAR',\n"
        "           'date': 'DATE', 'begin': 'BIGINT', 'end': 'BIGINT', 'text': 'VARCHAR',\n"
        "           'src': 'STRUCT(uid BIGINT, \"begin\" BIGINT, \"end\" BIGINT)[]'}\n"
        "rows = duckdb.read_json('/dev/stdin', format='newline_delimited', columns=columns)\n"
        'rows = rows.filter(\'length(text) > 0 and "begin" < "end"\')\n'
        "found = rows.aggregate('cluster, any_value(size) = count(*)').fetchall()\n"
        "print(len(found), all(whole for _, whole in found))"
    )
    clusters = {msgspec.json.decode(line)["cluster"] for line in passim.write(dossier).splitlines()}
    assert clusters
    assert _read_elsewhere(script, passim.write(dossier)) == f"{len(clusters)} True\n"


def test_duckdb_reads_event_records_and_the_event_table(dossier: Dossier) -> None:
    events = [event for event in dossier.events if event.type != "OTHER"]
    script = (
        "import duckdb\n"
        "entity = 'STRUCT(entity_text VARCHAR, code VARCHAR, sector VARCHAR)[]'\n"
        "columns = {'id': 'VARCHAR', 'date': 'DATE', 'enddate': 'DATE', 'actor': entity, 'recipient': entity,\n"
        "           'event': 'VARCHAR[]', 'quad_code': 'INTEGER', 'mode': 'VARCHAR[]', 'context': 'VARCHAR[]'}\n"
        "rows = duckdb.read_json('/dev/stdin', format='newline_delimited', columns=columns)\n"
        "print(rows.aggregate('count(distinct id), min(len(event)), max(quad_code) <= 4').fetchall())"
    )
    assert _read_elsewhere(script, plover.write(dossier)) == f"[({len(events)}, 1, True)]\n"
    script = (
        "import duckdb\n"
        "rows = duckdb.read_csv('/dev/stdin', sep='\\t', header=True, quotechar='')\n"
        "print(len(rows.columns), rows.aggregate('count(distinct TakhrijId)').fetchall()[0][0])"
    )
    columns = len(gdelt.COLUMNS) + len(gdelt.MORE)
    assert _read_elsewhere(script, gdelt.write(dossier)) == f"{columns} {len(events)}\n"


def test_a_commonmark_reader_finds_no_markup_of_a_page(dossier: Dossier) -> None:
    entry = msgspec.structs.replace(dossier.timeline[0], label="<b>*قال* [x](http://a) ![y](http://b)")
    written = markdown.write(msgspec.structs.replace(dossier, timeline=[entry]))
    script = (
        "import sys\n"
        "from markdown_it import MarkdownIt\n"
        "read = MarkdownIt('commonmark').parse(sys.stdin.buffer.read().decode())\n"
        "kinds = {t.type for each in read for t in (each, *(each.children or ()))}\n"
        "print('heading_open' in kinds, kinds & {'html_block', 'html_inline', 'image', 'em_open', 'link_open'})"
    )
    assert _read_elsewhere(script, written) == "True set()\n"


def test_markdown_takes_no_words_of_a_page_for_markup(dossier: Dossier) -> None:
    entry = msgspec.structs.replace(dossier.timeline[0], label="<b>*قال* [x](http://a)")
    written = markdown.write(msgspec.structs.replace(dossier, timeline=[entry])).decode()
    assert r"\<b\>\*قال\* \[x\](http://a)" in written
    assert "«" in written


@pytest.mark.parametrize(("language", "heading"), [("en", "Conflicts"), ("ar", "الخلافات")])
def test_markdown_has_headings_in_the_language_asked_for(language: str, heading: str, dossier: Dossier) -> None:
    written = markdown.write(dossier, language).decode()
    assert f"## {heading}\n" in written
    latin = re.findall(r"[A-Za-z]{3,}", re.sub(r"«.*|\(.*|## .*", "", written))
    assert bool(latin) == (language == "en")


def test_without_pages_only_cited_characters_are_handed_on_and_every_span_holds(dossier: Dossier) -> None:
    shown = cited(dossier)
    whole = {page.id: page.text for page in dossier.pages}
    for page in shown.pages:
        assert len(page.text) == len(whole[page.id])
        assert all(a in (b, HIDDEN) for a, b in zip(page.text, whole[page.id], strict=True))
    assert any(HIDDEN in page.text for page in shown.pages)
    text = {page.id: page.text for page in shown.pages}
    for statement in shown.statements:
        span = slice(statement.content.start, statement.content.end)
        assert text[statement.page][span] == whole[statement.page][span]
    assert not any(article.standfirst for article in shown.articles)
    selectors = [item["target"]["selector"][1] for item in msgspec.json.decode(annotations.write(shown))["items"]]
    assert not any(HIDDEN in quote["prefix"] + quote["suffix"] for quote in selectors)
    promos = [b for b in dossier.blocks if b.kind in ("promo", "related")]
    assert promos
    assert all(
        set(text[b.page][b.start : b.end].split()) != set(whole[b.page][b.start : b.end].split()) for b in promos
    )
