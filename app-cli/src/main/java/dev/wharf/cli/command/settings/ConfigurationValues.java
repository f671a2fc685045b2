package dev.wharf.cli.command.settings;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.model.SecretValue;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Makes what stands in a configuration file into what is sent, and refuses what would silently replace a secret by nothing. */
final class ConfigurationValues {
    private final ConfigurationReferences references;
    private final EncryptedValues encrypted;
    private final Set<String> mayBeEmpty;
    private final Consumer<String> warnings;

    /**
     * The values of one file.
     *
     * @param mayBeEmpty the keys whose value may be empty
     * @param warnings told what is probably a mistake, never with a value
     */
    ConfigurationValues(Surroundings surroundings, Set<String> mayBeEmpty, Consumer<String> warnings) {
        this.references = new ConfigurationReferences(surroundings.environment());
        this.encrypted = new EncryptedValues(surroundings.home());
        this.mayBeEmpty = mayBeEmpty;
        this.warnings = warnings;
    }

    SecretValue of(ValuePlace place, String written) {
        return new SecretValue.Text(text(place, written));
    }

    SecretValue of(ValuePlace place, List<String> written) {
        if (written.isEmpty() && !mayBeEmpty.contains(place.key())) {
            throw empty(place, "an empty list");
        }
        return new SecretValue.Texts(
                written.stream().map(item -> text(place, item)).toList());
    }

    private String text(ValuePlace place, String written) {
        boolean allowed = mayBeEmpty.contains(place.key());
        String value = encrypted.opened(place, references.replaced(place, written, allowed));
        if (value.isBlank() && !allowed) {
            throw empty(place, value.isEmpty() ? "empty" : "blank");
        }
        DoubtfulValue.written(written).ifPresent(doubt -> warnings.accept(place + " " + doubt));
        DoubtfulValue.sent(value).ifPresent(doubt -> warnings.accept(place + " " + doubt));
        return value;
    }

    private static RuntimeException empty(ValuePlace place, String what) {
        return place.refused(
                "is " + what + ". It would replace the connection's value.",
                "Write its value. If it" + " may be empty, add --allow-empty " + place.key() + ".");
    }
}
