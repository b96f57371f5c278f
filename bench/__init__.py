"""What is measured, each by one command: `python -m bench` runs all, `python -m bench.speed` one."""
