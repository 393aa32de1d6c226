"""Runs a command with a real, throw-away PostgreSQL behind DATABASE_URL: python scripts/with_postgres.py COMMAND …"""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory

print("placeholder")
