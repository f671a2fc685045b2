package dev.wharf.packaging.requirements;

import dev.wharf.packaging.requirements.Toml.Kind;
import dev.wharf.packaging.requirements.Toml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a {@code pyproject.toml} says of the connector's dependencies and of its Python. */
public final class ProjectToml {
    private static final String DEPENDENCIES = "project.dependencies";
    private static final String OPTIONAL = "project.optional-dependencies";
    private static final String GROUPS = "dependency-groups";
    private static final String POETRY = "tool.poetry.dependencies";
    private static final String SOURCES = "tool.uv.sources.";
    private final Toml toml;

    /**
     * Dependencies that stand where nobody looks for them.
     *
     * @param where what the place is called
     * @param line the line it begins on
     * @param names the names there, as far as they can be told
     */
    public record Elsewhere(String where, int line, List<String> names) {}

    private ProjectToml(Toml toml) {
        this.toml = toml;
    }

    /**
     * Reads a file. Never fails: what is no TOML ends it.
     *
     * @param text the file's text
     * @return what it says up to there
     */
    public static ProjectToml read(String text) {
        return new ProjectToml(Toml.read(text, ProjectToml::isWanted));
    }

    private static boolean isWanted(String key) {
        return key.startsWith("project.")
                || key.startsWith(GROUPS)
                || key.startsWith("tool.poetry")
                || key.startsWith("tool.uv");
    }

    /**
     * The dependencies that are installed.
     *
     * @return those of {@code project.dependencies} in order, as far as the file could be read
     */
    public List<Requirement> requirements() {
        return toml.all(DEPENDENCIES, Kind.ELEMENT)
                .map(v -> Requirement.of(v.text().strip(), v.line()))
                .toList();
    }

    /**
     * Whether the file could be read to its end.
     *
     * @return whether nothing in it is missing here
     */
    public boolean isReadable() {
        return toml.isReadable();
    }

    /**
     * How far the file was read.
     *
     * @return the line up to which it was, from 1
     */
    public int line() {
        return toml.line();
    }

    /**
     * The versions of Python that are asked for.
     *
     * @return {@code requires-python}; empty if it is not there, or no string
     */
    public Optional<Value> requiresPython() {
        return toml.first("project.requires-python", Kind.STRING);
    }

    /**
     * Where dependencies are declared although those that are installed are none.
     *
     * @return the first such place; empty if some are declared rightly, or none at all
     */
    public Optional<Elsewhere> elsewhere() {
        if (!requirements().isEmpty()) {
            return Optional.empty();
        }
        Optional<Value> wrong = toml.first(DEPENDENCIES).filter(v -> v.kind() != Kind.ARRAY);
        if (wrong.isPresent()) {
            return wrong.map(v -> new Elsewhere(
                    "something that is not an array",
                    v.line(),
                    v.kind() == Kind.STRING ? List.of(v.text()) : keysBelow(DEPENDENCIES + ".")));
        }
        Optional<Value> dynamic = toml.all("project.dynamic", Kind.ELEMENT)
                .filter(v -> v.text().equals("dependencies"))
                .findFirst();
        if (dynamic.isPresent()) {
            return dynamic.map(v -> new Elsewhere("a build ('dynamic' in [project])", v.line(), List.of()));
        }
        List<String> poetry = new ArrayList<>(keysBelow(POETRY + "."));
        poetry.remove("python");
        if (!poetry.isEmpty()) {
            return Optional.of(new Elsewhere("[tool.poetry.dependencies]", lineOf(POETRY), poetry));
        }
        return among("[project.optional-dependencies]", OPTIONAL).or(() -> among("[dependency-groups]", GROUPS));
    }

    private Optional<Elsewhere> among(String where, String table) {
        List<String> names = toml.values().stream()
                .filter(v -> v.kind() == Kind.ELEMENT && v.key().startsWith(table + "."))
                .filter(v -> !v.key().matches(".*\\.(dev|test|tests|lint|docs|doc|typing|types)"))
                .map(Value::text)
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(new Elsewhere(where, lineOf(table), names));
    }

    /**
     * The paths that uv is to take packages from, instead of from an index.
     *
     * @return the paths, as written
     */
    public List<Value> localSources() {
        List<Value> sources = new ArrayList<>();
        toml.values().stream()
                .filter(v -> v.key().startsWith(SOURCES) && v.key().endsWith(".path"))
                .forEach(sources::add);
        toml.all("tool.uv.find-links", Kind.ELEMENT)
                .filter(v -> !v.text().contains("://"))
                .forEach(sources::add);
        return sources;
    }

    /**
     * The indexes that uv is to use.
     *
     * @return their addresses, as written
     */
    public List<Value> indexes() {
        return Stream.of("tool.uv.index.url", "tool.uv.index-url", "tool.uv.extra-index-url", "tool.uv.find-links")
                .flatMap(key -> Stream.concat(toml.all(key, Kind.STRING), toml.all(key, Kind.ELEMENT)))
                .filter(v -> v.text().contains("://"))
                .toList();
    }

    private List<String> keysBelow(String prefix) {
        return toml.values().stream()
                .map(Value::key)
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()).split("\\.", 2)[0])
                .distinct()
                .toList();
    }

    private int lineOf(String table) {
        return toml.values().stream()
                .filter(v -> v.key().startsWith(table))
                .mapToInt(Value::line)
                .findFirst()
                .orElse(1);
    }
}
