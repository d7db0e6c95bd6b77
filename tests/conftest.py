"""What holds for every test."""

from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is; what hangs meets pytest's own timeout.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
