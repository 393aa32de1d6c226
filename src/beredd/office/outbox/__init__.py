"""The area "Notices": what has been told, how it fared, who is told, who stands in."""
