package dev.wharf.elsewhere;

/** A class that has no place on the floor plan, on purpose. */
final class Lost {}
