"""PLACEHOLDER."""

from takhrij.records import Analysis


def settled(analysis: Analysis) -> Analysis:
    return analysis
