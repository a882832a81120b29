"""The evidence library as it is seen: records, their files, what stands on them, and what is missing."""
