"""Prescribing, changing and ending: form, check answers, done."""
