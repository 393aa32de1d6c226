"""The message catalogues: one .po per part and language, compiled without any system tool."""
