"""Small parsers, one theme a file: each reads one kind of phrase at one place, or says that it is not there."""
