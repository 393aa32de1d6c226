"""Files that people hand in: judged, opened in a process of their own, and made anew as plain pictures."""

from beredd.care.files.apart import look_at_photo, read_pages
from beredd.care.files.made import Page, Photo
from beredd.care.files.unfit import MOST_PAGES, Unfit

__all__ = ["MOST_PAGES", "Page", "Photo", "Unfit", "look_at_photo", "read_pages"]
