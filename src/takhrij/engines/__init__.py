"""How the pages are run: one module an engine, and the same bytes from each.

An engine has `run(pages, make, limit)`: it yields, in the order of `pages`, an `Analysis` or a `Failure` for
each. `make` is a picklable function that makes the function from page to analysis, once a process.
"""
