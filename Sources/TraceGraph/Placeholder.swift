// Graph to pictures.
