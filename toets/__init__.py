"""toets: checks a raadsvoorstel or collegevoorstel before it goes on the agenda."""

__version__ = "0.1.0"
