package dev.wharf.packaging.check;

import dev.wharf.packaging.selection.ProjectFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Databases and data of a machine that go into the archive, where they are of size and of no use. */
final class LocalFilesCheck implements Check {
    private static final Set<String> DATABASES = Set.of(
            "db", "db3", "s3db", "sqlite", "sqlite2", "sqlite3", "duckdb", "mdb", "accdb", "db-wal", "db-journal");
    private static final Set<String> DATA = Set.of(
            "csv", "tsv", "parquet", "avro", "orc", "json", "jsonl", "ndjson", "xml", "xls", "xlsx", "log", "sql",
            "dump", "bak", "pkl", "pickle", "npy", "feather", "arrow", "zip", "gz", "bz2", "xz", "7z", "tar", "tgz");
    private static final long DATA_OF_SIZE = 1024 * 1024;
    private static final long ANYTHING_OF_SIZE = 10 * DATA_OF_SIZE;
    private static final String DRIVERS = "drivers/";

    @Override
    public List<Finding> findings(CheckedProject project) {
        Map<String, List<ProjectFile>> found = new LinkedHashMap<>();
        for (ProjectFile file : project.selection().files()) {
            String kind = kind(file);
            if (!kind.isEmpty()) {
                String pattern = end(file.path()).isEmpty() ? "/" + file.path() : "*." + end(file.path());
                found.computeIfAbsent(kind + "\n" + pattern, k -> new ArrayList<>())
                        .add(file);
            }
        }
        List<Finding> findings = new ArrayList<>();
        found.forEach((key, files) -> findings.add(
                finding(key.substring(0, key.indexOf('\n')), key.substring(key.indexOf('\n') + 1), files)));
        return findings;
    }

    private static String kind(ProjectFile file) {
        // Drivers are what they are; that an archive is too large is another check's to say.
        if (file.path().startsWith(DRIVERS) || file.path().contains("/" + DRIVERS)) {
            return "";
        }
        String end = end(file.path());
        if (DATABASES.contains(end)) {
            return "a local database";
        }
        if (DATA.contains(end) && file.size() >= DATA_OF_SIZE) {
            return "a large data file";
        }
        return file.size() >= ANYTHING_OF_SIZE ? "a large file" : "";
    }

    private static Finding finding(String kind, String pattern, List<ProjectFile> files) {
        ProjectFile first = files.get(0);
        String more = files.size() == 1
                ? ""
                : " So do " + (files.size() - 1) + " more like it, in total "
                        + Listed.size(
                                files.stream().mapToLong(ProjectFile::size).sum()) + ".";
        return Finding.warning(
                Rule.LOCAL_FILE,
                first.path(),
                0,
                "It is " + kind + " (" + Listed.size(first.size()) + ") and goes into the archive." + more,
                "If the connector does not read it, add to .gitignore: " + pattern);
    }

    private static String end(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') + 1).equals(name)
                ? ""
                : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
