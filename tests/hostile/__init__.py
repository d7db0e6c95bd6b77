"""A site that attacks whoever audits it: a page for each attack."""
