// Text to values.
