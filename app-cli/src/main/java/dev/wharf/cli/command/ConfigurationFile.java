package dev.wharf.cli.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connector's configuration: a flat JSON object whose values are strings. A value that is {@code ${NAME}} and nothing else stands for
 * that environment variable; {@code $${NAME}} for itself. No value ever shows up in a message.
 */
final class ConfigurationFile {
    private static final Pattern REFERENCE = Pattern.compile("(\\$?)\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");

    private final Path file;
    private final Surroundings surroundings;

    ConfigurationFile(Path file, Surroundings surroundings) {
        this.file = file;
        this.surroundings = surroundings;
    }

    List<Secret> read() {
        try (InputStream in = Files.newInputStream(file);
                JsonParser json = new JsonFactory().createParser(in)) {
            return secrets(json);
        } catch (NoSuchFileException e) {
            throw new InvalidRequestException("There is no configuration file " + file + ".");
        } catch (JsonProcessingException e) {
            // The parser's own message quotes what it found, which may be a password.
            throw new InvalidRequestException(
                    file + " is not JSON: line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".");
        } catch (IOException e) {
            throw new InvalidRequestException(file + " cannot be read: check that it is a file you may read.");
        }
    }

    private List<Secret> secrets(JsonParser json) throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new InvalidRequestException(file + " does not hold a JSON object: write {\"key\": \"value\", ...}.");
        }
        List<Secret> secrets = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw new InvalidRequestException(
                        "The value of '" + key + "' in " + file + " is not a string: put it in quotes.");
            }
            secrets.add(secret(key, json.getText()));
            if (secrets.size() > ConnectionSettings.MAX_SECRETS) {
                throw new InvalidRequestException(
                        file + " has more than " + ConnectionSettings.MAX_SECRETS + " keys, the most there can be.");
            }
        }
        if (json.nextToken() != null) {
            throw new InvalidRequestException(file + " holds more than one JSON object: keep the first.");
        }
        return secrets;
    }

    private Secret secret(String key, String written) {
        Matcher reference = REFERENCE.matcher(written);
        if (!reference.matches()) {
            return new Secret(key, written);
        }
        boolean isEscaped = !reference.group(1).isEmpty();
        return new Secret(key, isEscaped ? written.substring(1) : variable(key, reference.group(2)));
    }

    private String variable(String key, String name) {
        String value = surroundings.environment().get(name);
        if (value == null) {
            throw new InvalidRequestException("'" + key + "' in " + file + " is taken from the environment variable "
                    + name + ", which is not set.");
        }
        return value;
    }
}
