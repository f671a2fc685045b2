package dev.wharf.http.told;

import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.ConnectorPackage.UseTold;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Packages as accounts tell them. */
public final class ToldPackage {
    private ToldPackage() {}

    /**
     * Reads a package.
     *
     * @param node the JSON
     * @return what could be made of it
     */
    public static ToldItem<ConnectorPackage> read(JsonNode node) {
        ToldObject told = new ToldObject(node);
        PackageId id = Identifier.of(told.naming("id"), PackageId::new);
        if (id == null) {
            return ToldItem.nameless("a package", "an id");
        }
        ConnectorPackage value = new ConnectorPackage(
                id,
                connections(told),
                Identifier.of(told.naming("created_by"), UserId::new),
                Identifier.of(told.naming("last_updated_by"), UserId::new),
                told.moment("created_at"),
                told.moment("updated_at"),
                told.read("file_sha256_hash", ToldPackage::hash, ToldPackage::isOurs),
                use(node),
                told.others());
        return ToldItem.of(value, "Package " + id, told);
    }

    /** The one that {@code connection_id} tells is among those of {@code connection_ids}, or is all there is to know. */
    private static List<ConnectionId> connections(ToldObject told) {
        Set<ConnectionId> all = new LinkedHashSet<>();
        ConnectionId first = Identifier.of(told.naming("connection_id"), ConnectionId::new);
        if (first != null) {
            all.add(first);
        }
        List<ConnectionId> several = told.read("connection_ids", ToldPackage::ids, JsonNode::isArray);
        if (several != null) {
            all.addAll(several);
        }
        return List.copyOf(all);
    }

    /** A field that is there tells, also that there is none; one that is not there tells nothing. */
    private static UseTold use(JsonNode told) {
        JsonNode one = told.get("connection_id");
        JsonNode all = told.get("connection_ids");
        if (one == null && all == null) {
            return UseTold.NOT;
        }
        return isClear(one) && (all == null || all.isNull() || areClear(all)) ? UseTold.WHOLE : UseTold.UNCLEAR;
    }

    private static boolean isClear(@Nullable JsonNode one) {
        return one == null || one.isNull() || Told.text(one) != null;
    }

    private static boolean areClear(JsonNode all) {
        boolean clear = all.isArray();
        for (JsonNode each : clear ? all.values() : List.<JsonNode>of()) {
            clear &= isClear(each);
        }
        return clear;
    }

    private static @Nullable List<ConnectionId> ids(JsonNode node) {
        if (!node.isArray()) {
            return null;
        }
        List<ConnectionId> ids = new ArrayList<>();
        for (JsonNode each : node.values()) {
            ConnectionId id = Identifier.of(Told.text(each), ConnectionId::new);
            if (id != null) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static @Nullable Sha256 hash(JsonNode node) {
        try {
            return node.isString() ? Sha256.parse(node.getStringValue()) : null;
        } catch (InvalidRequestException e) {
            return null;
        }
    }

    private static boolean isOurs(JsonNode node) {
        Sha256 hash = hash(node);
        return hash != null && hash.hex().equals(node.getStringValue());
    }
}
