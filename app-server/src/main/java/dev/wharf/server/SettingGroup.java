package dev.wharf.server;

import dev.wharf.registry.BindingPolicy;
import dev.wharf.registry.SetupTestOutcome;
import dev.wharf.registry.SyncOutcome;
import java.util.List;

/**
 * Settings of one subject. All of them are what {@code --check} looks at and {@code docs/reference/server-settings.md} lists. Their
 * defaults are those of the beans that take them, which a test compares.
 *
 * @param title what the group is called
 * @param settings those of the group, in the order in which they are told
 */
public record SettingGroup(String title, List<Setting> settings) {

    /**
     * Every setting there is.
     *
     * @return the groups, in the order in which they are told
     */
    public static List<SettingGroup> all() {
        return List.of(
                new SettingGroup("The registry", registry()),
                new SettingGroup("Keys", keys()),
                new SettingGroup("Uploads and connections", receiving()),
                new SettingGroup("Rehearsal", rehearsal()),
                new SettingGroup("A gateway", SettingsOfGateway.ALL));
    }

    private static List<Setting> registry() {
        return List.of(
                new Setting(
                        "wharf.data",
                        SettingForm.PATH,
                        "wharf-data",
                        "The data directory: `catalog.db` (SQLite), `archives/`, `secrets.key`. Also `--data`."),
                new Setting(
                        "wharf.account-name",
                        SettingForm.TEXT,
                        "wharf",
                        "What `GET /v1/account/info` calls the account."),
                new Setting(
                        "wharf.binding",
                        SettingForm.oneOf(BindingPolicy.class),
                        "SINGLE",
                        "`SINGLE`: a package serves one connection at a time. `SHARED`: any number."),
                new Setting(
                        "wharf.max-archive-bytes",
                        SettingForm.BYTES,
                        "209715200",
                        "The most bytes of an archive: 200 MiB, as the vendor's clients have it."),
                new Setting(
                        "wharf.archive-grace",
                        SettingForm.TIME_OR_NONE,
                        "24h",
                        "How long an archive stays after the last package that named it is gone."),
                new Setting(
                        "wharf.sweep-interval",
                        SettingForm.TIME,
                        "1h",
                        "How often the server deletes archives whose grace is over."));
    }

    private static List<Setting> keys() {
        return List.of(
                new Setting(
                        "wharf.bootstrap.key",
                        SettingForm.TEXT,
                        "",
                        "The administrator's key that the server creates at its first start. Unless it is set: a random "
                                + "one, which the server prints once."),
                new Setting(
                        "wharf.bootstrap.secret",
                        SettingForm.TEXT,
                        "",
                        "The secret of that key: at least 16 characters, random ones. Better in the environment "
                                + "(`WHARF_BOOTSTRAP_SECRET`) than in a file."),
                new Setting(
                        "wharf.secrets.key",
                        SettingForm.SEALING_KEY,
                        "",
                        "The key of configuration values: 32 random bytes in base64. Better in the environment "
                                + "(`WHARF_SECRETS_KEY`) than in a file."),
                new Setting(
                        "wharf.secrets.old-keys",
                        SettingForm.SEALING_KEYS,
                        "",
                        "Keys that still open what they sealed, separated by commas."));
    }

    private static List<Setting> receiving() {
        return List.of(
                new Setting(
                        "wharf.concurrent-uploads",
                        SettingForm.COUNT,
                        "16",
                        "How many archives are received at once. More are answered 503."),
                new Setting(
                        "wharf.uploads-per-user",
                        SettingForm.COUNT,
                        "",
                        "How many of these one user may send at once. More are answered 429 with `Retry-After`. Unless it "
                                + "is set: half of them."),
                new Setting(
                        "wharf.upload-time",
                        SettingForm.TIME,
                        "30m",
                        "How long an archive may take to arrive. Slower ones are answered 408."),
                new Setting(
                        "wharf.upload-min-speed",
                        SettingForm.SPEED,
                        "1024",
                        "How many bytes of an archive must come in a second while the server waits for them, on average "
                                + "over `wharf.upload-patience`. Slower ones, and silent ones, are answered 408. Time in which the "
                                + "server itself is busy does not count. 0: one byte in that time will do."),
                new Setting(
                        "wharf.upload-patience",
                        SettingForm.TIME,
                        "20s",
                        "The time over which the average of `wharf.upload-min-speed` is taken, again and again. The "
                                + "least speed and this time hold for the bodies of all other requests too, and for the rest "
                                + "of a body that was refused: there the server closes the connection."),
                new Setting(
                        "wharf.head-time",
                        SettingForm.TIME,
                        "20s",
                        "How long a request's line and headers may take from their first byte. Then the connection is "
                                + "closed."),
                new Setting(
                        "wharf.connections-per-address",
                        SettingForm.COUNT_OR_NO_BOUND,
                        "512",
                        "How many connections one address may have. One more is closed at once, before TLS and HTTP. 0: "
                                + "any number. **Behind a reverse proxy all connections have its address**: set it to 0 there, and "
                                + "let the proxy bound its callers."),
                new Setting(
                        "wharf.answer-patience",
                        SettingForm.TIME,
                        "2m",
                        "How long a piece of an answer (of a download, 256 KiB) may wait to be taken. Then the connection "
                                + "is closed."));
    }

    private static List<Setting> rehearsal() {
        SettingForm outcome = SettingForm.oneOf(SetupTestOutcome.class)
                .noting(", which a YAML file takes for a truth value unless it is in quotes");
        SettingForm syncs = SettingForm.oneOf(SyncOutcome.class);
        return List.of(
                new Setting(
                        "wharf.setup-tests",
                        outcome,
                        "PASS",
                        "What [setup tests](../concepts/syncs-and-setup-tests.md) answer."),
                new Setting(
                        "wharf.setup-test-outcomes.<connection>",
                        outcome,
                        "",
                        "The same for the connections of one name."),
                new Setting(
                        "wharf.sync-time",
                        SettingForm.TIME_OR_NONE,
                        "5s",
                        "How long a [sync](../concepts/syncs-and-setup-tests.md#syncs) takes. `0s` ends it at once."),
                new Setting("wharf.sync-outcome", syncs, "SUCCEED", "What comes of it."),
                new Setting("wharf.sync-outcomes.<connection>", syncs, "", "The same for the connections of one name."),
                new Setting(
                        "wharf.rate-limit",
                        SettingForm.CALLS,
                        "",
                        "How many requests a user may make in a window. More are answered 429. Off unless set."),
                new Setting("wharf.rate-limit-window", SettingForm.TIME, "1h", "How long a window is."),
                new Setting(
                        "wharf.setup-test-limit",
                        SettingForm.CALLS,
                        "",
                        "How often a user may have setup tests run in a window of its own. Off unless set."),
                new Setting("wharf.setup-test-window", SettingForm.TIME, "1m", "How long that window is."));
    }
}
