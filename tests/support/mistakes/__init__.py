"""Mistakes that editors, designers and engineers make, put into the shipped files on purpose.

``kinds`` says what a mistake is; ``content``, ``prose``, ``references``, ``templates`` and ``sheets`` make them, a
small function each; ``campaign`` puts them into a copy of the project, one at a time, and judges what was found. They
were written without reading the checks, and where a finding may point was settled beforehand, form by form.

A longer campaign: ``python -m tests.support.mistakes --seed 7 --count 40``.
"""
