"""All papers of a meeting together: what each is, which belong together, and what doesn't tie up between them."""

from toets.agenda.overview import agenda_of, meeting_files

__all__ = ["agenda_of", "meeting_files"]
