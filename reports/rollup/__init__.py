"""Page to site to bureau to agency to government: pure, and the only place that counts."""
