"""The rendering elements of CSL, a file each: `build(element, compiler)` gives the function that renders it."""
