package dev.wharf.cli.target;

import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.toml.TomlParser;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.packaging.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of settings that a user wrote in TOML, in any encoding that editors save and Wharf reads. */
public final class TomlFile {
    private TomlFile() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @param instead what to write in it, for who wrote no TOML; follows "write"
     * @return its tables
     * @throws InvalidRequestException if it is no TOML, which never quotes the file: it may hold credentials
     * @throws IOException if it cannot be read
     */
    public static UnmodifiableConfig parse(Path file, String instead) throws IOException {
        Text text = Text.of(Files.readAllBytes(file));
        if (text.malformedAt().isPresent()) {
            throw new InvalidRequestException(
                    file + ":" + text.lineOf(text.malformedAt().getAsInt()) + " is "
                            + text.encoding().title() + ".",
                    "Save the file as UTF-8.");
        }
        try {
            return new TomlParser().parse(text.content());
        } catch (ParsingException e) {
            throw new InvalidRequestException(file + " is not TOML.", "Write " + instead + ".");
        }
    }
}
