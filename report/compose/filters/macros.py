"""The macros that text is set with: those of the medium, each loaded once."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment


class Macros:
    """Finds macros in the templates of an environment, whose search path knows the medium."""

    def __init__(self, setting: Environment) -> None:
        """Bind the environment."""
        self._setting = setting
        self.named = cache(self._load)

    def _load(self, template: str, name: str) -> Any:
        return getattr(self._setting.get_template(template).module, name)
