"""Lets `python -m toets.cli` run the command line."""

from toets.cli import main

main()
