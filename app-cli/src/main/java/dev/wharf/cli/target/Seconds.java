package dev.wharf.cli.target;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as {@code 90}, {@code 90s} or {@code 2m}. */
final class Seconds implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        boolean minutes = text.endsWith("m");
        String digits = minutes || text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
        try {
            int count = Integer.parseInt(digits);
            if (count > 0) {
                return minutes ? Duration.ofMinutes(count) : Duration.ofSeconds(count);
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("give a number of seconds, such as 90, 90s or 2m");
        }
        throw new TypeConversionException("give a positive time, such as 90, 90s or 2m");
    }
}
