package dev.wharf.cli.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.ConnectionSettings;
import dev.wharf.model.Secret;
import dev.wharf.model.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A connector's configuration: a flat JSON object whose values are strings, lists of strings, or null for no value.
 * No value ever shows up in a message.
 */
final class ConfigurationFile {
    private final Path file;
    private final ConfigurationValues values;

    ConfigurationFile(Path file, ConfigurationValues values) {
        this.file = file;
        this.values = values;
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
            secrets.add(secret(key, json));
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

    private Secret secret(String key, JsonParser json) throws IOException {
        ValuePlace place = new ValuePlace(key, file);
        JsonToken token = json.nextToken();
        if (token == JsonToken.VALUE_STRING) {
            return new Secret(key, values.of(place, json.getText()));
        }
        if (token == JsonToken.VALUE_NULL) {
            return new Secret(key, SecretValue.NONE);
        }
        if (token == JsonToken.START_ARRAY) {
            return new Secret(key, values.of(place, items(key, json)));
        }
        throw noString(key);
    }

    private List<String> items(String key, JsonParser json) throws IOException {
        List<String> items = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            items.add(json.getText());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw noString(key);
        }
        return items;
    }

    private InvalidRequestException noString(String key) {
        return new InvalidRequestException("The value of '" + key + "' in " + file
                + " is neither a string nor a list of strings: put it in quotes.");
    }
}
