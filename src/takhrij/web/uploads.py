"""Pages that a person drops on the window: kept beside the case until another process has added them."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from glob import escape
from pathlib import Path
from typing import Any, Final

from litestar import Request, get, post
from litestar.datastructures import UploadFile
from litestar.exceptions import ValidationException
from litestar.response import Redirect, Template

from takhrij import casework
from takhrij.errors import CaseError
from takhrij.store import contexts, locks
from takhrij.store.database import opened
from takhrij.web.given import Case, Working
from takhrij.web.site import shown
from takhrij.web.work import emptied

MOST_FILES: Final = 2_000
_NAME: Final = 200
"""Bytes of a file's name that are kept: its end tells what it is. File systems want less than 255."""


WHOLE: Final = ".upload-"
"""In the name of a folder of which all files have come."""
_PART: Final = ".part-"
"""In the name of a folder of which some have come."""


def left(case: Path) -> list[Path]:
    """Return the folders that came whole, but that no process has added to the case yet."""
    found = case.absolute().parent.iterdir()
    return sorted(f for f in found if f.name.startswith(f".{case.name}{WHOLE}") and f.is_dir())


def sweep(case: Path) -> None:
    """Delete what came of uploads whose server was killed: who sent them was never told that they came."""
    for folder in case.absolute().parent.glob(f"{escape(f'.{case.name}{_PART}')}*"):
        handle = locks.held(folder)  # none where a server still takes files
        if handle is not None:
            with suppress(OSError):
                emptied(folder)
            os.close(handle)


@get("/upload", sync_to_thread=True)
def form(request: Request[Any, Any, Any], case: Case, work: Working) -> Template:
    """Show where pages are dropped, and how the work on them stands."""
    with opened(case, readonly=True) as database:
        failed = contexts.failures(database)
    return shown(request, "upload", status=casework.status(case), work=work.told(), failed=failed)


@post("/upload/files")
async def upload(
    request: Request[Any, Any, Any],
    case: Case,
    work: Working,
) -> Redirect:
    """Take files, and have them added to the case and linked."""
    form = await request.form()
    files = [file for file in form.getall("data", []) if isinstance(file, UploadFile) and file.filename]
    if not 0 < len(files) <= MOST_FILES:
        raise ValidationException(f"want 1 to {MOST_FILES} files")
    try:
        sweep(case)
        folder = Path(tempfile.mkdtemp(prefix=f".{case.name}{_PART}", dir=case.absolute().parent))
    except OSError as error:
        cure = "Copy the case to a disk that you may write, and serve it there."
        raise CaseError(f"nothing can be kept beside {case}: {error.strerror or error}", cure=cure) from error
    handle = locks.held(folder)
    try:
        for number, file in enumerate(files):
            with (folder / f"{number:05}-{_safe(file.filename)}").open("wb") as target:
                while chunk := await file.read(1 << 20):
                    target.write(chunk)
        whole = folder.rename(folder.with_name(folder.name.replace(_PART, WHOLE)))
    except BaseException:
        emptied(folder)
        raise
    finally:
        if handle is not None:
            os.close(handle)
    work.add(whole)
    return Redirect("/upload", status_code=303)


@post("/update", sync_to_thread=True)
def update(work: Working) -> Redirect:
    """Have the pages linked anew."""
    work.update()
    return Redirect("/upload", status_code=303)


def _safe(name: str) -> str:
    """Return the last part of a file's name, of characters that no file system minds, and not too long."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(char if char.isalnum() or char in "._-" else "_" for char in last).lstrip(".")
    return kept.encode()[-_NAME:].decode(errors="ignore") or "page"


HANDLERS: Final = [form, upload, update]
