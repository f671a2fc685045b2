package dev.wharf.http.told;

import dev.wharf.model.AccountInfo;
import dev.wharf.model.UserId;
import io.micronaut.json.tree.JsonNode;

/** Whose credentials ours are, as accounts tell it. */
public final class ToldAccount {
    private ToldAccount() {}

    /**
     * Reads an account.
     *
     * @param node the JSON
     * @return what could be made of it
     */
    public static ToldItem<AccountInfo> read(JsonNode node) {
        ToldObject told = new ToldObject(node);
        String id = told.naming("account_id");
        String name = told.naming("account_name");
        String known = id == null ? "" : id;
        AccountInfo value =
                new AccountInfo(known, name == null ? known : name, Identifier.of(told.naming("user_id"), UserId::new));
        return ToldItem.of(value, "The account", told);
    }
}
