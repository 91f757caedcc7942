"""Proofs to artifacts: speaking names, whole files, and a manifest of what they were made from."""
