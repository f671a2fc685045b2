package dev.wharf.http.told;

import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import io.micronaut.json.tree.JsonNode;

/** Destinations as accounts tell them, which call them groups. */
public final class ToldGroup {
    private ToldGroup() {}

    /**
     * Reads a destination.
     *
     * @param node the JSON
     * @return what could be made of it
     */
    public static ToldItem<Destination> read(JsonNode node) {
        ToldObject told = new ToldObject(node);
        DestinationId id = Identifier.of(told.naming("id"), DestinationId::new);
        if (id == null) {
            return ToldItem.nameless("a destination (group)", "an id");
        }
        String name = told.text("name");
        if (name == null) {
            told.keep("name");
        }
        Destination value = new Destination(
                id, new DestinationName(name == null ? "" : name), told.moment("created_at"), told.others());
        return ToldItem.of(value, "Destination " + id, told);
    }
}
