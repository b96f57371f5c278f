"""Furniture in running text is known by its recurring, and only there."""

from takhrij.link import sites
from takhrij.link.keys import Key
from takhrij.link.settle import settle
from takhrij.records import Analysis, Article, Block, Hop, Links, Sentence, Span, Statement

APPEAL = "ادعموا صحيفتنا المستقلة بتبرع شهري صغير."
STORY = ["وصل الوفد {} إلى المدينة صباح اليوم.", "قال الوزير في لقاء {} إن الجسر سيفتح.", "وانتهت الزيارة {} مساء."]


def _page(number: int, lines: list[str], outlet: str = "المرفأ") -> Analysis:
    page = f"{number:016x}"
    at, sentences, blocks = 0, [], []
    for line in lines:
        span = Span(page=page, start=at, end=at + len(line))
        sentences.append(Sentence(span=span, article="a", text=line))
        blocks.append(Block(span=span, kind="body", article="a"))
        at += len(line) + 1
    last = sentences[-1].span
    hops = (Hop(name="س", via="said", kind="person"),)
    statement = Statement(id="s", article="a", content=last, cue=last, act="say", hops=hops)
    whole = Span(page=page, start=0, end=at)
    return Analysis(
        page=page,
        language="ar",
        blocks=tuple(blocks),
        articles=(Article(id="a", span=whole, outlet=outlet),),
        sentences=tuple(sentences),
        statements=(statement,),
    )


def _masked(analyses: list[Analysis]) -> list[Analysis]:
    groups: dict[str, list[sites.Line]] = {}
    for analysis in analyses:
        for key in sites.keys(analysis, Links()):
            assert isinstance(key, Key)
            groups.setdefault(key.value, []).append(key.member)
    links = sites.gather([line for value, lines in groups.items() for line in sites.join(value, lines)], Links())
    return [settle(analysis, links) for analysis in analyses]


def _own(number: int) -> list[str]:
    return [line.format(["الأول", "الثاني", "الثالث", "الرابع"][number]) for line in STORY]


def test_a_sentence_that_three_pages_of_a_site_end_with_is_furniture() -> None:
    for analysis in _masked([_page(n, [*_own(n), APPEAL]) for n in range(3)]):
        assert [block.kind for block in analysis.blocks] == ["body", "body", "body", "chrome"]
        assert analysis.blocks[3].why[0].rule == "furniture of the site"
        assert analysis.blocks[3].article == ""
        assert APPEAL not in [sentence.text for sentence in analysis.sentences]
        assert analysis.statements == ()


def test_on_two_pages_or_on_three_sites_it_is_none() -> None:
    two = [_page(n, [*_own(n), APPEAL]) for n in range(2)]
    assert _masked(two) == two
    three = [_page(n, [*_own(n), APPEAL], outlet=f"صحيفة {n}") for n in range(3)]
    assert _masked(three) == three


def test_a_page_printed_again_is_no_furniture() -> None:
    same = [_page(n, _own(0)) for n in range(4)]
    assert _masked(same) == same
