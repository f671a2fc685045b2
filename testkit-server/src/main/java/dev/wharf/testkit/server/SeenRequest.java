package dev.wharf.testkit.server;

/**
 * A request that a {@link WharfServer} saw. Its query, headers and bodies are not kept.
 *
 * @param method such as {@code POST}
 * @param path such as {@code /v1/connector-sdk/packages}, without the query
 * @param status the HTTP status it was answered with; 0 as long as it was not
 */
public record SeenRequest(String method, String path, int status) {
    @Override
    public String toString() {
        return method + " " + path + " " + status;
    }
}
