"""A place's promises seen across periods, themes, states and parties.

Documents in, values out: no queries, no addresses, no clock.
"""
