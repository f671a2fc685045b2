package dev.wharf.packaging.requirements;

import dev.wharf.packaging.requirements.Toml.Kind;
import dev.wharf.packaging.requirements.Toml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a {@code uv.lock} fixes, as far as it could be read. */
public final class LockFile {
    private static final String NAME = "package.name";
    private static final String VERSION = "package.version";

    private final boolean isReadable;
    private final Map<String, List<Value>> versions = new HashMap<>();

    private LockFile(Toml toml) {
        isReadable = toml.isReadable();
        String name = "";
        for (Value value : toml.values()) {
            if (value.kind() == Kind.STRING && value.key().equals(NAME)) {
                name = Requirement.normalized(value.text());
                versions.putIfAbsent(name, new ArrayList<>());
            } else if (value.kind() == Kind.STRING) {
                versions.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
            }
        }
    }

    /**
     * Reads a file. Never fails: what is no TOML ends it.
     *
     * @param text the file's text
     * @return what it fixes up to there
     */
    public static LockFile read(String text) {
        return new LockFile(Toml.read(text, key -> key.equals(NAME) || key.equals(VERSION)));
    }

    /**
     * Whether it could be read to its end.
     *
     * @return whether nothing in it is missing here
     */
    public boolean isReadable() {
        return isReadable;
    }

    /**
     * The versions of a package.
     *
     * @param name its name as PEP 503 normalizes it
     * @return its versions, several where they depend on the machine; empty if it is not in the file
     */
    public List<Value> versions(String name) {
        return List.copyOf(versions.getOrDefault(name, List.of()));
    }
}
