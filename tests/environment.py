"""Loaded before Django's settings: the tests' data folder is their own and goes when they end."""

import atexit
import os
import shutil
import tempfile

if "BEREDD_DATA" not in os.environ:
    os.environ["BEREDD_DATA"] = tempfile.mkdtemp(prefix="beredd-test-")
    atexit.register(shutil.rmtree, os.environ["BEREDD_DATA"], ignore_errors=True)
