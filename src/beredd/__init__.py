"""Keeps prescribed rehab going when phones, coverage, network or systems fail.

A prescription plans occurrences; whatever the channel, each ends in one signature in one append-only ledger;
what is left over afterwards is named. See ARCHITECTURE.md.
"""
