"""Measuring: rules against their examples, datasets against gold facts and against each other."""
