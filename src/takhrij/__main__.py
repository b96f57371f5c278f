"""Lets `python -m takhrij` do what `takhrij` does."""

from takhrij.cli import main

if __name__ == "__main__":
    main()
