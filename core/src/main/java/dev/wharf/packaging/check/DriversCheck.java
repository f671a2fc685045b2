package dev.wharf.packaging.check;

import java.util.List;

/** A directory of drivers says how to install them, or the vendor's packager refuses the project. */
final class DriversCheck implements Check {
    private static final String DRIVERS = "drivers";
    private static final String INSTALLATION = "installation.sh";

    @Override
    public List<Finding> findings(CheckedProject project) {
        if (!project.hasRootDirectory(DRIVERS)
                || project.tree().list(DRIVERS).stream().anyMatch(e -> e.name().equals(INSTALLATION))) {
            return List.of();
        }
        return List.of(Finding.error(
                Rule.DRIVERS,
                DRIVERS,
                0,
                "The directory drivers has no installation.sh.",
                "Add it, or remove the directory."));
    }
}
