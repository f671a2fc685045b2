/**
 * What a project asks to have installed, as {@code requirements.txt}, {@code pyproject.toml} and {@code uv.lock} say it, and which
 * packages provide a module. Takes texts, and uses no other package of Wharf's. Opens no file, asks no index, and knows no finding:
 * what is wrong is for {@code dev.wharf.packaging.check} to say, which alone uses this package. It is no promise to others and may
 * change at any time.
 */
@NullMarked
package dev.wharf.packaging.requirements;

import org.jspecify.annotations.NullMarked;
