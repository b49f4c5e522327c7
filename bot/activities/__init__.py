"""Activity files: bytes in, sums and a picture out, read by a process of its own that may fail without harm."""
