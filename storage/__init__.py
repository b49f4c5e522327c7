"""Tables, queries, transactions and migrations; rows in and out as coach values."""
