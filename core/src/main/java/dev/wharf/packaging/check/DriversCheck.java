package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.ProjectFile;
import dev.wharf.packaging.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A directory of drivers says how to install them. The vendor's packager refuses a project that has a directory of this name
 * anywhere, and no such script among the files that go in, wherever.
 */
final class DriversCheck implements Check {
    private static final String DRIVERS = "drivers";
    private static final String INSTALLATION = "installation.sh";
    private static final String OWN = DRIVERS + "/" + INSTALLATION;

    @Override
    public List<Finding> findings(CheckedProject project) {
        List<Finding> findings = new ArrayList<>();
        List<String> scripts = project.selection().files().stream()
                .map(ProjectFile::path)
                .filter(path -> last(path).equals(INSTALLATION))
                .toList();
        Optional<String> drivers = project.selection().directories().stream()
                .filter(path -> last(path).equals(DRIVERS))
                .findFirst();
        drivers.flatMap(path -> missing(path, scripts)).ifPresent(findings::add);
        scripts.stream()
                .map(path -> carriageReturn(project, path))
                .flatMap(Optional::stream)
                .forEach(findings::add);
        return findings;
    }

    private static Optional<Finding> missing(String drivers, List<String> scripts) {
        if (scripts.isEmpty()) {
            return Optional.of(Finding.error(
                    Rule.DRIVERS,
                    drivers,
                    0,
                    "The directory drivers has no installation.sh that goes into the archive.",
                    "Add it, or remove the directory."));
        }
        return drivers.equals(DRIVERS) && !scripts.contains(OWN)
                ? Optional.of(Finding.warning(
                        Rule.DRIVERS,
                        DRIVERS,
                        0,
                        "The directory drivers has no installation.sh of its own; there is " + scripts.get(0) + ".",
                        "Move it there. The service runs " + OWN + "."))
                : Optional.empty();
    }

    /** Linux takes the carriage return for a part of the interpreter's name, and of every last word of a line. */
    private static Optional<Finding> carriageReturn(CheckedProject project, String path) {
        Text text = project.text(path);
        int at = text == null ? -1 : text.content().indexOf('\r');
        if (text == null || at < 0) {
            return Optional.empty();
        }
        int line = 1
                + (int) text.content()
                        .substring(0, at)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return Optional.of(Finding.warning(
                Rule.DRIVERS,
                path,
                line,
                "It has Windows line endings. Linux takes the carriage return as part of each command, so the"
                        + " script will fail.",
                "Save it with Unix line endings (sed -i 's/\\r$//' " + path
                        + "). Let git keep them: '*.sh text eol=lf' in .gitattributes."));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
