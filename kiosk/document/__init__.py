"""The document tree: the one shape of a guide page, a service page and a booklet chapter."""
