package dev.wharf.port.catalog;

import dev.wharf.model.KeyedUpload;
import dev.wharf.model.UploadKey;
import dev.wharf.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** What uploads that were sent with a key became, so that one that is sent again makes nothing twice. */
public interface UploadRecords {
    /**
     * Finds what a user's upload with a key became.
     *
     * @param user who uploaded
     * @param key what they called it
     * @return the upload, or empty
     */
    Optional<KeyedUpload> find(UserId user, UploadKey key);

    /** Uploads within a change. */
    interface Change extends UploadRecords {
        /**
         * Adds what an upload with a key became.
         *
         * @param upload the upload, whose user has no other with that key
         */
        void insert(KeyedUpload upload);

        /**
         * Forgets what uploads with keys became.
         *
         * @param before those before this moment
         * @return how many were forgotten
         */
        int forget(Instant before);
    }
}
