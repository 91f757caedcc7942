"""Mistakes that editors, designers and engineers make, put into the shipped files on purpose.

``kinds`` says what a mistake is; ``content``, ``prose``, ``references``, ``templates`` and ``sheets`` make them, a
small function each; ``campaign`` puts them into a copy of the project, one at a time, and judges what was found. Most
were written before their author had read the checks; where a finding may point is settled form by form, not by result.

A longer campaign: ``python -m tests.support.mistakes --seed 7 --count 40``.
"""
