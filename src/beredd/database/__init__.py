"""Where rows lie: the encrypted SQLite backend, the keys on disk, and what differs between databases.

Not here: any table, any rule.
"""
