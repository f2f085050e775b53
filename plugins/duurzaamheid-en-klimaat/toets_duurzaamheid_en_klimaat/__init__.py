"""Rules about sustainability and climate: this package is data only."""
