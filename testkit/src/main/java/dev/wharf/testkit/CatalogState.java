package dev.wharf.testkit;

import dev.wharf.failure.BindingConflictException;
import dev.wharf.failure.ConflictException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.model.ApiKey;
import dev.wharf.model.AuditEntry;
import dev.wharf.model.BegunChange;
import dev.wharf.model.Connection;
import dev.wharf.model.ConnectionFilter;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectionStatus;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.Destination;
import dev.wharf.model.DestinationId;
import dev.wharf.model.DestinationName;
import dev.wharf.model.Fields;
import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.SealedSecret;
import dev.wharf.model.Sha256;
import dev.wharf.model.SyncRun;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.PackageCatalog;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that an {@link InMemoryCatalog} knows at one moment. No longer changed once the catalog shows it. */
final class CatalogState implements PackageCatalog.Change {
    /** A connection and whether it claims its package for itself. */
    private record Binding(Connection connection, boolean exclusive) {
        boolean excludes(Binding other) {
            PackageId bound = connection.packageId();
            return exclusive
                    && other.exclusive
                    && bound != null
                    && bound.equals(other.connection.packageId())
                    && !connection.id().equals(other.connection.id());
        }
    }

    /** A key is one only together with whose it is. */
    private record KeyOfUser(UserId user, UploadKey key) {}

    final Table<String, ApiKey> keys;
    private final Table<PackageId, ConnectorPackage> packages;
    private final Table<ConnectionId, Binding> connections;
    private final Map<ConnectionId, List<SealedSecret>> secrets;
    private final Table<DestinationId, Destination> destinations;
    private final Table<Long, AuditEntry> audit;
    private final Table<String, BegunChange> begun;
    private final Table<KeyOfUser, KeyedUpload> uploads;
    private final Map<Sha256, Instant> releases;
    private final Table<String, DeployRecord> deploys;
    private final Set<String> keeping;
    private final Map<ConnectionId, SyncRun> syncs;
    private final Map<ConnectionId, Fields> states;
    private long auditEntries;

    CatalogState() {
        keys = new Table<>();
        packages = new Table<>();
        connections = new Table<>();
        secrets = new HashMap<>();
        destinations = new Table<>();
        audit = new Table<>();
        begun = new Table<>();
        uploads = new Table<>();
        releases = new HashMap<>();
        deploys = new Table<>();
        keeping = new HashSet<>();
        syncs = new HashMap<>();
        states = new HashMap<>();
    }

    CatalogState(CatalogState before) {
        keys = new Table<>(before.keys);
        packages = new Table<>(before.packages);
        connections = new Table<>(before.connections);
        secrets = new HashMap<>(before.secrets);
        destinations = new Table<>(before.destinations);
        audit = new Table<>(before.audit);
        begun = new Table<>(before.begun);
        uploads = new Table<>(before.uploads);
        releases = new HashMap<>(before.releases);
        deploys = new Table<>(before.deploys);
        keeping = new HashSet<>(before.keeping);
        syncs = new HashMap<>(before.syncs);
        states = new HashMap<>(before.states);
        auditEntries = before.auditEntries;
    }

    @Override
    public Optional<ConnectorPackage> findPackage(PackageId id) {
        return packages.find(id).map(this::withConnection);
    }

    @Override
    public List<Positioned<ConnectorPackage>> listPackages(long after, int limit) {
        return packages.page(after, limit, all -> true).stream()
                .map(found -> new Positioned<>(found.position(), withConnection(found.item())))
                .toList();
    }

    private ConnectorPackage withConnection(ConnectorPackage p) {
        return new ConnectorPackage(
                p.id(),
                usersOf(p.id()),
                p.createdBy(),
                p.lastUpdatedBy(),
                p.createdAt(),
                p.updatedAt(),
                p.sha256(),
                p.others());
    }

    @Override
    public Set<PackageId> findShared(Collection<PackageId> ids) {
        return ids.stream().filter(id -> usersOf(id).size() > 1).collect(Collectors.toSet());
    }

    private List<ConnectionId> usersOf(PackageId id) {
        return connections
                .all()
                .map(Binding::connection)
                .filter(connection -> id.equals(connection.packageId()))
                .map(Connection::id)
                .toList();
    }

    @Override
    public boolean needsArchive(Sha256 sha256, Instant cutoff) {
        Instant released = releases.get(sha256);
        return isDeployed(sha256) || refers(sha256) || (released != null && !released.isBefore(cutoff));
    }

    private boolean refers(Sha256 sha256) {
        return packages.all().anyMatch(p -> sha256.equals(p.sha256()));
    }

    @Override
    public Optional<Connection> findConnection(ConnectionId id) {
        return connections.find(id).map(Binding::connection);
    }

