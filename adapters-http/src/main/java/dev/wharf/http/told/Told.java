package dev.wharf.http.told;

import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can be made of a JSON value; null where nothing can be. */
final class Told {
    private static final int LONGEST_MOMENT = 64;
    private static final int LONGEST_NUMBER = 16;

    /** The API's form and its neighbours: a blank for the T, no seconds, an offset or none. */
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Told() {}

    static @Nullable String text(JsonNode node) {
        if (node.isString()) {
            return node.getStringValue();
        }
        if (node.isBoolean()) {
            return Boolean.toString(node.getBooleanValue());
        }
        return node.isNumber() ? node.getNumberValue().toString() : null;
    }

    static boolean isText(JsonNode node) {
        return node.isString();
    }

    static @Nullable Boolean flag(JsonNode node) {
        if (node.isBoolean()) {
            return node.getBooleanValue();
        }
        String text = node.isString() ? node.getStringValue().strip() : "";
        if ("true".equalsIgnoreCase(text)) {
            return true;
        }
        return "false".equalsIgnoreCase(text) ? false : null;
    }

    static @Nullable Integer number(JsonNode node) {
        if (node.isString()) {
            return number(node.getStringValue().strip());
        }
        return node.isNumber() ? number(node.getNumberValue()) : null;
    }

    /** Never the value of a number with a huge exponent, which could not be written out. */
    private static @Nullable Integer number(Number number) {
        if (number instanceof BigInteger || number instanceof BigDecimal) {
            return number instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) < LONGEST_NUMBER
                    ? whole(decimal.doubleValue())
                    : null;
        }
        return whole(number.doubleValue());
    }

    private static @Nullable Integer number(String text) {
        try {
            return text.length() > LONGEST_NUMBER ? null : whole(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Integer whole(double number) {
        return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE ? (Integer) (int) number : null;
    }

    static @Nullable Instant moment(JsonNode node) {
        return node.isString() ? moment(node.getStringValue()) : null;
    }

    static @Nullable Instant moment(String written) {
        String text = written.strip();
        if (text.length() > LONGEST_MOMENT) {
            return null;
        }
        try {
            TemporalAccessor parsed =
                    MOMENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime moment) {
                return moment.toInstant();
            }
            LocalDateTime local = parsed instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) parsed;
            return local.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
