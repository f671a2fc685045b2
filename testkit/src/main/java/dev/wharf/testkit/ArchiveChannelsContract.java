package dev.wharf.testkit;

import static dev.wharf.testkit.StoreSamples.BYTES;
import static dev.wharf.testkit.StoreSamples.FAR_FUTURE;
import static dev.wharf.testkit.StoreSamples.HASH;
import static dev.wharf.testkit.StoreSamples.publish;
import static dev.wharf.testkit.StoreSamples.read;
import static dev.wharf.testkit.StoreSamples.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.port.StoredArchive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.junit.jupiter.api.Test;

/** Archives that are kept are read at any place. */
interface ArchiveChannelsContract extends ArchiveStoreFixture {
    @Test
    default void channels_are_independent_and_read_at_any_position() throws IOException {
        StoredArchive archive = publish(store(), BYTES);
        try (SeekableByteChannel first = archive.openChannel()) {
            try (SeekableByteChannel second = archive.openChannel()) {
                assertThat(first.size()).isEqualTo(BYTES.length);
                assertThat(first.position()).isZero();
                first.position(BYTES.length - 3);

                assertThat(text(first, 3)).isEqualTo("ive");
                assertThat(first.read(ByteBuffer.allocate(1))).as("at the end").isEqualTo(-1);
                assertThat(text(second, 3)).as("the second begins at the start").isEqualTo("the");
                first.position(4);
                assertThat(text(first, 5)).as("backwards").isEqualTo("bytes");
            }
            assertThat(text(first, 3)).as("after the second is closed").isEqualTo(" of");
        }
    }

    @Test
    default void channels_cannot_write() throws IOException {
        StoredArchive archive = publish(store(), BYTES);
        try (SeekableByteChannel channel = archive.openChannel()) {
            assertThatThrownBy(() -> channel.write(ByteBuffer.wrap(BYTES))).isInstanceOf(RuntimeException.class);
        }
        assertThat(read(store().find(HASH).orElseThrow())).isEqualTo(BYTES);
    }

    /**
     * A registry finds out that way whether an archive it is about to refer to was cleared away.
     *
     * @throws IOException if the test's own reading fails
     */
    @Test
    default void a_deleted_archive_cannot_be_opened() throws IOException {
        StoredArchive archive = publish(store(), BYTES);
        archive.openChannel().close();
        store().deleteIfUntouchedSince(HASH, FAR_FUTURE);

        assertThatThrownBy(archive::openChannel).isInstanceOf(IOException.class);
    }

    @Test
    default void an_open_channel_stays_readable_after_the_deletion() throws IOException {
        StoredArchive archive = publish(store(), BYTES);
        try (SeekableByteChannel channel = archive.openChannel()) {
            assertThat(store().deleteIfUntouchedSince(HASH, FAR_FUTURE)).isTrue();

            assertThat(text(channel, BYTES.length)).isEqualTo(new String(BYTES, UTF_8));
        }
    }
}
