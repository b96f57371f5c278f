"""A dossier -> bytes: one module a form.

An export has `NAME`, the file that it makes, and `write(dossier)`, which returns its bytes. `takhrij export` offers
every module of this folder, and of other packages, by its name; those with `BUILT = True` are what `takhrij build`
writes as well. A module whose name begins with an underscore is shared by several.
"""