    @Override
    public List<Positioned<Connection>> listConnections(ConnectionFilter filter, long after, int limit) {
        return connections.page(after, limit, row -> filter.accepts(row.connection())).stream()
                .map(found -> new Positioned<>(found.position(), found.item().connection()))
                .toList();
    }

    @Override
    public List<Destination> findDestinations(Collection<DestinationId> ids) {
        return ids.stream().flatMap(id -> destinations.find(id).stream()).toList();
    }

    @Override
    public Optional<Destination> findDestination(DestinationName name) {
        return destinations
                .all()
                .filter(destination -> destination.name().equals(name))
                .findFirst();
    }

    @Override
    public List<Positioned<Destination>> listDestinations(long after, int limit) {
        return destinations.page(after, limit, all -> true);
    }

    @Override
    public List<Positioned<AuditEntry>> listAudit(long after, int limit) {
        return audit.page(after, limit, all -> true);
    }

    @Override
    public Optional<AuditEntry> findLastAudit(AuditEntry.Action action, String subject) {
        return audit.all()
                .filter(entry -> entry.action() == action && entry.subject().equals(subject))
                .reduce((earlier, later) -> later);
    }

    @Override
    public List<Positioned<BegunChange>> listBegun(long after, int limit) {
        return begun.page(after, limit, all -> true);
    }

    @Override
    public Optional<BegunChange> findBegun(UserId user, UploadKey key) {
        return begun.all()
                .filter(change -> change.user().equals(user) && key.equals(change.key()))
                .findFirst();
    }

    @Override
    public Optional<KeyedUpload> findUpload(UserId user, UploadKey key) {
        return uploads.find(new KeyOfUser(user, key));
    }

    @Override
    public boolean insert(ConnectorPackage connectorPackage) {
        Objects.requireNonNull(connectorPackage.sha256(), "a hosted package has a known hash");
        return packages.add(connectorPackage.id(), connectorPackage);
    }

    @Override
    public void replaceFile(PackageId id, Sha256 sha256, UserId by, Instant at) {
        ConnectorPackage old = packages.existing(id);
        packages.replace(id, new ConnectorPackage(id, null, old.createdBy(), by, old.createdAt(), at, sha256));
        release(old, at);
    }

    @Override
    public void deletePackage(PackageId id, Instant at) {
        ConnectorPackage old = packages.existing(id);
        List<ConnectionId> users = usersOf(id);
        if (!users.isEmpty()) {
            throw new PackageInUseException(
                    id.value(), users.stream().map(ConnectionId::value).toList());
        }
        packages.remove(id);
        release(old, at);
    }

    private void release(ConnectorPackage old, Instant at) {
        Sha256 sha256 = Objects.requireNonNull(old.sha256());
        if (!refers(sha256)) {
            releases.put(sha256, at);
        }
    }

    @Override
    public boolean insert(Connection connection, boolean exclusive) {
        if (connections.has(connection.id())) {
            return false;
        }
        if (!destinations.has(Objects.requireNonNull(connection.destinationId()))) {
            throw new NotFoundException(
                    NotFoundException.Resource.DESTINATION,
                    "There is no destination " + connection.destinationId() + ": create it first.");
        }
        ConnectionFilter sameName = new ConnectionFilter(connection.destinationId(), connection.name());
        if (!listConnections(sameName, 0, 1).isEmpty()) {
            throw new ConflictException(
                    "The destination has a connection named " + connection.name() + " already: choose another name.");
        }
        Binding binding = new Binding(connection, exclusive);
        checkPackage(binding);
        return connections.add(connection.id(), binding);
    }

    @Override
    public void update(Connection connection, boolean exclusive) {
        Connection old = connections.existing(connection.id()).connection();
        Binding binding = new Binding(
                new Connection(
                        old.id(),
                        old.destinationId(),
                        old.name(),
                        connection.packageId(),
                        connection.pythonVersion(),
                        connection.paused(),
                        connection.syncFrequencyMinutes(),
                        connection.naming(),
                        connection.networking(),
                        connection.schedule(),
                        connection.secretKeys(),
                        List.of(),
                        ConnectionStatus.UNKNOWN,
                        old.createdBy(),
                        old.createdAt(),
                        connection.others()),
                exclusive);
        checkPackage(binding);
        connections.replace(old.id(), binding);
    }

    private void checkPackage(Binding binding) {
        PackageId wanted = binding.connection().packageId();
        if (wanted == null) {
            return;
        }
        if (!packages.has(wanted)) {
            throw new NotFoundException(
                    NotFoundException.Resource.PACKAGE, "There is no package " + wanted + ": upload it first.");
        }
        connections.all().filter(binding::excludes).findFirst().ifPresent(other -> {
            throw new BindingConflictException(
                    wanted.value(), other.connection().id().value());
        });
    }

