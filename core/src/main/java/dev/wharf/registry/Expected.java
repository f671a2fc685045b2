package dev.wharf.registry;

import dev.wharf.failure.ChangedMeanwhileException;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import org.jspecify.annotations.Nullable;

/** The condition that a package still has the file its changer has seen. */
public final class Expected {
    private Expected() {}

    /**
     * Refuses a change if the package has another file than is expected.
     *
     * @param id the package
     * @param expected the hash of the file that the changer has seen; null if any will do
     * @param present the hash of its file now; null if that is not known
     * @throws ChangedMeanwhileException if they differ
     */
    public static void check(PackageId id, @Nullable Sha256 expected, @Nullable Sha256 present) {
        if (expected != null && !expected.equals(present)) {
            throw new ChangedMeanwhileException(
                    "Package " + id + " does not have the expected archive " + expected
                            + (present == null ? "" : " but " + present)
                            + ". Somebody else changed it. Nothing was changed.",
                    "Read the package, and decide whether your change still applies.",
                    present == null ? null : present.hex());
        }
    }
}
