"""What a way out for paper can do."""

from typing import Protocol
from uuid import UUID


class CannotHand(Exception):
    """`code`: printer, folder."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail)
        self.code = code


class Way(Protocol):
    """Both raise CannotHand."""

    def prepare(self, job: UUID, pdf: bytes) -> str:
        """The receipt: what the other end calls it."""

    def release(self, receipt: str) -> None:
        """Again is no harm."""
