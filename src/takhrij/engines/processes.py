"""One worker process a core. A page that kills its worker, or overruns the limit, costs that page only.

A pool of the standard library dies with its first dead worker, so every worker here has a pipe of its own: the
parent knows which page each holds, and starts a new worker in the place of a dead one.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess

from takhrij import garbage
from takhrij.engines._failures import crashed, killed, overran
from takhrij.records import Analysis, Failure, Page

Make = Callable[[], Callable[[Page], Analysis]]


def run(pages: Iterable[Page], make: Make, limit: float) -> Iterator[Analysis | Failure]:
    """Yield an analysis or a failure a page, in order. `limit` is in seconds a page, start of the worker included."""
    waiting = enumerate(pages)
    done: dict[int, Analysis | Failure] = {}
    workers = [_Worker(make) for _ in range(os.cpu_count() or 1)]
    next_out = 0
    try:
        while True:
            for worker in workers:
                if worker.page is None and (item := next(waiting, None)):
                    worker.give(*item)
            busy = [worker for worker in workers if worker.page is not None]
            if not busy:
                return
            for worker in _ready(busy, limit):
                done[worker.number] = worker.take(limit)
            while next_out in done:
                yield done.pop(next_out)
                next_out += 1
    finally:
        for worker in workers:
            worker.stop()


class _Worker:
    """A process that analyses one page at a time, and is replaced when it dies."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._process: SpawnProcess | None = None
        self.page: Page | None = None
        self.number = -1
        self.since = 0.0

    def give(self, number: int, page: Page) -> None:
        if self._process is None:
            self._start()
        self.number, self.page, self.since = number, page, time.monotonic()
        try:
            self.pipe.send(page)
        except OSError:  # it died idle: that is not this page's fault
            self.stop()
            self._start()
            with suppress(OSError):  # `take` sees the closed pipe
                self.pipe.send(page)

    def take(self, limit: float) -> Analysis | Failure:
        page, self.page = self.page, None
        assert page is not None
        if not self.pipe.poll():
            self.stop()
            return overran(page, limit)
        try:
            result: Analysis | Failure = self.pipe.recv()
        except (EOFError, OSError):
            self.stop()
            return killed(page)
        return result

    def stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self.pipe.close()
            self._process = None

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._make), daemon=True)
        self._process.start()
        theirs.close()


def _ready(busy: list[_Worker], limit: float) -> list[_Worker]:
    """Return the workers that have answered, died, or overrun; wait until there is one."""
    left = min(worker.since for worker in busy) + limit - time.monotonic()
    answered = wait([worker.pipe for worker in busy], timeout=max(left, 0.0))
    now = time.monotonic()
    return [worker for worker in busy if worker.pipe in answered or now - worker.since > limit]


def _work(pipe: Connection, make: Make) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent stops its workers itself
    analyse = make()
    garbage.look_seldom()
    gc.freeze()  # tables live as long as the worker: looking through them again takes a second of fourteen
    while True:
        try:
            page = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            result: Analysis | Failure = analyse(page)
        except Exception as error:  # whatever a hostile page provokes costs that page only
            result = crashed(page, error)
        try:
            pipe.send(result)
        except OSError:  # the parent was killed: nobody waits for the answer
            return
