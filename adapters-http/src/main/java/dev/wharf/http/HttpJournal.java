package dev.wharf.http;

import dev.wharf.failure.NotFoundException;
import dev.wharf.http.wire.DeployBody;
import dev.wharf.model.ConnectionId;
import dev.wharf.model.DeployRecord;
import dev.wharf.model.PageRequest;
import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.DeployJournal;
import java.util.List;
import java.util.Optional;

/** The journal of a wharf-server. Other services, which do not say that they are one, are asked for none and sent none. */
final class HttpJournal implements DeployJournal {
    private final RestClient client;

    HttpJournal(RestClient client) {
        this.client = client;
    }

    @Override
    public void write(DeployRecord entry) {
        ConnectionId connection = entry.connectionId();
        if (connection != null && client.isOfWharf()) {
            client.put(path(connection) + "/" + ApiPath.segment(entry.id()), DeployBody.of(entry), entry.id());
        }
    }

    @Override
    public List<DeployRecord> list(ConnectionId connection) {
        return client.isOfWharf()
                ? client.list(
                                path(connection),
                                new PageRequest(PageRequest.MAX_LIMIT, null),
                                client.ours(DeployBody.class, DeployBody::value, "a deploy"))
                        .items()
                : List.of();
    }

    @Override
    public Optional<ArchiveDownload> openArchive(Sha256 sha256) {
        if (!client.isOfWharf()) {
            return Optional.empty();
        }
        try {
            RestResponse response = client.open("/v1/wharf/archives/" + sha256);
            return Optional.of(new HttpDownload(response.length(), response.body(), response::close, sha256));
        } catch (NotFoundException notKept) {
            return Optional.empty();
        }
    }

    private static String path(ConnectionId connection) {
        return "/v1/wharf/connections/" + ApiPath.segment(connection) + "/deploys";
    }
}
