"""Revisions: which one a text is, how it is frozen and listed, and what is said of it after publication."""
