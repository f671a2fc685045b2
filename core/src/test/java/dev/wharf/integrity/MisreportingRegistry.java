package dev.wharf.integrity;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.when;

import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.PackageId;
import dev.wharf.model.Sha256;
import dev.wharf.model.UserId;
import dev.wharf.port.ArchiveDownload;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.PackageRegistry;
import dev.wharf.registry.MovableClock;
import dev.wharf.testkit.SampleArchives;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.mockito.stubbing.Answer;

/** A registry that reports what a test says, and one before it that verifies. */
abstract class MisreportingRegistry {
    static final PackageId ID = new PackageId("happy_harmony");

    final PackageRegistry behind = mock();

    static ConnectorPackage reporting(@Nullable Sha256 sha256) {
        UserId user = new UserId("alice");
        return new ConnectorPackage(ID, null, user, user, MovableClock.NOON, MovableClock.NOON, sha256);
    }

    /** A registry that reads what it is sent, as often as told, and answers some hash. */
    static Answer<ConnectorPackage> reading(int times, @Nullable Sha256 reported) {
        return call -> {
            ArchiveSource source = call.getArgument(call.getArguments().length - 2);
            for (int i = 0; i < times; i++) {
                try (InputStream in = source.open()) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return reporting(reported);
        };
    }

    static ArchiveDownload download(String comment) {
        ArchiveDownload download = mock();
        byte[] bytes = SampleArchives.connector(comment);
        when(download.size()).thenReturn(OptionalLong.of(bytes.length));
        when(download.stream()).thenReturn(new ByteArrayInputStream(bytes));
        when(download.asSource()).thenCallRealMethod();
        return download;
    }
}
