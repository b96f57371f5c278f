from __future__ import annotations

from invented_tellings import linked, named, page, said

from takhrij.link import claims, run, stories
from takhrij.records import Analysis, Links


def told(*analyses: Analysis) -> Links:
    links = linked(*analyses)
    for stage in (claims, stories):
        links = run(stage, analyses, links)
    return links


def about(name: str, *people: str) -> Analysis:
    analysis = page(name, f"قال كاتب {name} كلاما.", name, "2024-05-03")
    for person in people:
        analysis = named(analysis, person)
    return analysis


class TestAStory:
    def test_is_the_pages_that_name_the_same_people(self) -> None:
        links = told(
            about("a", "سالم هاني", "رامي فارس"), about("b", "رامي فارس", "سالم هاني"), about("c", "جمال زاهر")
        )
        assert links.stories == (("a", "b"), ("c",))

    def test_is_not_made_by_one_person_whom_all_name(self) -> None:
        own = {n: tuple(f"{first} {n}" for first in ("سالم", "رامي", "جمال", "هند")) for n in "abcdef"}
        pages = [about(n, "الملك الكبير", *people) for n, people in own.items()]
        assert told(*pages).stories == tuple((n,) for n in "abcdef")

    def test_is_made_by_a_shared_claim(self) -> None:
        words = "إن الدولة تأمل في الاحتفاظ بالأرصفة البحرية والمخازن الجوية"
        a, b = (said(page(n, f"قال سالم هاني {words}.", n, "2024-05-03"), words, "سالم هاني") for n in "ab")
        assert told(a, b).stories == (("a", "b"),)

    def test_is_the_same_whatever_the_order_of_pages(self) -> None:
        pages = [about("a", "سالم هاني", "رامي فارس"), about("b", "رامي فارس", "سالم هاني"), about("c", "جمال زاهر")]
        assert told(*pages).stories == told(*reversed(pages)).stories
