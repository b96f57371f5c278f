"""What somebody waits for who adds one page: nothing is loaded that reading a page does not need."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from takhrij.cli import app
app(sys.argv[1:], standalone_mode=False)
loaded = {name.partition(".")[0] for name in sys.modules}
print(",".join(sorted(loaded & {"rich", "litestar", "jinja2", "uvicorn", "openpyxl", "charset_normalizer"})))
"""


def test_who_adds_a_page_does_not_wait_for_what_draws_serves_or_exports(tmp_path: Path) -> None:
    case, page = tmp_path / "story.case", tmp_path / "page.txt"
    page.write_text("قال وزير النقل سامي الحلواني إن جسر الدهناوية سيفتح بعد أيام.\n", encoding="utf-8")
    for arguments in (("new", str(case)), ("add", str(case), str(page))):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8", check=True
        )
        assert not done.stdout.splitlines()[-1]


def test_a_command_ends_with_its_status_and_all_that_it_said(tmp_path: Path) -> None:
    case = tmp_path / "story.case"
    command = [sys.executable, "-m", "takhrij"]
    made = subprocess.run([*command, "new", str(case)], capture_output=True, text=True, check=True)
    assert made.stdout == f"Made {case}. Now: takhrij add {case} PATH...\n"
    again = subprocess.run([*command, "new", str(case)], capture_output=True, text=True, check=False)
    assert (again.returncode, again.stdout) == (2, "")
    assert again.stderr.splitlines()[0] == f"takhrij: {case} is there already"
