package dev.wharf.testkit.server;

import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.model.Role;
import dev.wharf.port.ArchiveSource;
import dev.wharf.testkit.SampleArchives;
import java.util.Properties;
import java.util.Set;

/** A program that uses two servers as a test would, and prints nothing by itself but what is not as it should be. */
final class Unattended {
    /** What the JDK and Micronaut set by themselves, once. */
    private static final Set<String> NOT_OURS = Set.of(
            "user.timezone",
            "io.netty.allocator.maxOrder",
            "polyglot.engine.WarnInterpreterOnly",
            "micronaut.classloader.logging");

    private Unattended() {}

    public static void main(String[] arguments) {
        Properties before = (Properties) System.getProperties().clone();
        try (WharfServer one = WharfServer.start();
                WharfServer two = WharfServer.start()) {
            use(one);
            use(two);
            one.reset();
            use(one);
        }
        System.getProperties().forEach((name, value) -> {
            if (!value.equals(before.get(name)) && !NOT_OURS.contains(name.toString())) {
                System.out.println("left behind: " + name);
            }
        });
    }

    private static void use(WharfServer server) {
        try (HttpAccount account = HttpAccount.connect(HttpAccountSettings.of(server.url(), server.key(Role.ADMIN)))) {
            account.packages().create(ArchiveSource.of(SampleArchives.connector("any")));
            if (!account.info().accountName().equals("wharf")) {
                System.out.println("reads what is around: " + account.info());
            }
        }
    }
}
