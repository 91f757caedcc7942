"""Revising: what two printings of an edition differ in, woven into one text with every difference marked."""

from __future__ import annotations

from report.revise.deciding import accepted, rejected
from report.revise.redline import redline

__all__ = ["accepted", "redline", "rejected"]
