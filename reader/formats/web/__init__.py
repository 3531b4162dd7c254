"""The web: addresses, what is fetched from them within bounds, and the copies that are kept."""
