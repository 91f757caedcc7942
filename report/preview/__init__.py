"""The local preview behind ``report watch``: each save is seen in the browser a moment later.

Three kinds of process share the work. The server (``server.py``) answers the browser, watches the files
(``watching.py``) and decides what is made next (``room.py``); it loads none of the production line. One warm worker
(``worker.py``) reads the brief and makes the web page; whatever did not change it keeps. For the pages it forks itself:
the child has all that was read, sets the PDF and is gone, so that the web page never waits for the PDF, a newer save
overtakes an older one by ending it, and nothing that the engine keeps stays behind.

Nothing is written into the project, nor to ``dist/``.
"""
