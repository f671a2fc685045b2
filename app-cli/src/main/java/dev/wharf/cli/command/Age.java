package dev.wharf.cli.command;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how old something must be: a number and one of m, h, d, w. */
public final class Age implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,5})([mhdw])");
    private static final Map<String, Duration> UNITS = Map.of(
            "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1), "w", Duration.ofDays(7));

    @Override
    public Duration convert(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not a duration. Give a number and m, h, d or w," + " such as 30d.");
        }
        return UNITS.getOrDefault(matcher.group(2), Duration.ZERO).multipliedBy(Long.parseLong(matcher.group(1)));
    }
}
