"""What a rule asks of the words around its trigger: who suffers may stand before, a joined verb has another's."""

from invented_events import coded


def test_who_suffers_may_stand_before_the_verb_that_asks_for_him() -> None:
    assert [c[0] for c in coded("قال الشاهد إن جنديين أصيبا أمس.")] == ["ASSAULT"]


def test_before_a_joined_verb_stands_the_subject_of_another() -> None:
    assert [c for c in coded("خرج مسلحون وأسرهم من البلدة.") if c[0] == "ASSAULT"] == []


def test_a_word_of_another_trade_beside_it_silences_a_rule() -> None:
    assert [c for c in coded("استخدمت الشرطة الرصاص المطاطي ضد المحتجين.") if c[0] == "ASSAULT"] == []
