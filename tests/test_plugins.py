import sys
from importlib.metadata import EntryPoint

import pytest

from takhrij import engines, exports, plugins, readers


def test_modules_of_a_folder_are_found_in_order_without_its_own_business() -> None:
    assert list(plugins.modules(engines)) == ["auto", "processes", "serial"]
    assert list(plugins.modules(exports)) == sorted(plugins.modules(exports))
    assert {"html", "json"} < set(plugins.modules(exports))
    assert not [name for name in (*plugins.modules(readers), *plugins.modules(exports)) if name.startswith("_")]


def test_another_package_can_offer_a_module_by_an_entry_point(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name="carrier_pigeon", value="takhrij.engines.serial", group="takhrij.engines")
    monkeypatch.setattr(plugins, "_offered", lambda group, path: [point] if group == point.group else [])
    found = plugins.modules(engines)
    assert list(found) == ["auto", "carrier_pigeon", "processes", "serial"]
    assert found["carrier_pigeon"] is sys.modules["takhrij.engines.serial"]
