package dev.wharf.jdbc;

import dev.wharf.model.PackageId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of its own that opens a catalog file and writes to it; the tests run several at once. */
final class CatalogProcess {
    static final PackageId COUNTER = new PackageId("counter");

    private CatalogProcess() {}

    /** Arguments: the file, how often to count. Waits for a line of input before it begins. */
    public static void main(String[] args) throws IOException {
        System.out.println("ready");
        if (System.in.read() < 0) {
            throw new IOException("nobody gave the start signal");
        }
        try (JdbcCatalog catalog = JdbcCatalog.sqlite(Path.of(args[0]))) {
            catalog.change(change -> change.packages().insert(Samples.connectorPackage(COUNTER.value())));
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                Samples.increment(catalog, COUNTER);
            }
        }
        System.out.println("done");
    }

    /** Starts a process that logs the classes it loads; its output and errors go to a file. */
    static Process start(Path file, int times, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:class+load:file=" + output.resolveSibling(output.getFileName() + ".classes"),
                "-cp",
                System.getProperty("java.class.path"),
                CatalogProcess.class.getName(),
                file.toString(),
                Integer.toString(times)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
    }

    static void begin(Process process) throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }
}
