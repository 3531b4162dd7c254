"""x"""
def dialogue(p, people, words): return []
dialogue.applies = lambda t: False
