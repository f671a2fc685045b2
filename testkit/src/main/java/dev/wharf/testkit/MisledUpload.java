package dev.wharf.testkit;

import dev.wharf.model.Sha256;
import org.jspecify.annotations.Nullable;

/** How a {@link ScriptedServer} misleads whoever sent an archive. */
public enum MisledUpload {
    /** It keeps other bytes, and tells their hash. */
    OTHER_BYTES,
    /** It keeps the right bytes, and tells no hash. */
    NO_HASH,
    /** It keeps other bytes, and tells no hash. */
    OTHER_BYTES_AND_NO_HASH;

    /**
     * What it keeps.
     *
     * @param sent what it was sent, at least one byte
     * @return what it keeps instead
     */
    public byte[] storedInsteadOf(byte[] sent) {
        byte[] kept = sent.clone();
        if (this != NO_HASH) {
            kept[kept.length - 1] ^= 1;
        }
        return kept;
    }

    /**
     * What it tells.
     *
     * @param kept what it keeps
     * @return the hash in hexadecimal, or null if it tells none
     */
    public @Nullable String toldOf(byte[] kept) {
        return this == OTHER_BYTES ? Sha256.of(kept).hex() : null;
    }
}
