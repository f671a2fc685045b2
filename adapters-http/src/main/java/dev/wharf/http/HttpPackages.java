package dev.wharf.http;

import dev.wharf.failure.NotAllowedException;
import dev.wharf.failure.NotFoundException;
import dev.wharf.failure.PackageInUseException;
import dev.wharf.http.FailureMapping.Attempt;
import dev.wharf.http.told.ToldPackage;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Page;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packages of an account over the REST API. */
final class HttpPackages implements PackageRegistry {
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final String PATH = "/v1/connector-sdk/packages";

    private final RestClient client;
    private final Resuming resuming;

    HttpPackages(RestClient client, Resuming resuming) {
        this.client = client;
        this.resuming = resuming;
    }

    @Override
    public Page<ConnectorPackage> list(PageRequest request) {
        return client.list(PATH, request, ToldPackage::read);
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key) {
        Map<String, String> headers = key == null ? Map.of() : Map.of(IDEMPOTENCY_KEY, quoted(key.value()));
        return client.upload(HttpMethod.POST, PATH, headers, archive, ToldPackage::read);
    }

    @Override
    public ConnectorPackage retrieve(PackageId id) {
        return client.get(path(id), ToldPackage::read);
    }

    @Override
    public ConnectorPackage update(PackageId id, ArchiveSource archive, @Nullable Sha256 expected) {
        return client.upload(HttpMethod.PATCH, path(id), condition(expected), archive, ToldPackage::read);
    }

    @Override
    public void delete(PackageId id, @Nullable Sha256 expected) {
        try {
            client.delete(path(id), condition(expected), Attempt.DELETE_PACKAGE, id.value());
        } catch (NotAllowedException e) {
            throw whyNotDeleted(id, e);
        }
    }

    @Override
    public ArchiveDownload download(PackageId id) {
        ConnectorPackage described = retrieve(id);
        String path = path(id) + "/download";
        RestResponse response = client.open(path);
        ResumingStream bytes = new ResumingStream(client, path, response, id, resuming);
        return new HttpDownload(response.length(), bytes, bytes::close, described.sha256());
    }

    /** The vendor answers 403 both to strangers and while a connection uses the package; the package itself tells which. */
    private RuntimeException whyNotDeleted(PackageId id, NotAllowedException refusal) {
        try {
            List<ConnectionId> connections = retrieve(id).connectionIds();
            if (!connections.isEmpty()) {
                PackageInUseException inUse = new PackageInUseException(
                        id.value(),
                        connections.stream().map(ConnectionId::value).toList());
                inUse.initCause(refusal.getCause());
                return inUse;
            }
            return refusal;
        } catch (NotFoundException gone) {
            return refusal;
        }
    }

    private static Map<String, String> condition(@Nullable Sha256 expected) {
        return expected == null ? Map.of() : Map.of(HttpHeaders.IF_MATCH, quoted(expected.hex()));
    }

    /** A string as header fields have it (RFC 8941). */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String path(PackageId id) {
        return PATH + "/" + ApiPath.segment(id);
    }
}
