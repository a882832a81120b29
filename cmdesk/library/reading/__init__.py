"""Files of others, read in a process of their own that can do no harm and takes no longer than it may."""
