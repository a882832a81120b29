"""The Thai that everything else relies on: cleaning, clusters, words, normalizing, numerals, eras."""
