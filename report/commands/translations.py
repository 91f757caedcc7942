"""Catalogs brought up to date, reviewed and counted: ``catalog update``, ``review`` and ``status``."""

from __future__ import annotations

import argparse
import sys

from report import console
from report.commands.answering import CLEAN, HELD, answer
from report.commands.asking import slugs_of


def catalog_update(options: argparse.Namespace) -> int:
    """Bring the catalogs of the editions ordered up to their source text."""
    from report import catalogs  # noqa: PLC0415

    project = options.project.resolve()
    pack = catalogs.pack_from(options.pack, options.briefs, options.locale) if options.pack else None
    jobs = catalogs.jobs(project, slugs_of(project, options.briefs), options.locale)
    findings = (*jobs.findings, *(pack.findings if pack else ()))
    for line in catalogs.update(project, () if pack and pack.findings else jobs.value, pack.value if pack else None):
        console.write(f"{line}\n", sys.stdout)
    return answer(findings, options, project)


def catalog_review(options: argparse.Namespace) -> int:
    """Mark the current messages of a catalog, or some of them, as reviewed."""
    from report import catalogs  # noqa: PLC0415

    project = options.project.resolve()
    slugs = slugs_of(project, () if options.brief == catalogs.HOUSE else (options.brief,))
    jobs = catalogs.jobs(project, slugs, options.locale)
    for job in jobs.value:
        if job.name == options.brief:
            console.write(f"{catalogs.review(project, job, options.contexts)}\n", sys.stdout)
    return answer(jobs.findings, options, project)


def catalog_status(options: argparse.Namespace) -> int:
    """Say how far the catalogs of the editions ordered are."""
    from report import catalogs  # noqa: PLC0415
    from report.localize import status  # noqa: PLC0415

    project = options.project.resolve()
    jobs = catalogs.jobs(project, slugs_of(project, options.briefs), options.locale)
    accounts = catalogs.accounts(jobs.value)
    if options.format == "json":
        console.write(status.as_json(accounts, is_listed=options.list), sys.stdout)
    else:
        console.write(status.as_table(accounts) + (status.as_list(accounts) if options.list else ""), sys.stdout)
    lags = options.check and not all(account.is_complete for account in accounts)
    return answer(jobs.findings, options, project) or (HELD if lags else CLEAN)
