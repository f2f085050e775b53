"""The shipped rule sets: data only."""
