"""The keys: which there are, what they are called, and how a person gives them to actions."""
