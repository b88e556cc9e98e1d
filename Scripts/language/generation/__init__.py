"""The parts of `generator.Generator`: what it knows, and what it writes of each kind."""
