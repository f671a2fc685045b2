package dev.wharf.cli.command.packages;

import dev.wharf.cli.command.project.DownloadedOnce;
import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.Sizes;
import dev.wharf.cli.console.Table;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.filesystem.HashedBytes;
import dev.wharf.filesystem.TargetFile;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.packaging.ArchiveLimits;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.StagedArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads a package's archive. */
@Command(
        name = "download",
        description = "Downloads a package's archive. Writes the file only after its SHA-256 is verified.",
        footer = {"", "Example:", "  wharf packages download happy_harmony -O weather.zip"})
public final class PackagesDownload implements Callable<Integer> {
    private static final String STDOUT = "-";

    private final Invocation invocation;

    @Parameters(paramLabel = "ID", description = "The package's id.")
    private String id = "";

    @Option(
            names = {"-O", "--output-file"},
            paramLabel = "FILE",
            description = "The file to write. With -, write to standard output. Default: ID.zip.")
    private @Nullable String file;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public PackagesDownload(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        PackageId packageId = new PackageId(id);
        boolean toStdout = STDOUT.equals(file);
        if (toStdout && invocation.console().isJson()) {
            throw new InvalidRequestException(
                    "-O - and -o json both write to standard output.", "Leave out one" + " of them.");
        }
        try (OpenTarget target = invocation.open()) {
            if (toStdout) {
                toStdout(target, packageId);
            } else {
                toFile(target, packageId, Path.of(file == null ? packageId + ".zip" : file));
            }
        }
        return 0;
    }

    private ArchiveDownload open(OpenTarget target, PackageId packageId) {
        ArchiveDownload download = target.download(packageId);
        if (download.sha256() == null) {
            invocation.console().warn("The registry reports no SHA-256 of this package. Its bytes cannot be verified.");
        }
        return download;
    }

    private void toFile(OpenTarget target, PackageId packageId, Path path) {
        HashedBytes received;
        try (ArchiveDownload download = open(target, packageId);
                TargetFile written = TargetFile.at(path)) {
            Sha256 promised = download.sha256();
            received = promised == null
                    ? written.receive(download.stream())
                    : written.receiveVerified(download.stream(), promised);
            written.complete();
        }
        Console console = invocation.console();
        console.show(document(path, received.length(), received.sha256()), () -> Table.fields()
                .row("Path", path)
                .row("Size", Sizes.exact(received.length()))
                .row("SHA-256", received.sha256())
                .lines());
    }

    /** Kept aside until it is known to be right: what went into a pipe cannot be taken back. */
    private void toStdout(OpenTarget target, PackageId packageId) {
        try (StagedArchive staged = stage(target, packageId);
                InputStream bytes = staged.open()) {
            bytes.transferTo(invocation.surroundings().out());
        } catch (IOException e) {
            throw new UncheckedIOException("the archive could not be passed on", e);
        }
    }

    private StagedArchive stage(OpenTarget target, PackageId packageId) {
        try (ArchiveDownload download = open(target, packageId)) {
            return target.archives().stage(DownloadedOnce.of(download), ArchiveLimits.DEFAULT.maxBytes());
        }
    }

    private static Map<String, @Nullable Object> document(Path path, long size, Sha256 sha256) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("path", path.toString());
        document.put("size", size);
        document.put("file_sha256_hash", sha256.hex());
        return document;
    }
}
