"""What each command does, a module a family: it orders, takes the findings to the console, and answers with the status.

Findings go to standard error, results to standard output. ``report/arguments.py`` names each command by its family; a
family is loaded when one of its commands is called, and what one command alone needs, inside it.
"""
