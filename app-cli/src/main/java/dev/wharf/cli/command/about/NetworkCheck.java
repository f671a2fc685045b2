package dev.wharf.cli.command.about;

import dev.wharf.cli.target.Target;
import dev.wharf.http.network.Authorities;
import dev.wharf.http.network.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which proxy leads to the server, and who is trusted there besides Java's own authorities. Shows no password. */
final class NetworkCheck {
    private static final String PROXY = "proxy";

    private NetworkCheck() {}

    /** What is set; nothing is said where nothing is. */
    static List<Check> of(Target.Remote remote) {
        List<Check> checks = new ArrayList<>();
        Way way = remote.network().proxies().to(remote.url());
        if (way.proxy() != null) {
            checks.add(Check.ok(PROXY, way.proxy() + " (from " + way.origin() + ")"));
        } else if (!way.origin().isEmpty()) {
            checks.add(Check.ok(PROXY, "none for this host (from " + way.origin() + ")"));
        }
        Authorities authorities = remote.network().authorities();
        if (!authorities.isEmpty()) {
            // Several variables often name one file.
            int count = Set.copyOf(authorities.read()).size();
            checks.add(Check.ok(
                    "certificates",
                    count + (count == 1 ? " authority" : " authorities") + " besides Java's own, of "
                            + authorities.text()));
        }
        return checks;
    }
}
