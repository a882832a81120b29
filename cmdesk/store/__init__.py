"""A dossier on disk: a journal and verified snapshots of TinyDB tables, never overwritten, read without writing.

`project` opens and creates, `keeper` saves from its one thread, `verifying` reads everything; the rest is theirs.
"""
