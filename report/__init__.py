"""Structured content and templates to typeset policy briefs.

    content ─load─▶ Manuscript ─validate─▶ Brief ─localize─▶ Edition ─cite─▶ Apparatus
                                                                │               │
                                                                ▼               ▼
    Artifact ◀─publish─ Proof ◀─preflight─ Proof ◀─typeset─ Galley ◀─compose─ Edition + Apparatus

The order is told in ``report.production``; each stage is a package of the same name. Importing this package imports
nothing else, because the front door uses it before anything is installed.
"""
