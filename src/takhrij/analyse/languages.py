from takhrij.records import Page
from takhrij.text import Folded


def find(page: Page, folded: Folded) -> tuple[str, str]:
    """PLACEHOLDER."""
    return "ar", ""
