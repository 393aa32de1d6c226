"""Files on their way in: what is larger than any file may be is cut off, so that nobody fills the disk."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

MOST = 21 * 1024 * 1024  # a little more than the largest that is taken, so that the sentence about it is said


class CutOff(FileUploadHandler):
    """Before the handlers that store. All files of one request count together; what comes after is read and dropped."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.had = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self.had += len(raw_data)
        return raw_data if self.had <= MOST else None

    def file_complete(self, file_size: int) -> "UploadedFile[Any] | None":
        return None
