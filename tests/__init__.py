"""A package by its own file: one of the tests' tools installs a package of the same name, which would stand before it."""
