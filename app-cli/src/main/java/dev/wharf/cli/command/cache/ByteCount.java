package dev.wharf.cli.command.cache;

import dev.wharf.cli.console.Sizes;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a size. */
final class ByteCount implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        return Sizes.parse(text)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is not a size. Give a number of bytes, or one such as 500M or 2G."));
    }
}
