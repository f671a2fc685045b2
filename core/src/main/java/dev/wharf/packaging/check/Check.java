package dev.wharf.packaging.check;

import java.util.List;

/** One thing that projects are checked for, by reading them. */
interface Check {
    /** Looks at a project; returns what is wrong with it, in any order. */
    List<Finding> findings(CheckedProject project);
}
