package dev.wharf.cli.command.packages;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.Progress;
import dev.wharf.cli.console.Table;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.failure.IntegrityException;
import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.WharfException;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.PackageRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Downloads packages and compares their bytes with the hashes their registry tells. */
@Command(
        name = "verify",
        description = "Verifies the SHA-256 of packages. Downloads their archives, and keeps nothing.",
        footer = {"", "Example:", "  wharf packages verify --all -o json"})
public final class PackagesVerify implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(arity = "0..*", paramLabel = "ID", description = "The packages' ids.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "Verify every package of the account.")
    private boolean all;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     */
    public PackagesVerify(Invocation invocation) {
        this.invocation = invocation;
    }

    /** What came of one package. */
    private enum Result {
        VERIFIED,
        MISMATCH,
        NO_HASH,
        FAILED;

        String shown() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private record Verified(PackageId id, Result result, long size, @Nullable WharfException failure) {}

    @Override
    public Integer call() {
        if (all != ids.isEmpty()) {
            throw new InvalidRequestException(
                    all ? "--all excludes packages' ids." : "There is nothing to verify.",
                    "Give packages' ids, or --all.");
        }
        try (OpenTarget target = invocation.open()) {
            PackageRegistry packages = target.account().packages();
            List<Verified> results = new ArrayList<>();
            for (PackageId id : wanted(packages)) {
                results.add(verify(packages, id));
            }
            show(results);
            fail(results);
        }
        return 0;
    }

    private List<PackageId> wanted(PackageRegistry packages) {
        return all
                ? Page.<ConnectorPackage>collectAll(packages::list).stream()
                        .map(ConnectorPackage::id)
                        .toList()
                : new LinkedHashSet<>(ids).stream().map(PackageId::new).toList();
    }

    private Verified verify(PackageRegistry packages, PackageId id) {
        try (ArchiveDownload download = packages.download(id);
                Progress progress = invocation.console().progress("Downloading " + id, download.size());
                InputStream bytes = progress.counting(download.stream())) {
            long size = bytes.transferTo(OutputStream.nullOutputStream());
            return new Verified(id, download.sha256() == null ? Result.NO_HASH : Result.VERIFIED, size, null);
        } catch (IntegrityException e) {
            return new Verified(id, Result.MISMATCH, 0, e);
        } catch (WharfException e) {
            return new Verified(id, Result.FAILED, 0, e);
        } catch (IOException e) {
            return new Verified(
                    id,
                    Result.FAILED,
                    0,
                    new InterruptedTransferException("The download of " + id + " was interrupted.", e));
        }
    }

    private void show(List<Verified> results) {
        List<Map<String, Object>> items = new ArrayList<>();
        Table table = Table.headed("ID", "RESULT", "SIZE");
        for (Verified one : results) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", one.id());
            item.put("result", one.result().name().toLowerCase(Locale.ROOT));
            item.put("size", one.size());
            items.add(item);
            table.row(one.id(), one.result().shown(), one.size());
        }
        Console console = invocation.console();
        console.showList(Map.of("items", items), () -> table, results.isEmpty(), "There are no packages.");
    }

    /** Ends with the worst: a mismatch before anything else that went wrong. */
    private static void fail(List<Verified> results) {
        for (Result worst : new Result[] {Result.MISMATCH, Result.FAILED}) {
            for (Verified one : results) {
                if (one.result() == worst && one.failure() != null) {
                    throw one.failure();
                }
            }
        }
    }
}
