from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Page
from takhrij.text import Folded
from typing import Any


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> Any:
    """PLACEHOLDER: to be replaced within the hour."""
    return ()
