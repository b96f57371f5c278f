"""One suite for every engine: same results in the same order, and a bad page costs itself only."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from functools import partial

import pytest

from takhrij import engines
from takhrij.engines import auto, processes
from takhrij.plugins import modules
from takhrij.records import Analysis, Failure, Page

ENGINES = modules(engines)
PAGES = [Page(id=f"{n:016x}", text=f"صفحة {n}", sources=(f"{n}.txt",), raw_sha256="") for n in range(7)]


def _analyse(page: Page, bad: str, what: str) -> Analysis:
    if page.id == bad:
        if what == "crash":
            raise ValueError("هذا خطأ")
        if what == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if what == "hang":
            time.sleep(600)
    return Analysis(page=page.id, language="ar", note=page.text)


def make(bad: str = "", what: str = "") -> Callable[[Page], Analysis]:
    return partial(_analyse, bad=bad, what=what)


@pytest.mark.parametrize("engine", ENGINES)
def test_every_page_is_analysed_in_order(engine: str) -> None:
    assert list(ENGINES[engine].run(PAGES, make, 60)) == [make()(page) for page in PAGES]


@pytest.mark.parametrize("engine", ENGINES)
def test_no_pages_are_no_results(engine: str) -> None:
    assert list(ENGINES[engine].run([], make, 60)) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_a_page_that_crashes_costs_itself_only(engine: str) -> None:
    results = list(ENGINES[engine].run(PAGES, partial(make, PAGES[3].id, "crash"), 60))
    assert [isinstance(result, Failure) for result in results] == [n == 3 for n in range(7)]
    failure = results[3]
    assert (failure.source, failure.stage, failure.error) == ("3.txt", "analyse", "ValueError: هذا خطأ")
    assert failure.cure


@pytest.mark.skipif((os.cpu_count() or 1) == 1, reason="one core")
def test_many_pages_are_spread_over_workers_and_a_few_are_not() -> None:
    many = [PAGES[0]] * (auto.FEW + 1)
    costs_one = [
        isinstance(result, Failure) for result in auto.run([*many, PAGES[2]], partial(make, PAGES[2].id, "kill"), 60)
    ]
    assert costs_one == [False] * len(many) + [True]
    here = [result.note for result in auto.run(PAGES, lambda: _in_this_process, 60) if isinstance(result, Analysis)]
    assert here == [str(os.getpid())] * len(PAGES)


def _in_this_process(page: Page) -> Analysis:
    return Analysis(page=page.id, language="ar", note=str(os.getpid()))


def test_a_page_that_kills_its_worker_costs_itself_only() -> None:
    results = list(ENGINES["processes"].run(PAGES, partial(make, PAGES[2].id, "kill"), 60))
    assert [isinstance(result, Failure) for result in results] == [n == 2 for n in range(7)]
    assert "died" in results[2].error


def test_a_page_that_overruns_the_limit_costs_itself_only() -> None:
    results = list(ENGINES["processes"].run(PAGES, partial(make, PAGES[0].id, "hang"), 3))
    assert [isinstance(result, Failure) for result in results] == [n == 0 for n in range(7)]
    assert "more than 3 s" in results[0].error


def test_a_worker_whose_parent_was_killed_ends_without_a_word() -> None:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    worker = context.Process(target=processes._work, args=(theirs, make))
    worker.start()
    theirs.close()
    ours.send(PAGES[0])
    ours.close()
    worker.join(60)
    assert worker.exitcode == 0
