"""Django's SQLite backend over the SQLCipher library, so that the file on disk is unreadable without its key."""
