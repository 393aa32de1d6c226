"""The exercises one can prescribe: the library's and one's units' own, searched, read, written."""
