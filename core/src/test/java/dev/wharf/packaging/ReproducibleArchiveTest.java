package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ProjectTree;
import dev.wharf.testkit.InMemoryProject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReproducibleArchiveTest {
    private static InMemoryProject sample() {
        return InMemoryProject.withConnector()
                .files("requirements.txt", "tables/orders.py", "tables/é.py", "drivers/installation.sh")
                .executable("drivers/installation.sh");
    }

    private static Sha256 hash(ProjectTree tree) throws IOException {
        return Sha256.of(bytes(tree));
    }

    private static byte[] bytes(ProjectTree tree) throws IOException {
        try (InputStream archive = ConnectorProject.read(tree).archive().open()) {
            return archive.readAllBytes();
        }
    }

    @Test
    void the_sample_has_the_hash_it_always_had() throws IOException {
        assertThat(hash(sample()))
                .isEqualTo(Sha256.parse("b9fe697450ca326f05d487fb7cdd13e891d7d28f73976f9ad3950126f5324adb"));
    }

    @Test
    void the_order_of_listing_does_not_matter() throws IOException {
        assertThat(bytes(sample().backwards())).isEqualTo(bytes(sample()));
    }

    @Test
    void time_zone_and_locale_do_not_matter() throws IOException {
        byte[] here = bytes(sample());
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(bytes(sample())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void a_changed_byte_a_changed_name_and_a_changed_execute_bit_make_another_archive() throws IOException {
        assertThat(new Sha256[] {
                    hash(sample()),
                    hash(sample().file("requirements.txt", "content of requirements.txT")),
                    hash(sample().files("added.py")),
                    hash(InMemoryProject.withConnector()
                            .files("requirements.txt", "tables/order.py", "tables/é.py", "drivers/installation.sh")
                            .executable("drivers/installation.sh")),
                    hash(sample().executable("connector.py"))
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_left_out_does_not_matter() throws IOException {
        assertThat(bytes(sample().files(".env", "lib/x.py").file("configuration.json", "{}")))
                .isEqualTo(bytes(sample()));
    }

    @Test
    void an_archive_can_be_opened_again_and_read_byte_by_byte() throws IOException {
        ConnectorProject project = ConnectorProject.read(sample());
        ByteArrayOutputStream one = new ByteArrayOutputStream();

        try (InputStream archive = project.archive().open()) {
            assertThat(archive.read(new byte[0])).isZero();
            for (int b = archive.read(); b >= 0; b = archive.read()) {
                one.write(b);
            }
            assertThat(archive.read()).isEqualTo(-1);
        }

        try (InputStream archive = project.archive().open()) {
            assertThat(archive.readAllBytes()).isEqualTo(one.toByteArray());
        }
        assertThat(project.archive().size()).isEqualTo(OptionalLong.of(one.size()));
    }

    @Test
    void a_closed_archive_gives_no_more_bytes() throws IOException {
        InputStream archive = ConnectorProject.read(sample()).archive().open();
        assertThat(archive.read()).isEqualTo('P');

        archive.close();

        assertThat(archive.read()).isEqualTo(-1);
    }

    @Test
    void a_file_that_changes_while_it_is_packaged_is_named() {
        AtomicInteger openings = new AtomicInteger();
        RelayedProject changing = new RelayedProject(sample()) {
            @Override
            public InputStream open(String path) throws IOException {
                return path.equals("requirements.txt")
                        ? new ByteArrayInputStream(
                                ("requests==" + openings.incrementAndGet()).getBytes(StandardCharsets.UTF_8))
                        : super.open(path);
            }
        };

        assertThatThrownBy(() -> bytes(changing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("requirements.txt changed");
    }

    @Test
    void a_file_that_disappears_while_it_is_packaged_ends_the_archive() {
        AtomicBoolean gone = new AtomicBoolean();
        RelayedProject vanishing = new RelayedProject(sample()) {
            @Override
            public InputStream open(String path) throws IOException {
                return super.open(gone.get() && path.equals("requirements.txt") ? "gone" : path);
            }
        };
        ArchiveSource archive = ConnectorProject.read(vanishing).archive();
        gone.set(true);

        assertThatThrownBy(() -> archive.open().readAllBytes()).isInstanceOf(IOException.class);
    }
}
