"""The errors that a person sees: what went wrong, where, and what to do about it."""


class ReaderError(Exception):
    """Something the person can understand and act on; printed in one to three lines.

    `message` says what and where, `hint` what to do (may be empty). Both must already have
    passed `reader.document.characters.clean` where they quote foreign text.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class SourceError(ReaderError):
    """The source cannot be opened or read: missing, not a regular file, too large, binary."""
