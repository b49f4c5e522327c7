"""The words of English-speaking runners, one theme a file; data only."""
