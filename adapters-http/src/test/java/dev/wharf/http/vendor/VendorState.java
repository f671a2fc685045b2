package dev.wharf.http.vendor;

import dev.wharf.model.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the vendor keeps for one account, in memory. Packages are bound by connections, each to one at most. */
final class VendorState {
    private static final List<String> FIRST = List.of("happy", "silent", "brisk", "lucky", "amber", "proud", "gentle");
    private static final List<String> SYLLABLES = List.of("ba", "do", "ke", "li", "mu", "na", "po", "ri", "su", "ta");

    private final Map<String, StoredPackage> packages = new LinkedHashMap<>();
    private final Map<String, StoredConnection> connections = new LinkedHashMap<>();
    private final Map<String, StoredGroup> groups = new LinkedHashMap<>();
    private int made;

    /**
     * A package.
     *
     * @param number how many things were made before it; its quirks depend on it
     * @param told the hash that is told; null if none is
     */
    record StoredPackage(
            String id, int number, String createdAt, String updatedAt, byte[] bytes, @Nullable String told) {}

    /** A connection. */
    record StoredConnection(
            String id, String group, String schema, @Nullable String packageId, List<String> secrets, String at) {}

    /** A group. */
    record StoredGroup(String id, String name, String at) {}

    synchronized StoredPackage create(byte[] bytes) {
        String now = timestamp();
        StoredPackage created = new StoredPackage(
                slug(), made, now, now, bytes, Sha256.of(bytes).hex());
        packages.put(created.id(), created);
        return created;
    }

    synchronized Optional<StoredPackage> update(String id, byte[] bytes) {
        return find(id).map(before -> replace(new StoredPackage(
                id,
                before.number(),
                before.createdAt(),
                timestamp(),
                bytes,
                Sha256.of(bytes).hex())));
    }

    synchronized StoredPackage replace(StoredPackage changed) {
        packages.put(changed.id(), changed);
        return changed;
    }

    synchronized Optional<StoredPackage> find(String id) {
        return Optional.ofNullable(packages.get(id));
    }

    synchronized void delete(String id) {
        packages.remove(id);
    }

    synchronized List<StoredPackage> allPackages() {
        return List.copyOf(packages.values());
    }

    /** The connection that uses a package; null while none does. */
    synchronized @Nullable String userOf(String packageId) {
        return connections.values().stream()
                .filter(each -> packageId.equals(each.packageId()))
                .map(StoredConnection::id)
                .findFirst()
                .orElse(null);
    }

    synchronized StoredConnection connect(
            String group, String schema, @Nullable String packageId, List<String> secrets) {
        StoredConnection created = new StoredConnection(slug(), group, schema, packageId, secrets, timestamp());
        connections.put(created.id(), created);
        return created;
    }

    synchronized StoredConnection repoint(StoredConnection before, @Nullable String packageId) {
        StoredConnection changed = new StoredConnection(
                before.id(), before.group(), before.schema(), packageId, before.secrets(), before.at());
        connections.put(changed.id(), changed);
        return changed;
    }

    synchronized Optional<StoredConnection> connection(String id) {
        return Optional.ofNullable(connections.get(id));
    }

    synchronized void disconnect(String id) {
        connections.remove(id);
    }

    synchronized StoredGroup group(String name) {
        StoredGroup created = new StoredGroup(slug(), name, timestamp());
        groups.put(created.id(), created);
        return created;
    }

    synchronized Collection<StoredGroup> allGroups() {
        return List.copyOf(groups.values());
    }

    /** Two words. */
    private String slug() {
        StringBuilder second = new StringBuilder();
        for (int rest = made; second.length() < 6; rest /= SYLLABLES.size()) {
            second.append(SYLLABLES.get(rest % SYLLABLES.size()));
        }
        return FIRST.get(made++ % FIRST.size()) + "_" + second;
    }

    /** Now, with as many digits of a second's fraction as the number of things made has in its last place: none to nine. */
    private String timestamp() {
        Instant now = Instant.now();
        int digits = made % 10;
        String fraction = String.format("%09d", now.getNano()).substring(0, digits);
        String second = now.truncatedTo(ChronoUnit.SECONDS).toString();
        return digits == 0 ? second : second.replace("Z", "." + fraction + "Z");
    }
}
