package dev.wharf.jdbc;

import dev.wharf.model.KeyedUpload;
import dev.wharf.model.PackageId;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.UploadRecords;
import java.time.Instant;
import java.util.Optional;

/** What uploads with a key became. */
record UploadRows(Statements statements) implements UploadRecords.Change {
    static final String FIND =
            """
            SELECT user_id, upload_key, sha256, package_id, made_at FROM keyed_uploads WHERE user_id = ? AND upload_key = ?
            """;

    @Override
    public Optional<KeyedUpload> find(UserId user, UploadKey key) {
        return statements.find(
                FIND,
                row -> new KeyedUpload(
                        row.user("user_id"),
                        new UploadKey(row.text("upload_key")),
                        row.sha256("sha256"),
                        new PackageId(row.text("package_id")),
                        row.moment("made_at")),
                user,
                key);
    }

    @Override
    public void insert(KeyedUpload upload) {
        statements.update(
                "INSERT INTO keyed_uploads (user_id, upload_key, sha256, package_id, made_at) VALUES (?, ?, ?, ?, ?)",
                upload.user(),
                upload.key(),
                upload.sha256(),
                upload.made(),
                upload.at());
    }

    @Override
    public int forget(Instant moment) {
        return statements.update("DELETE FROM keyed_uploads WHERE made_at < ?", moment);
    }
}
