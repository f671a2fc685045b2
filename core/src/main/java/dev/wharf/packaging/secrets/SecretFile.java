package dev.wharf.packaging.secrets;

import dev.wharf.packaging.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells from a file's name that it is one people keep credentials in, and from its text whether these ones are. */
final class SecretFile {
    private static final Set<String> KEY_NAMES = Set.of("id_rsa", "id_dsa", "id_ecdsa", "id_ed25519");
    private static final List<String> KEY_STORES = List.of(".p8", ".p12", ".pfx", ".jks", ".keystore", ".ppk", ".kdbx");
    private static final List<String> ARMOURED = List.of(".pem", ".key");
    private static final Set<String> CREDENTIAL_NAMES = Set.of(
            ".netrc", "_netrc", ".pypirc", ".pgpass", ".git-credentials", ".dockercfg", "credentials", "kubeconfig");
    private static final List<String> CREDENTIAL_PREFIXES = List.of(
            "service_account",
            "service-account",
            "serviceaccount",
            "credentials",
            "client_secret",
            "client-secret",
            "application_default_credentials",
            "config");
    private static final List<String> SETTINGS_ENDS =
            List.of(".env", ".ini", ".cfg", ".conf", ".properties", ".yml", ".yaml", ".tfvars", ".sh", ".toml");

    private final String name;

    SecretFile(String path) {
        name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether names and values in it need no quotes. */
    boolean isSettings() {
        return isEnvironment()
                || CREDENTIAL_NAMES.contains(name)
                || SETTINGS_ENDS.stream().anyMatch(name::endsWith);
    }

    /**
     * What it is by its name.
     *
     * @param text its text; null if it is too large
     * @return what it holds, or empty if nobody keeps credentials under such a name, or this one has none
     */
    Optional<String> credentials(@Nullable Text text) {
        if (isKeyStore() || (mayBeArmoured() && (text == null || !isArmoured(text)))) {
            return Optional.of("a private key, judged by its name");
        }
        return mayHoldCredentials() && (text == null || SettingsText.holdsSecret(text.content()))
                ? Optional.of("credentials, judged by its name")
                : Optional.empty();
    }

    /** Whether its name alone calls for a look at its text. */
    boolean isSuspicious() {
        return isKeyStore() || mayBeArmoured() || mayHoldCredentials();
    }

    private boolean isKeyStore() {
        return KEY_NAMES.contains(name) || KEY_STORES.stream().anyMatch(name::endsWith);
    }

    private boolean mayBeArmoured() {
        return ARMOURED.stream().anyMatch(name::endsWith);
    }

    private boolean mayHoldCredentials() {
        return isEnvironment() || isCredentialJson() || CREDENTIAL_NAMES.contains(name);
    }

    private boolean isEnvironment() {
        return name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env");
    }

    private boolean isCredentialJson() {
        return name.endsWith(".json") && CREDENTIAL_PREFIXES.stream().anyMatch(name::startsWith);
    }

    /** What is armoured is a private key only if it says so; then its bytes decide. */
    private static boolean isArmoured(Text text) {
        return text.content().contains("-----BEGIN ");
    }
}
