package dev.wharf.server;

import dev.wharf.gateway.ArchiveInspection;
import java.util.List;

/** What there is to decide of a gateway. */
final class SettingsOfGateway {
    static final List<Setting> ALL = List.of(
            new Setting(
                    "wharf.upstream.url",
                    SettingForm.ADDRESS,
                    "",
                    "Where the account is. Also `--upstream`. With it the server is a gateway."),
            new Setting(
                    "wharf.upstream.key",
                    SettingForm.TEXT,
                    "",
                    "The key of the account; or key and secret, joined by a colon, in base64. Better in the "
                            + "environment (`WHARF_UPSTREAM_KEY`) than in a file."),
            new Setting(
                    "wharf.upstream.secret",
                    SettingForm.TEXT,
                    "",
                    "The secret of that key. Better in the environment (`WHARF_UPSTREAM_SECRET`) than in a file."),
            new Setting(
                    "wharf.upstream.timeout",
                    SettingForm.TIME,
                    "30s",
                    "How long to wait for an answer, and for a call with all its attempts. An archive is sent for as "
                            + "long as bytes move."),
            new Setting(
                    "wharf.upstream.max-wait",
                    SettingForm.TIME_OR_NONE,
                    "",
                    "How long the account may ask to be left alone (`Retry-After`) while a caller waits, beyond the "
                            + "time-out. Unless it is set: no longer than the time-out."),
            new Setting(
                    "wharf.upstream.proxy",
                    SettingForm.TEXT,
                    "",
                    "The proxy that leads to the account, or `none`. Unless it is set: [what `HTTPS_PROXY` and its "
                            + "like say](network.md)."),
            new Setting(
                    "wharf.upstream.ca-file",
                    SettingForm.PATH,
                    "",
                    "A PEM file with authorities to trust besides Java's own. Unless it is set: [what `SSL_CERT_FILE` "
                            + "and its like name](network.md#authorities)."),
            new Setting(
                    "wharf.upstream.attempts",
                    SettingForm.COUNT,
                    "3",
                    "How often a call that may be repeated is tried, the first time included."),
            new Setting(
                    "wharf.upstream.circuit-open",
                    SettingForm.TIME,
                    "2m",
                    "How long the account is left alone after half of the last calls (of 10 to 20) failed."),
            new Setting(
                    "wharf.upstream.fresh",
                    SettingForm.TIME_OR_NONE,
                    "2m",
                    "How long what is known of a package, a connection or a group is given without asking."),
            new Setting(
                    "wharf.upstream.fresh-lists",
                    SettingForm.TIME_OR_NONE,
                    "0s",
                    "The same for lists. A list that is given without asking can hide a package that was just "
                            + "created elsewhere."),
            new Setting(
                    "wharf.upstream.patience",
                    SettingForm.TIME_OR_NONE,
                    "2s",
                    "How long a caller waits for the account when the gateway remembers an older answer. After that "
                            + "time the caller gets the older answer. After a change that may concern the answer, the "
                            + "caller waits as long as the account takes."),
            new Setting(
                    "wharf.upstream.kept",
                    SettingForm.TIME_OR_NONE,
                    "7d",
                    "How old an answer may be that the gateway gives when the account is slow or away."),
            new Setting(
                    "wharf.upstream.cache-bytes",
                    SettingForm.BYTES_OR_NONE,
                    "10737418240",
                    "How many bytes of archives are kept. Those unused longest go first. 0 keeps none."),
            new Setting(
                    "wharf.upstream.lease",
                    SettingForm.TIME,
                    "1m",
                    "How long a change counts as in progress after its gateway last reported it. Then another "
                            + "gateway with the same record settles it. Set it to more than the difference between the "
                            + "clocks of these gateways."),
            new Setting(
                    "wharf.upstream.checks",
                    SettingForm.oneOf(ArchiveInspection.class),
                    "WARN",
                    "What is done about archives with findings. `OFF` sends them on, `WARN` also says so (`Warning: "
                            + "299`), `REFUSE` answers 400 if one is an error."));

    private SettingsOfGateway() {}
}
