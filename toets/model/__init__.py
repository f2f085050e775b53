"""What the rooms hand to each other: frozen data, standard library only."""
