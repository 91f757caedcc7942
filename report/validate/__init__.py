"""Validating: a Manuscript to a Brief. What is past this point is sound."""

from report.validate.brief import validate

__all__ = ["validate"]
