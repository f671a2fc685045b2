package dev.wharf.packaging.python;

import java.util.List;

/**
 * A logical line of Python source: what is joined by brackets or backslashes is one.
 *
 * @param indent the column it begins in, from 0
 * @param tokens what is in it; never empty
 */
record PythonLine(int indent, List<PythonToken> tokens) {}
