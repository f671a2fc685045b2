package dev.wharf.server;

import dev.wharf.http.Credentials;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The real server as a gateway in this process. */
final class RunningGateway {
    private RunningGateway() {}

    static RunningServer before(URI upstream, Credentials credentials, Path data, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("wharf.upstream.url", upstream.toString());
        all.put("wharf.upstream.key", credentials.key());
        all.put("wharf.upstream.secret", credentials.secret());
        return new RunningServer(data, all);
    }
}
