"""What every view is given by the application."""

from pathlib import Path
from typing import TypeAlias

from litestar.di import NamedDependency

from takhrij.casework import Finder
from takhrij.web.work import Work

Case: TypeAlias = NamedDependency[Path]
Working: TypeAlias = NamedDependency[Work]
Finding: TypeAlias = NamedDependency[Finder]
