package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.failure.InvalidArchiveException.Reason;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.util.Arrays;
import java.util.function.Consumer;

/** That an archive is refused, and for which reason. */
abstract class RefusedArchives {
    static final byte[] ZEROS = new byte[1000];

    static void assertRefused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> ConnectorArchive.read(RawZip.stored(bytes), ArchiveLimits.DEFAULT))
                .asInstanceOf(type(InvalidArchiveException.class))
                .satisfies(e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }

    static void assertRefused(Consumer<Entry> change, Reason reason) {
        assertRefused(RawZip.withConnectorAnd("other.py", change).bytes(), reason);
    }

    static byte[] concat(byte[] one, byte[] two) {
        byte[] both = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, both, one.length, two.length);
        return both;
    }
}
