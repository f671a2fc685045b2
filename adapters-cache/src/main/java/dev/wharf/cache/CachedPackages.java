package dev.wharf.cache;

import dev.wharf.cache.Key.Kind;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.NotFoundException.Resource;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The packages of a cached account. */
final class CachedPackages implements PackageRegistry {
    private final PackageRegistry registry;
    private final Answers answers;
    private final Reader reader;

    CachedPackages(PackageRegistry registry, Answers answers, ReadTerms terms) {
        this.registry = registry;
        this.answers = answers;
        this.reader = new Reader(answers, terms);
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        return reader.page(new Key(Kind.PACKAGES, request), () -> registry.list(request), p -> key(p.id()));
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey uploadKey) {
        Predicate<Key> affected = key -> key.kind() == Kind.PACKAGES;
        answers.changed(affected);
        ConnectorPackage made;
        long since;
        try {
            made = registry.create(archive, uploadKey);
        } finally {
            since = answers.changed(affected);
        }
        answers.keep(key(made.id()), made, since);
        return made;
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return reader.one(key(id), () -> registry.retrieve(id), ConnectorPackage.class);
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive, @Nullable Sha256 expected) {
        return answers.changing(affectedBy(id), key(id), () -> registry.update(id, archive, expected));
    }

    @Override
    public void delete(PackageId id, @Nullable Sha256 expected) {
        answers.changing(affectedBy(id), () -> {
            registry.delete(id, expected);
            return id;
        });
        answers.keepMissing(
                key(id), new NotFoundException(Resource.PACKAGE, "Package not found: " + id + ". It was deleted."));
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        return registry.download(id);
    }

    private static Predicate<Key> affectedBy(PackageId id) {
        return key -> key.kind() == Kind.PACKAGES || key.equals(key(id));
    }

    private static Key key(PackageId id) {
        return new Key(Kind.PACKAGE, id);
    }
}
