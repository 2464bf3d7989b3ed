"""Who keeps the register that an address is an entry of, and knows better than a page whether it is there.

A file is an authority: for which addresses it can be asked, what is asked, and how its answer reads; never the network.
"""
