"""How a page that could not be analysed is told, in the same words by every engine."""

from takhrij.records import Failure, Page


def crashed(page: Page, error: BaseException) -> Failure:
    """Return the failure of a page on which the program itself failed."""
    what = f"{type(error).__name__}: {error}"
    return _failure(page, what, "This is a defect of takhrij: please report it with the page.")


def killed(page: Page) -> Failure:
    """Return the failure of a page whose worker process died."""
    return _failure(page, "the worker process died on this page", "Leave the page out, or run with more memory.")


def overran(page: Page, limit: float) -> Failure:
    """Return the failure of a page that took longer than the limit of last resort."""
    return _failure(page, f"took more than {limit:g} s", "Leave the page out, or split it.")


def _failure(page: Page, error: str, cure: str) -> Failure:
    return Failure(source=page.sources[0], stage="analyse", error=error, cure=cure)
