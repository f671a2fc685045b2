package dev.wharf.cli.command.about;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.FailureKind;
import dev.wharf.cli.console.Table;
import dev.wharf.cli.target.Invocation;
import dev.wharf.cli.target.OpenTarget;
import dev.wharf.cli.target.Target;
import dev.wharf.cli.target.TargetSearch;
import dev.wharf.failure.WharfException;
import dev.wharf.model.AccountInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Looks at all that must be right before other commands work. */
@Command(
        name = "doctor",
        description = "Checks the server, credentials, clock, directories and versions. Changes nothing.",
        footer = {"", "Example:", "  wharf doctor --api-url https://wharf.example"})
public final class DoctorCommand implements Callable<Integer> {
    private static final String ACCOUNT = "account";

    private final Invocation invocation;
    private final String version;
    private final List<Check> checks = new ArrayList<>();
    private int exitCode;

    /**
     * The command.
     *
     * @param invocation the run it belongs to
     * @param version the program's version
     */
    public DoctorCommand(Invocation invocation, String version) {
        this.invocation = invocation;
        this.version = version;
    }

    @Override
    public Integer call() {
        checks.add(Check.ok("wharf", version));
        checks.add(Check.ok(
                "java",
                System.getProperty("java.version") + " of " + System.getProperty("java.vendor") + ", "
                        + System.getProperty("java.home")));
        TargetSearch search = invocation.search();
        try {
            Target target = search.find();
            checks.add(DirectoryCheck.of("data", search.dataDirectory(target).root()));
            if (target instanceof Target.Remote remote) {
                checks.add(DirectoryCheck.of("cache", search.cacheDirectory()));
                examine(remote);
            } else {
                checks.add(Check.ok(ACCOUNT, "the embedded registry: no server, no credentials"));
            }
        } catch (WharfException e) {
            fail("settings", e);
        }
        show();
        return exitCode;
    }

    private void examine(Target.Remote remote) {
        checks.addAll(NetworkCheck.of(remote));
        checks.addAll(new Reachability(
                        remote.url(),
                        remote.urlOrigin(),
                        remote.network(),
                        invocation.surroundings().pace())
                .checks());
        checks.addAll(CredentialsCheck.of(remote.credentials()));
        boolean reached = checks.stream()
                .noneMatch(c -> c.status() == Check.Status.FAILED && c.subject().equals("server"));
        if (!reached) {
            exitCode = FailureKind.UNAVAILABLE.exitCode();
        } else if (remote.credentials().isEmpty()) {
            exitCode = FailureKind.NOT_AUTHENTICATED.exitCode();
        } else {
            signIn();
        }
    }

    private void signIn() {
        try (OpenTarget target = invocation.open()) {
            AccountInfo info = target.account().info();
            checks.add(Check.ok(
                    ACCOUNT, info.accountName() + (info.userId() == null ? "" : ", as user " + info.userId())));
        } catch (WharfException e) {
            fail(ACCOUNT, e);
        }
    }

    private void fail(String subject, WharfException failure) {
        checks.add(Check.failed(subject, failure.getMessage()));
        exitCode = FailureKind.of(failure).exitCode();
    }

    private void show() {
        Console console = invocation.console();
        Table table = Table.headed("CHECK", "STATUS", "DETAIL");
        checks.forEach(c -> table.row(c.subject(), lower(c.status()), c.detail()));
        console.showList(
                Map.of("items", checks.stream().map(DoctorCommand::document).toList()), () -> table, false, "");
    }

    private static Map<String, Object> document(Check check) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("check", check.subject());
        document.put("status", lower(check.status()));
        document.put("detail", check.detail());
        return document;
    }

    private static String lower(Check.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
