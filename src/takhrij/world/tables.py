"""The tables of a world folder: one row type a file."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from takhrij.tables import Row


class Outlet(Row):
    """A paper, channel, site or agency. `family`: the name of the house, where several names are one newsroom.

    `kind`: agency paper channel site aggregator official. `common`: those of its names that are ordinary words too
    (الحياة): alone they name the outlet only where nothing but names stands (a source line, a dateline, behind the
    word for paper).
    """

    name: str
    spellings: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: Literal["agency", "paper", "channel", "site", "aggregator", "official"] = "site"
    country: str = ""
    family: str = ""
    common: tuple[str, ...] = ()


class State(Row):
    """A state. `key` is ISO 3166 alpha-2. `adjectives` are nationality adjectives (السوري السورية السوريون).

    `voices` are the words that newspapers use for its government: capitals and seats (دمشق، قصر الشعب).
    """

    key: str
    name: str
    spellings: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    voices: tuple[str, ...] = ()


class Zone(Row):
    """How many hours a country's clocks are ahead of Greenwich, at least and at most over the years and seasons."""

    country: str
    least: float
    most: float


class Location(Row):
    """A town, region or site. `country` is a state's key."""

    name: str
    spellings: tuple[str, ...] = ()
    country: str = ""
    kind: str = ""


class Org(Row):
    """An organisation that no head word gives away, or whose spellings differ. `state` is a state's key."""

    name: str
    spellings: tuple[str, ...] = ()
    state: str = ""
    kind: str = ""


class Person(Row):
    """A person of public life with the spellings of the name. `state` is a state's key."""

    name: str
    spellings: tuple[str, ...] = ()
    state: str = ""


class Office(Row):
    """An office. `titles` are its wordings without a state (رئيس، رئيس الجمهورية).

    `several`: a state may have more than one holder at a time.
    """

    key: str
    titles: tuple[str, ...]
    several: bool = False


Day = Annotated[
    str,
    Meta(
        pattern=r"^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$",
        description="day, month or year (2024-10-12, 2024-10, 2024)",
    ),
]
"""A day, month or year in ISO 8601, or nothing."""


class Holder(Row):
    """That a person held an office of a state. Days, months or years in ISO 8601; `last` empty: no end is known.

    A month or year says that it began or ended in it, no more: on its other days nobody is sure to hold the office.
    `source` is a package's name or `general knowledge`. `title`: the wording where it is not the office's first
    with the state's adjective (العاهل السعودي). `disputed`: somebody else claimed the office then too, so that the
    office alone means neither.
    """

    office: str
    state: str
    person: str
    first: Day = ""
    last: Day = ""
    source: str = ""
    title: str = ""
    disputed: bool = False


class World(Row):
    """What is the case. Every field is a file of a world folder."""

    outlets: tuple[Outlet, ...] = ()
    states: tuple[State, ...] = ()
    zones: tuple[Zone, ...] = ()
    places: tuple[Location, ...] = ()
    orgs: tuple[Org, ...] = ()
    people: tuple[Person, ...] = ()
    offices: tuple[Office, ...] = ()
    holders: tuple[Holder, ...] = ()
