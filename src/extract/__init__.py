"""Polish press releases to a normalised dataset."""
