package dev.wharf.packaging.python;

import java.util.Arrays;
import java.util.List;

/** The names of modules, from the project's root on, which is where Python looks for them. */
public final class ModuleName {
    private static final List<String> ENDS = List.of("/__init__.py", ".py", "/");

    private ModuleName() {}

    /**
     * The name Python knows a file or directory by.
     *
     * @param path its path in the project; a directory's may end in {@code /}
     * @return its name; a package's {@code __init__.py} has that of the package
     */
    public static String of(String path) {
        String name = path;
        for (String end : ENDS) {
            if (name.endsWith(end)) {
                name = name.substring(0, name.length() - end.length());
                break;
            }
        }
        return name.replace('/', '.');
    }

    /**
     * A module's name from the project's root on.
     *
     * @param module its name as it is written, with leading dots if it is relative
     * @param path the file that imports it
     * @return its name without leading dots
     */
    public static String absolute(String module, String path) {
        int dots = 0;
        while (dots < module.length() && module.charAt(dots) == '.') {
            dots++;
        }
        if (dots == 0) {
            return module;
        }
        List<String> directories = Arrays.asList(path.split("/", -1));
        int kept = Math.max(0, directories.size() - dots);
        return String.join(".", directories.subList(0, kept)) + (kept == 0 ? "" : ".") + module.substring(dots);
    }
}
