"""A file as it was read becomes a document as it is understood: parts, sections, head, decision points, attachments."""

from toets.structure.document import understand

__all__ = ["understand"]
