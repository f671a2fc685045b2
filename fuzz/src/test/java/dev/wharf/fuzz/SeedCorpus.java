package dev.wharf.fuzz;

import dev.wharf.testkit.HostileArchive;
import dev.wharf.testkit.RawZip;
import dev.wharf.testkit.SampleArchives;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Writes the inputs that fuzzing begins with and every build replays; {@code fuzz/run.sh seeds} runs it. */
final class SeedCorpus {
    private static final int MAX_SIZE = 4096;
    private static final int ANSWERS = 24;
    private static final int ANSWER_BYTES = 600;

    private final Path resources;

    private SeedCorpus(Path resources) {
        this.resources = resources;
    }

    public static void main(String[] args) throws IOException {
        SeedCorpus corpus = new SeedCorpus(Path.of(args[0], "dev/wharf/fuzz"));
        corpus.archives();
        corpus.ignoreFiles();
        corpus.forms();
        corpus.answers();
    }

    private void archives() throws IOException {
        String target = "ArchiveBytesFuzzTestInputs/any_bytes_are_refused_or_are_an_archive";
        for (HostileArchive kind : HostileArchive.values()) {
            write(target, kind.name().toLowerCase(Locale.ROOT), kind.bytes());
        }
        write(target, "good_stored", RawZip.of(RawZip.connector()).bytes());
        write(
                target,
                "good_zip64",
                RawZip.of(RawZip.connector()).zip64End(end -> {}).bytes());
        write(target, "good_of_the_jdk", SampleArchives.of(Map.of("connector.py", "#\n".repeat(50))));
    }

    /** The fuzzer takes bytes from the front and numbers from the back: first the nested file, last its length and a 0. */
    private void ignoreFiles() throws IOException {
        String target = "IgnoreRulesFuzzTestInputs/any_ignore_files_are_refused_or_decide_about_every_file";
        String[][] files = {
            {"", "*.py\n!connector.py\n"},
            {"/a\n!b\n**/c\n", "# comment\n\na/**/b\n[a-c]*\n[!x]?\n"},
            {"x\\", "fine"},
            {"[z-a]", ""},
            {"[a", "!/"},
            {"", "*a*a*a*a*a*a*a*a*a*a*a*a*b\n"},
            {"", "**/a/**/b/**/a/**/b/**/x\n"},
            {"\ufeff*", "é\r\n\\ \n\\#\n\\!\n"}
        };
        for (int i = 0; i < files.length; i++) {
            byte[] nested = bytes(files[i][0]);
            write(target, "rules_" + i, join(nested, bytes(files[i][1]), new byte[] {(byte) nested.length, 0}));
        }
        write(target, "not_utf_8", join(new byte[] {(byte) 0xff}, new byte[] {0, 0}));
    }

    /** Likewise from the back: whether the type is one of the list, which, and whether the part's head is given. */
    private void forms() throws IOException {
        String target = "UploadedFormFuzzTestInputs/any_form_is_refused_in_words_or_brings_an_archive";
        String head = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n";
        byte[] whole = {0, 0, 1};
        byte[] given = {1, 0, 1};
        write(target, "form", join(bytes(head + "bytes\r\n--b--\r\n"), whole));
        write(target, "rest_of_a_form", join(bytes("bytes\r\n--b--\r\n"), given));
        write(target, "two_parts", join(bytes("bytes\r\n" + head + "more\r\n--b--\r\n"), given));
        write(target, "cut_off", join(bytes("bytes\r\n--"), given));
        write(target, "preamble", join(bytes("before\r\n" + head + "\r\n--b--"), whole));
        write(target, "other_part", join(bytes("--b\r\nContent-Disposition: form-data; name=x\r\n\r\n--b--"), whole));
        write(target, "no_end_of_headers", join(bytes("--b\r\nContent-Disposition: form-data"), whole));
        write(target, "other_type", join(bytes("multipart/form-data; boundary="), new byte[] {0, 0}));
    }

    /** What is made of an input is so much a matter of chance that chance does for a beginning; the same each time. */
    private void answers() throws IOException {
        String target =
                "AccountAnswersFuzzTestInputs/one_odd_item_never_hides_the_others_and_goes_through_a_gateway_as_it_came";
        Random random = new Random(1);
        for (int i = 0; i < ANSWERS; i++) {
            byte[] input = new byte[ANSWER_BYTES];
            random.nextBytes(input);
            write(target, "answer_" + i, input);
        }
    }

    private void write(String target, String name, byte[] input) throws IOException {
        if (input.length <= MAX_SIZE) {
            Files.createDirectories(resources.resolve(target));
            Files.write(resources.resolve(target).resolve(name), input);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
