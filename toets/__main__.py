"""Lets `python -m toets` run the command line."""

from toets.cli import main

main()
