"""What reading CSL items takes, from JSON and from YAML.

`items`   an item into the fields of a catalog
`parts`   its names and dates
`ours`    what our own exports add under `custom.readinglist`
`places`  the items of a JSON text and where they stand
"""
