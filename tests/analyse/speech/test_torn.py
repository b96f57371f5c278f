"""A page may break off behind any word: what is left of a sentence is read, and never an error."""

from pathlib import Path

import pytest

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge
from takhrij.text import sentences

PAGES = Path(__file__).parents[3] / "examples" / "pages"
KNOWLEDGE = Knowledge(lang.load(), world.load())
TORN = (
    "وقالت الوزارة إن إعلان الوزير سامر الحلبي",
    "أسابيع من الشائعات، أعلنت دار «سمرقند» للنشر أنها وجدت مشتريا",
    "رحبت الوزارة بتأكيد البلدية",
    "إعداد الباحثة سمر السيد محمود",
    'في ميرسان , أطلق فصيل تابع ل - "',
)


@pytest.mark.parametrize("text", TORN)
def test_a_sentence_may_end_with_any_word(text: str) -> None:
    words = text.split()
    for stop in range(1, len(words) + 1):
        assert analysed(" ".join(words[:stop]), KNOWLEDGE).page == "p"


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.txt"))[:4], ids=lambda path: path.stem)
def test_every_beginning_of_a_sentence_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for start, end in list(sentences(text, 0, len(text)))[:12]:
        words = text[start:end].split()
        for stop in range(2, len(words), 2):
            assert analysed(" ".join(words[:stop]), KNOWLEDGE).page == "p"
