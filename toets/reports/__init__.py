"""What was judged, in every form that people and programs read it."""
