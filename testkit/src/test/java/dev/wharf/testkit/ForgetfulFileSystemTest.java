package dev.wharf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wharf.testkit.ForgetfulFileSystem.Loss;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ForgetfulFileSystemTest {
    private final ForgetfulFileSystem files = ForgetfulFileSystem.create();
    private final Path work = files.getPath("/disk");

    @Test
    void until_power_is_lost_it_is_a_file_system_like_any_other() throws IOException {
        Path file = work.resolve("a").resolve("b.txt");
        Files.createDirectory(work.resolve("a"));
        Files.writeString(file, "text");
        Files.move(file, work.resolve("c.txt"), StandardCopyOption.ATOMIC_MOVE);

        assertThat(names(work)).containsExactlyInAnyOrder("a", "c.txt");
        assertThat(work.resolve("c.txt")).hasContent("text");
        Files.delete(work.resolve("c.txt"));
        assertThat(names(work)).containsExactly("a");
    }

    @Test
    void a_file_whose_name_was_not_fsynced_is_gone() throws IOException {
        fsync(Files.writeString(work.resolve("file"), "text"));

        assertThat(names(files.crash().getPath("/disk"))).isEmpty();
    }

    @Test
    void a_file_whose_bytes_were_not_fsynced_is_empty() throws IOException {
        Files.writeString(work.resolve("file"), "text");
        fsync(work);

        assertThat(files.crash().getPath("/disk/file")).isEmptyFile();
    }

    @Test
    void what_was_fsynced_stays_and_what_was_written_after_does_not() throws IOException {
        Path file = Files.writeString(work.resolve("file"), "text");
        fsync(file);
        fsync(work);
        Files.writeString(file, "more text");

        ForgetfulFileSystem found = files.crash();

        assertThat(found.getPath("/disk/file")).hasContent("text");
        assertThat(found.crash().getPath("/disk/file"))
                .as("found after a second loss")
                .hasContent("text");
    }

    @Test
    void a_move_not_fsynced_is_undone() throws IOException {
        Path file = Files.writeString(work.resolve("old"), "text");
        fsync(file);
        fsync(work);
        Files.move(file, work.resolve("new"));

        ForgetfulFileSystem found = files.crash();

        assertThat(names(found.getPath("/disk"))).containsExactly("old");
        assertThat(found.getPath("/disk/old")).hasContent("text");
    }

    @Test
    void bytes_fsynced_under_the_old_name_are_found_under_the_new_one() throws IOException {
        Path file = work.resolve("old");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'t'}));
            Files.move(file, work.resolve("new"));
            channel.force(true);
        }
        fsync(work);

        assertThat(files.crash().getPath("/disk/new")).hasContent("t");
    }

    @Test
    void a_deletion_not_fsynced_is_undone() throws IOException {
        Path file = Files.writeString(work.resolve("file"), "text");
        fsync(file);
        fsync(work);
        Files.delete(file);

        assertThat(files.crash().getPath("/disk/file")).hasContent("text");
    }

    @Test
    void a_directory_not_fsynced_into_its_parent_is_gone_with_all_it_holds() throws IOException {
        Path directory = Files.createDirectory(work.resolve("directory"));
        fsync(Files.writeString(directory.resolve("file"), "text"));
        fsync(directory);

        assertThat(names(files.crash().getPath("/disk"))).isEmpty();
    }

    @Test
    void a_time_of_modification_needs_an_fsync_with_metadata() throws IOException {
        Path file = Files.writeString(work.resolve("file"), "text");
        fsync(work);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000));
        fsync(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(2000));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(false);
        }

        assertThat(Files.getLastModifiedTime(files.crash().getPath("/disk/file"))
                        .toMillis())
                .isEqualTo(1000);
    }

    @Test
    void names_may_survive_though_their_bytes_do_not() throws IOException {
        Files.writeString(work.resolve("file"), "text");

        assertThat(files.crash(Loss.CONTENTS).getPath("/disk/file")).isEmptyFile();
    }

    @Test
    void bytes_may_be_torn() throws IOException {
        Files.writeString(work.resolve("file"), "text");
        fsync(Files.writeString(work.resolve("whole"), "whole"));

        ForgetfulFileSystem found = files.crash(Loss.HALF_OF_CONTENTS);

        assertThat(found.getPath("/disk/file")).hasContent("te");
        assertThat(found.getPath("/disk/whole")).hasContent("whole");
    }

    @Test
    void a_chosen_operation_fails_and_those_after_it_work() throws IOException {
        files.failAt(2);
        Files.createDirectory(work.resolve("one"));
        assertThatThrownBy(() -> Files.createDirectory(work.resolve("two")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("step 2");
        Files.createDirectory(work.resolve("three"));

        assertThat(files.failedStep()).contains("step 2", "two");
        assertThat(names(work)).containsExactlyInAnyOrder("one", "three");
    }

    @Test
    void after_power_is_lost_nothing_works_until_the_crash() throws IOException {
        Path file = Files.writeString(work.resolve("file"), "text");
        fsync(file);
        fsync(work);
        files.losePowerAt(1);

        assertThatThrownBy(() -> Files.delete(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Files.delete(file)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Files.readString(file)).isInstanceOf(IOException.class);

        assertThat(files.crash().getPath("/disk/file")).hasContent("text");
    }

    private static void fsync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.map(child -> child.getFileName().toString()).toList();
        }
    }
}
