"""A dossier -> bytes: one module a form.

An export has `NAME`, the file that it makes, and `write(dossier)`, which returns its bytes.
"""
