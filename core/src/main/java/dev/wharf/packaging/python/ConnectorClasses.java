package dev.wharf.packaging.python;

import dev.wharf.packaging.python.ConnectorNames.Origin;
import dev.wharf.packaging.python.ConnectorNames.Taken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which names in the modules of a project stand for the vendor's class, whatever they are called and wherever they come from. */
public final class ConnectorClasses {
    private static final String CLASS = "Connector";
    private static final String SDK = "fivetran_connector_sdk";
    /** Who renames a class more often means something else. */
    private static final int MOST_STEPS = 50;

    private final Map<String, Map<String, Origin>> modules = new HashMap<>();

    /** A name to be looked up. */
    private record Sought(String module, String name, Taken taken) {}

    /**
     * Reads the modules of a project.
     *
     * @param sources what they hold, by their paths in the project
     */
    public ConnectorClasses(Map<String, String> sources) {
        sources.forEach((path, source) -> modules.put(ModuleName.of(path), ConnectorNames.read(source, path)));
    }

    /**
     * What is handed on to the vendor's class by calls of a name.
     *
     * @param path the file in which it is called
     * @param called the name, with what leads to it
     * @return null if it is another class
     */
    @Nullable
    Taken taken(String path, String called) {
        Deque<Sought> open = new ArrayDeque<>(Set.of(new Sought(ModuleName.of(path), called, Taken.ALL)));
        Set<Sought> seen = new HashSet<>(open);
        for (int step = 0; step < MOST_STEPS && !open.isEmpty(); step++) {
            Sought sought = open.remove();
            int dot = sought.name().indexOf('.');
            String root = dot < 0 ? sought.name() : sought.name().substring(0, dot);
            String rest = dot < 0 ? "" : sought.name().substring(dot + 1);
            Map<String, Origin> names = modules.getOrDefault(sought.module(), Map.of());
            Origin origin = names.get(root);
            if (origin == null) {
                if (lastOf(sought.name()).equals(CLASS)) {
                    return rest.isEmpty() ? sought.taken() : Taken.KEYWORDS;
                }
            } else if (origin instanceof Origin.Imported imported) {
                String full = join(join(imported.module(), imported.name()), rest);
                String name = lastOf(full);
                String module = full.substring(0, Math.max(0, full.length() - name.length() - 1));
                if (isSdk(module)) {
                    if (name.equals(CLASS)) {
                        return sought.taken();
                    }
                } else if (modules.containsKey(module)) {
                    add(open, seen, new Sought(module, name, sought.taken()));
                } else if (name.equals(CLASS)) {
                    return Taken.KEYWORDS;
                }
            } else if (origin instanceof Origin.Renamed renamed) {
                add(open, seen, new Sought(sought.module(), join(renamed.name(), rest), sought.taken()));
            } else if (origin instanceof Origin.Derived derived && rest.isEmpty()) {
                Taken taken = derived.taken() == Taken.KEYWORDS ? Taken.KEYWORDS : sought.taken();
                derived.bases().forEach(base -> add(open, seen, new Sought(sought.module(), base, taken)));
            }
        }
        return null;
    }

    private static void add(Deque<Sought> open, Set<Sought> seen, Sought next) {
        if (seen.add(next)) {
            open.add(next);
        }
    }

    private static boolean isSdk(String module) {
        return module.equals(SDK) || module.startsWith(SDK + ".");
    }

    private static String join(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + "." + second;
    }

    private static String lastOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
