"""What the program keeps between two readings; it stands between the formats and the screens."""
