"""Staff, rights, delegations, phones, the access log."""
