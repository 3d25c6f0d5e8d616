"""Pure functions from models to HTML, through the autoescaping templates of `overrides/components/`."""
