package dev.wharf.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.port.ProjectTree;
import dev.wharf.testkit.InMemoryProject;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A tree large enough for files to be measured by another thread, ahead of who reads the archive. */
class ReadAheadTest {
    private static final int FILES = 400;
    private static final int LARGE = MeasuredFile.MOST_KEPT + 4321;

    private static InMemoryProject large() {
        Random random = new Random(42);
        InMemoryProject project = InMemoryProject.withConnector();
        for (int i = 0; i < FILES; i++) {
            project.file("data/f" + i + ".bin", bytes(random, i % 100 == 50 ? LARGE + i : random.nextInt(20_000)));
        }
        return project;
    }

    private static byte[] bytes(Random random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] archive(ProjectTree tree) throws IOException {
        try (InputStream archive = open(tree)) {
            return archive.readAllBytes();
        }
    }

    /** Without the checks, which would find out first. */
    private static InputStream open(ProjectTree tree) {
        ConnectorProject project = ConnectorProject.read(tree);
        return new ArchiveStream(project.files(), project::open);
    }

    @Test
    void every_file_is_in_its_place_with_its_own_bytes() throws IOException {
        InMemoryProject project = large();
        int files = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive(project)))) {
            String before = "";
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getName()).isGreaterThan(before);
                before = entry.getName();
                byte[] content = zip.readAllBytes();
                if (!entry.getName().equals(ConnectorProject.FORM)) {
                    assertThat(content).isEqualTo(project.open(entry.getName()).readAllBytes());
                }
                files++;
            }
        }
        assertThat(files).isEqualTo(FILES + 2);
    }

    @Test
    void who_is_slower_makes_no_difference() throws IOException {
        byte[] expected = archive(large());
        AtomicInteger opened = new AtomicInteger();
        ProjectTree hesitant = new RelayedProject(large()) {
            @Override
            public InputStream open(String path) throws IOException {
                if (opened.incrementAndGet() % 7 == 0) {
                    Thread.yield();
                }
                return new FilterInputStream(super.open(path)) {
                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        return super.read(target, offset, Math.min(length, 1000));
                    }
                };
            }
        };

        for (int i = 0; i < 5; i++) {
            assertThat(archive(hesitant)).isEqualTo(expected);
        }
    }

    @Test
    void a_pool_with_no_thread_to_spare_is_not_waited_for() throws Exception {
        byte[] expected = archive(large());
        int threads = Math.max(1, ForkJoinPool.getCommonPoolParallelism());
        CountDownLatch busy = new CountDownLatch(threads);
        CountDownLatch over = new CountDownLatch(1);
        for (int i = 0; i < threads; i++) {
            ForkJoinPool.commonPool().execute(() -> {
                busy.countDown();
                await(over);
            });
        }
        try {
            assertThat(busy.await(1, TimeUnit.MINUTES)).isTrue();

            assertThat(archive(large())).isEqualTo(expected);
        } finally {
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_file_that_fails_fails_the_archive_as_it_failed() {
        ProjectTree failing = new RelayedProject(large()) {
            @Override
            public InputStream open(String path) throws IOException {
                if (path.equals("data/f300.bin")) {
                    throw new IOException("the disk is gone");
                }
                return super.open(path);
            }
        };

        assertThatThrownBy(() -> archive(failing))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
    }

    @Test
    void a_tree_that_misbehaves_is_not_hidden() {
        ProjectTree broken = new RelayedProject(large()) {
            @Override
            public InputStream open(String path) throws IOException {
                if (path.equals("data/f300.bin")) {
                    throw new UnsupportedOperationException("not written yet");
                }
                return super.open(path);
            }
        };

        assertThatThrownBy(() -> archive(broken))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("not written yet");
    }

    @Test
    void a_large_file_that_changes_between_its_two_readings_is_named() {
        AtomicBoolean measured = new AtomicBoolean();
        String large = "data/f50.bin";
        ProjectTree changing = new RelayedProject(large()) {
            @Override
            public InputStream open(String path) throws IOException {
                byte[] bytes = super.open(path).readAllBytes();
                if (path.equals(large) && !measured.compareAndSet(false, true)) {
                    bytes[LARGE / 2] ^= 1;
                }
                return new ByteArrayInputStream(bytes);
            }
        };

        assertThatThrownBy(() -> archive(changing))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(large);
    }

    @Test
    void a_large_file_that_has_grown_or_shrunk_is_named() {
        for (int change : new int[] {1, -1}) {
            for (int from : new int[] {0, 1}) {
                AtomicInteger opened = new AtomicInteger();
                ProjectTree changing = new RelayedProject(large()) {
                    @Override
                    public InputStream open(String path) throws IOException {
                        byte[] bytes = super.open(path).readAllBytes();
                        boolean changes = path.equals("data/f50.bin") && opened.getAndIncrement() >= from;
                        return new ByteArrayInputStream(changes ? Arrays.copyOf(bytes, bytes.length + change) : bytes);
                    }
                };

                assertThatThrownBy(() -> archive(changing))
                        .isInstanceOf(IOException.class)
                        .hasMessage("data/f50.bin changed while it was being packaged");
            }
        }
    }

    @Test
    void an_archive_closed_early_opens_no_further_files() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        ProjectTree counting = new RelayedProject(large()) {
            @Override
            public InputStream open(String path) throws IOException {
                opened.incrementAndGet();
                return super.open(path);
            }
        };

        try (InputStream archive = open(counting)) {
            assertThat(archive.readNBytes(100)).hasSize(100);
        }

        assertThat(opened.get()).isLessThan(FILES / 2);
    }

    @Test
    void an_interrupted_reader_ends_and_stays_interrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> {
                        try (InputStream archive = open(large())) {
                            archive.transferTo(OutputStream.nullOutputStream());
                        }
                    })
                    .isInstanceOf(InterruptedIOException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
