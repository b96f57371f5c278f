"""The shipped towns have the form that the command makes, and stand behind what is made by hand."""

from bench import gazetteer
from takhrij import lang, world
from takhrij.errors import WorldError
from takhrij.tables import read_folder
from takhrij.text import fold_text
from takhrij.world.tables import Location, State, World

LANGUAGE = lang.load()
BASE = read_folder(World, (world.BASE,), WorldError)


def _town(people: int, *names: str, country: str = "SY") -> dict[str, object]:
    return {"country": country, "people": people, "names": list(names), "name": ""}


def _rows(*towns: dict[str, object], facts: World | None = None) -> list[str]:
    text = gazetteer.table(towns, LANGUAGE, facts or World())
    assert text.startswith(gazetteer.HEADER)
    return text.removeprefix(gazetteer.HEADER).splitlines()


def test_a_town_has_its_careful_spelling_first() -> None:
    assert _rows(_town(90_000, "طلكاخه", "طلكاخة", "أطلكاخ")) == ["أطلكاخ\tطلكاخة\tSY\ttown"]


def test_small_towns_stay_out_and_far_ones_sooner() -> None:
    assert _rows(_town(9_000, "طلكاخة"), _town(90_000, "طلكاخة", country="BR")) == []


def test_words_that_are_ordinary_or_a_persons_stay_out() -> None:
    assert (
        _rows(_town(90_000, "محمد"), _town(90_000, "مدينة"), _town(90_000, "مدينة طلكاخة"), _town(90_000, "طلك"))
        == []
    )


def test_a_town_that_is_known_by_any_name_stays_out() -> None:
    facts = World(places=(Location(name="طلكاخة"),), states=(State(key="XX", name="مرموشيا"),))
    assert _rows(_town(90_000, "طلكاخة", "أطلكاخ"), _town(90_000, "مرموشيا"), facts=facts) == []


def test_the_shipped_towns_have_the_form_that_the_command_makes() -> None:
    text = gazetteer.SHIPPED.read_text(encoding="utf-8")
    assert text.startswith(gazetteer.HEADER)
    towns = read_folder(World, (world.PACKAGES,), WorldError).places
    made = [f"{t.name}\t{'|'.join(t.spellings)}\t{t.country}\ttown\n" for t in towns]
    assert text == gazetteer.HEADER + "".join(made)


def test_no_shipped_town_is_in_the_hand_made_table_too() -> None:
    known = {fold_text(n) for p in BASE.places for n in (p.name, *p.spellings)}
    towns = read_folder(World, (world.PACKAGES,), WorldError).places
    assert not known & {fold_text(n) for t in towns for n in (t.name, *t.spellings)}


def test_a_city_of_cldr_needs_no_inhabitants() -> None:
    assert _rows(_town(0, "طلكاخة", country="BR")) == ["طلكاخة\t\tBR\ttown"]
