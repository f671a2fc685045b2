package dev.wharf.http;

import dev.wharf.model.PackageId;
import java.io.IOException;

/** Is told of downloads that go on where they broke off. */
@FunctionalInterface
public interface ResumptionListener {
    /**
     * A download goes on. Called on the thread that reads it; must be quick and must not throw.
     *
     * @param id the package whose archive it is
     * @param position at which byte, counted from 0
     * @param failure why it broke off
     */
    void resumed(PackageId id, long position, IOException failure);
}
