package dev.wharf.http.told;

import io.micronaut.json.tree.JsonNode;

/**
 * Makes something of what an account tells.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface Reading<T> {
    /**
     * Makes something of it.
     *
     * @param node the JSON
     * @return what could be made of it
     */
    ToldItem<T> of(JsonNode node);
}
