"""`python -m madegood` is the same program."""

from madegood.jobs.command_line import main

main()