    @Override
    public List<SealedSecret> listSecrets(ConnectionId id) {
        return secrets.getOrDefault(id, List.of());
    }

    @Override
    public void replaceSecrets(ConnectionId id, List<SealedSecret> replacing) {
        secrets.put(id, List.copyOf(replacing));
    }

    @Override
    public Set<String> sealingKeys() {
        return secrets.values().stream()
                .flatMap(List::stream)
                .map(SealedSecret::keyId)
                .collect(Collectors.toSet());
    }

    @Override
    public Map<ConnectionId, SyncRun> findSyncs(Collection<ConnectionId> ids) {
        return ids.stream().filter(syncs::containsKey).collect(Collectors.toMap(id -> id, syncs::get));
    }

    @Override
    public void write(ConnectionId id, SyncRun last) {
        connections.existing(id);
        syncs.put(id, last);
    }

    @Override
    public Optional<Fields> findState(ConnectionId id) {
        return Optional.ofNullable(states.get(id));
    }

    @Override
    public void write(ConnectionId id, Fields state) {
        connections.existing(id);
        states.put(id, state);
    }

    @Override
    public void deleteConnection(ConnectionId id) {
        connections.existing(id);
        syncs.remove(id);
        states.remove(id);
        secrets.remove(id);
        listDeploys(id).forEach(entry -> deploys.remove(entry.id()));
        connections.remove(id);
    }

    @Override
    public boolean insert(Destination destination) {
        if (destinations.has(destination.id())) {
            return false;
        }
        if (findDestination(destination.name()).isPresent()) {
            throw new ConflictException(
                    "There is a destination named " + destination.name() + " already: choose another name.");
        }
        return destinations.add(destination.id(), destination);
    }

    @Override
    public void rename(DestinationId id, DestinationName name) {
        Destination old = destinations.existing(id);
        if (findDestination(name).filter(other -> !other.id().equals(id)).isPresent()) {
            throw new ConflictException("There is a destination named " + name + " already: choose another name.");
        }
        destinations.replace(id, new Destination(id, name, old.createdAt(), old.others()));
    }

    @Override
    public void deleteDestination(DestinationId id) {
        destinations.existing(id);
        if (!listConnections(new ConnectionFilter(id, null), 0, 1).isEmpty()) {
            throw new ConflictException("A connection writes to the destination " + id + ": delete it first.");
        }
        destinations.remove(id);
    }

    @Override
    public void forgetArchive(Sha256 sha256) {
        releases.remove(sha256);
    }

    @Override
    public void record(AuditEntry entry) {
        audit.add(++auditEntries, entry);
    }

    @Override
    public void begin(BegunChange change) {
        begun.add(change.id(), change);
    }

    @Override
    public boolean settle(String id) {
        boolean there = begun.has(id);
        begun.remove(id);
        return there;
    }

    @Override
    public void stillUnderWay(Collection<String> ids, Instant until) {
        ids.forEach(id -> begun.find(id)
                .ifPresent(old -> begun.replace(
                        id,
                        new BegunChange(
                                id,
                                old.at(),
                                old.user(),
                                old.action(),
                                old.subject(),
                                old.from(),
                                old.to(),
                                old.key(),
                                until))));
    }

    @Override
    public void keep(KeyedUpload upload) {
        uploads.add(new KeyOfUser(upload.user(), upload.key()), upload);
    }

    @Override
    public int forgetUploads(Instant before) {
        List<KeyedUpload> old =
                uploads.all().filter(upload -> upload.at().isBefore(before)).toList();
        old.forEach(upload -> uploads.remove(new KeyOfUser(upload.user(), upload.key())));
        return old.size();
    }

    @Override
    public List<DeployRecord> listDeploys(ConnectionId connection) {
        return deploys.all()
                .filter(entry -> connection.equals(entry.connectionId()))
                .toList();
    }

    @Override
    public Optional<DeployRecord> findDeploy(String id) {
        return deploys.find(id);
    }

    @Override
    public boolean isDeployed(Sha256 sha256) {
        return deploys.all()
                .anyMatch(entry ->
                        keeping.contains(entry.id()) && (sha256.equals(entry.to()) || sha256.equals(entry.from())));
    }

    @Override
    public void write(DeployRecord entry, int kept, int archives) {
        ConnectionId connection = Objects.requireNonNull(entry.connectionId());
        if (deploys.add(entry.id(), entry)) {
            keeping.add(entry.id());
        } else {
            deploys.replace(entry.id(), entry);
        }
        List<DeployRecord> all = listDeploys(connection);
        all.subList(0, Math.max(0, all.size() - archives)).forEach(old -> keeping.remove(old.id()));
        all.subList(0, Math.max(0, all.size() - kept)).forEach(old -> deploys.remove(old.id()));
    }
}
