"""The helpdesk: who waits, who somebody is, and whether they are authorised."""
