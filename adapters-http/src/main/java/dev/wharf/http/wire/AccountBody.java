package dev.wharf.http.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.UserId;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * Whose credentials these are.
 *
 * @param accountId the account's identifier
 * @param accountName the account's name
 * @param userId the user's identifier; absent for keys that are no user's
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountBody(
        @JsonProperty("account_id") String accountId,
        @JsonProperty("account_name") @Nullable String accountName,
        @JsonProperty("user_id") @Nullable String userId) {

    /**
     * Writes an account.
     *
     * @param value the account
     * @return the account as JSON
     */
    public static AccountBody of(AccountInfo value) {
        UserId user = value.userId();
        return new AccountBody(value.accountId(), value.accountName(), user == null ? null : user.value());
    }
}
