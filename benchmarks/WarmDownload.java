import dev.wharf.filesystem.TargetFile;
import dev.wharf.http.Credentials;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.resilience.ResilientAccount;
import dev.wharf.model.PackageId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Downloads a package some times in one process, and prints how many milliseconds each took, once the JVM is warm; the very first, with
 * connecting, into a file of its own.
 */
class WarmDownload {
    public static void main(String[] args) throws Exception {
        URI url = URI.create(args[0]);
        PackageId id = new PackageId(args[1]);
        Path path = Path.of(args[2]);
        int runs = Integer.parseInt(args[3]);
        Path first = Path.of(args[4]);
        Credentials key = new Credentials("benchmark", "benchmark-benchmark");
        long begin = System.nanoTime();
        try (ResilientAccount account = ResilientAccount.connect(HttpAccountSettings.of(url, key))) {
            for (int run = -5; run < runs; run++) {
                Files.deleteIfExists(path);
                long start = System.nanoTime();
                try (var download = account.packages().download(id);
                        TargetFile target = TargetFile.at(path)) {
                    target.receiveVerified(download.stream(), download.sha256());
                    target.complete();
                }
                if (run == -5) {
                    Files.writeString(first, (System.nanoTime() - begin) / 1e6 + "\n");
                }
                if (run >= 0) {
                    System.out.println((System.nanoTime() - start) / 1e6);
                }
            }
        }
    }
}
