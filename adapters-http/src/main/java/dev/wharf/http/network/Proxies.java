package dev.wharf.http.network;

import dev.wharf.failure.InvalidRequestException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which proxy leads to an address. */
@FunctionalInterface
public interface Proxies {
    /** None leads anywhere. */
    Proxies NONE = url -> Way.DIRECT;

    /** What a setting says for no proxy. */
    String NO = "none";

    /**
     * Looks it up.
     *
     * @param url an http or https address of a host
     * @return how it is reached
     * @throws InvalidRequestException if the settings make no sense; the message names the one that does not, and shows no password
     */
    Way to(URI url);

    /**
     * What the environment says, by the variables that most programs know: {@code HTTPS_PROXY} or {@code HTTP_PROXY}, as the address
     * begins, else {@code ALL_PROXY}, but for what {@code NO_PROXY} lists; in small letters or capitals, small ones first. They never lead
     * to this machine itself. Where none of them is set, Java's own properties say it ({@code https.proxyHost} and so on).
     *
     * @param environment the variables
     * @return the proxies
     */
    static Proxies ofEnvironment(Map<String, String> environment) {
        return new EnvironmentProxies(environment);
    }

    /**
     * One proxy for all addresses, this machine's own too, but those that {@code NO_PROXY} lists.
     *
     * @param setting the proxy's address, as {@link ForwardProxy#parse} takes it, or {@value #NO}
     * @param origin where it stands
     * @param environment the variables
     * @return the proxies
     * @throws InvalidRequestException if it is no such address
     */
    static Proxies of(String setting, String origin, Map<String, String> environment) {
        if (setting.strip().toLowerCase(Locale.ROOT).equals(NO)) {
            return url -> new Way(null, origin);
        }
        ForwardProxy proxy = ForwardProxy.parse(setting, origin);
        return url -> {
            Variable exceptions = Variable.find(environment, EnvironmentProxies.EXCEPTIONS);
            return exceptions != null && EnvironmentProxies.isExcepted(url, exceptions)
                    ? new Way(null, exceptions.name())
                    : new Way(proxy, origin);
        };
    }

    /**
     * A variable that is set.
     *
     * @param name its name, as it is written there
     * @param value what it is set to; not blank
     */
    record Variable(String name, String value) {
        /** The first of the names that is set to something, each tried in small letters before it is tried in capitals. */
        static @Nullable Variable find(Map<String, String> environment, String... names) {
            for (String name : names) {
                for (String each : new String[] {name.toLowerCase(Locale.ROOT), name}) {
                    String value = environment.get(each);
                    if (value != null && !value.isBlank()) {
                        return new Variable(each, value);
                    }
                }
            }
            return null;
        }

        /** Its name only: the value may hold a password. */
        @Override
        public String toString() {
            return name;
        }
    }
}
