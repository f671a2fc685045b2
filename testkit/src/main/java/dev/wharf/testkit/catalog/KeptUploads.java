package dev.wharf.testkit.catalog;

import dev.wharf.model.KeyedUpload;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import dev.wharf.port.catalog.UploadRecords;
import dev.wharf.testkit.catalog.Tables.KeyOfUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Uploads with keys, in memory. */
record KeptUploads(Supplier<Tables> tables) implements UploadRecords.Change {
    @Override
    public Optional<KeyedUpload> find(UserId user, UploadKey key) {
        return tables.get().uploads().find(new KeyOfUser(user, key));
    }

    @Override
    public void insert(KeyedUpload upload) {
        tables.get().uploads().add(new KeyOfUser(upload.user(), upload.key()), upload);
    }

    @Override
    public int forget(Instant before) {
        List<KeyedUpload> old = tables.get()
                .uploads()
                .all()
                .filter(upload -> upload.at().isBefore(before))
                .toList();
        old.forEach(upload -> tables.get().uploads().remove(new KeyOfUser(upload.user(), upload.key())));
        return old.size();
    }
}
