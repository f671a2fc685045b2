package dev.wharf.registry.wrong;

import dev.wharf.port.ArchiveSource;
import java.io.InputStream;
import java.util.OptionalLong;

/** An implementation in core that everybody sees, on purpose. */
public final class OpenSource implements ArchiveSource {
    @Override
    public OptionalLong size() {
        return OptionalLong.empty();
    }

    @Override
    public InputStream open() {
        return InputStream.nullInputStream();
    }
}
