"""Proofs to artifacts: speaking names, whole files, and a manifest of what they were made from."""

from __future__ import annotations

from report.publish.release import publish

__all__ = ["publish"]
