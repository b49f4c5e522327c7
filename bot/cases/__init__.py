"""What a person can do, one function each: load, decide, save and say, in one transaction at a desk."""
