package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.failure.InvalidArchiveException;
import dev.wharf.model.Sha256;
import dev.wharf.packaging.check.Finding;
import dev.wharf.packaging.check.Rule;
import dev.wharf.port.ProjectTree;
import dev.wharf.port.StoredArchive;
import dev.wharf.testkit.InMemoryProject;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.RawZip.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchiveContentTest {
    private static ConnectorArchive read(byte[] bytes) {
        return ConnectorArchive.read(RawZip.stored(bytes), ArchiveLimits.DEFAULT);
    }

    private static Entry text(String name) {
        return new Entry(name, ("content of " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Entry directory(String name) {
        Entry directory = new Entry(name, new byte[0]);
        directory.mode = ZipFormat.UNIX_DIRECTORY | 0755;
        return directory;
    }

    private static byte[] pack(ProjectTree tree) throws IOException {
        try (InputStream archive = ConnectorProject.read(tree).archive().open()) {
            return archive.readAllBytes();
        }
    }

    private static String read(InputStream content) throws IOException {
        try (content) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_entry_can_be_opened_again_and_several_at_a_time() throws IOException {
        ConnectorArchive archive =
                read(RawZip.of(RawZip.connector(), text("a.py").deflated(), text("b/c.py"))
                        .bytes());

        for (ArchiveEntry entry : archive.entries()) {
            try (InputStream first = archive.open(entry);
                    InputStream second = archive.open(entry)) {
                int begin = first.read();
                assertThat(second.readAllBytes()).hasSize((int) entry.size());
                assertThat(first.readAllBytes()).hasSize((int) entry.size() - 1);
                assertThat(begin).isPositive();
            }
        }
        assertThat(read(archive.open(archive.entries().get(1)))).isEqualTo("content of a.py");
    }

    @Test
    void an_entry_of_another_archive_is_not_opened() {
        ConnectorArchive archive = read(RawZip.of(RawZip.connector()).bytes());

        assertThatThrownBy(() -> archive.open(new ArchiveEntry("other.py", 1, 1, 1, false)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> archive.open(new ArchiveEntry("connector.py", 1, 1, 1, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytes_that_changed_after_the_check_are_refused_at_their_end() throws IOException {
        byte[] bytes = RawZip.of(RawZip.connector()).bytes();
        WatchedArchive watched = new WatchedArchive(RawZip.stored(bytes));
        ConnectorArchive archive = ConnectorArchive.read(watched, ArchiveLimits.DEFAULT);
        bytes[30 + "connector.py".length()] ^= 1;
        watched.current = RawZip.stored(bytes);

        try (InputStream content = archive.tree().open("connector.py")) {
            assertThatThrownBy(content::readAllBytes).isInstanceOf(InvalidArchiveException.class);
        }
    }

    @Test
    void each_opening_closes_its_own_channel() throws IOException {
        WatchedArchive watched =
                new WatchedArchive(RawZip.of(RawZip.connector()).archive());
        ConnectorArchive archive = ConnectorArchive.read(watched, ArchiveLimits.DEFAULT);

        read(archive.tree().open("connector.py"));
        archive.open(archive.entries().get(0)).close();

        assertThat(watched.opened).hasSize(3).noneMatch(SeekableByteChannel::isOpen);
    }

    @Test
    void a_tree_lists_files_and_the_directories_of_their_names() {
        Entry script = text("drivers/installation.sh");
        script.mode = ZipFormat.UNIX_REGULAR | 0755;
        ProjectTree tree = read(RawZip.of(
                                text("a/b/c.py"),
                                RawZip.connector(),
                                text("a.py"),
                                script,
                                text("a/b.py"),
                                directory("empty/"),
                                directory("a/"),
                                text("a!/d"))
                        .bytes())
                .tree();

        assertThat(tree.list(""))
                .containsExactlyInAnyOrder(
                        new ProjectTree.Entry("a", true, false, 0),
                        new ProjectTree.Entry("a!", true, false, 0),
                        new ProjectTree.Entry("a.py", false, false, 15),
                        new ProjectTree.Entry("connector.py", false, false, 12),
                        new ProjectTree.Entry("drivers", true, false, 0),
                        new ProjectTree.Entry("empty", true, false, 0));
        assertThat(tree.list("a"))
                .containsExactlyInAnyOrder(
                        new ProjectTree.Entry("b", true, false, 0), new ProjectTree.Entry("b.py", false, false, 17));
        assertThat(tree.list("drivers"))
                .containsExactly(new ProjectTree.Entry("installation.sh", false, true, script.size));
        assertThat(tree.list("empty")).isEmpty();
        assertThat(tree.list("connector.py")).isEmpty();
        assertThat(tree.list("nowhere")).isEmpty();
    }

    @Test
    void what_a_tree_does_not_hold_cannot_be_opened() {
        ProjectTree tree = read(RawZip.of(RawZip.connector(), directory("d/"), text("e/f"))
                        .bytes())
                .tree();

        for (String path : List.of("", "d", "d/", "e", "e/", "other.py", "/connector.py")) {
            assertThatThrownBy(() -> tree.open(path)).as(path).isInstanceOf(IOException.class);
        }
    }

    @Test
    void packing_an_archives_content_again_gives_the_same_archive() throws IOException {
        byte[] packed = pack(InMemoryProject.withConnector()
                .file(".gitignore", "*.log\n!keep.log\n*.pb\n")
                .file("data/.gitignore", "/x\n")
                .files("data/x", "data/y", "a.log", "keep.log", "lib/x.py", "drivers/installation.sh", "größe.py")
                .executable("drivers/installation.sh"));

        ConnectorArchive archive = read(packed);

        assertThat(Sha256.of(pack(archive.tree()))).isEqualTo(Sha256.of(packed));
        assertThat(archive.entries()).filteredOn(e -> e.name().endsWith(".pb")).hasSize(1);
    }

    @Test
    void a_form_that_an_archive_brings_is_kept_once() throws IOException {
        byte[] packed = pack(InMemoryProject.withConnector().file("configuration_form.pb", "a form"));

        ConnectorArchive again = read(pack(read(packed).tree()));

        assertThat(again.entries()).map(ArchiveEntry::name).containsExactly("configuration_form.pb", "connector.py");
        assertThat(read(again.tree().open("configuration_form.pb"))).isEqualTo("a form");
    }

    @Test
    void names_that_some_systems_take_for_one_are_warned_about() {
        ConnectorArchive archive =
                read(RawZip.of(RawZip.connector(), text("Orders.py"), text("orders.py"), directory("ORDERS.PY2/"))
                        .bytes());

        assertThat(archive.findings())
                .filteredOn(f -> f.rule() == Rule.NAME_CLASH)
                .singleElement()
                .satisfies(f -> assertThat(f.path()).isEqualTo("orders.py"));
        assertThat(read(RawZip.of(RawZip.connector()).bytes()).findings()).noneMatch(f -> f.rule() == Rule.NAME_CLASH);
    }

    @Test
    void a_project_is_warned_about_such_names_and_can_be_packed() {
        ConnectorProject project =
                ConnectorProject.read(InMemoryProject.withConnector().files("Orders.py", "orders.py"));

        assertThat(project.findings()).singleElement().extracting(Finding::path).isEqualTo("orders.py");
        assertThat(project.archive()).isNotNull();
    }

    /** An archive that keeps its channels, and whose bytes can be exchanged. */
    private static final class WatchedArchive implements StoredArchive {
        private final List<SeekableByteChannel> opened = new ArrayList<>();
        private StoredArchive current;

        WatchedArchive(StoredArchive current) {
            this.current = current;
        }

        @Override
        public Sha256 sha256() {
            return current.sha256();
        }

        @Override
        public long length() {
            return current.length();
        }

        @Override
        public SeekableByteChannel openChannel() throws IOException {
            SeekableByteChannel channel = current.openChannel();
            opened.add(channel);
            return channel;
        }
    }
}
