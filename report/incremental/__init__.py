"""What is made again: editions compared, by content, with what they were made of last time.

Nothing heavy is imported here to find that nothing is to be done: ``stock`` digests files and says which programs are
at work, ``ledger`` remembers what was made of what, ``planning`` compares. What is to be made goes as a plain value
(``task``) to a worker, where ``making`` takes it down the line; ``dispatch`` hands tasks to any executor, ``workers``
provides processes, ``running`` keeps order and locks, ``writing`` writes, and ``building`` is the desk of it all.
"""
