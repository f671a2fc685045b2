package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What every JSON answer is wrapped in.
 *
 * @param <T> what is wrapped
 * @param code the outcome as one word, such as {@code Success} or {@code NotFound_ConnectorSdkPackage}
 * @param message the outcome in words
 * @param data what was asked for; absent where there is nothing
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Envelope<T>(@Nullable String code, @Nullable String message, @Nullable T data) {
    /** The code of every success, whatever its status. */
    public static final String SUCCESS = "Success";

    /** The header by which a wharf-server says that it is one, and so has more to offer than the vendor's service. */
    public static final String OF_WHARF = "Wharf-Version";

    /**
     * A success that answers something.
     *
     * @param <T> what is wrapped
     * @param message the outcome in words
     * @param data what was asked for
     * @return the envelope
     */
    public static <T> Envelope<T> success(@Nullable String message, T data) {
        return new Envelope<>(SUCCESS, message, data);
    }
}
