package dev.wharf.filesystem;

import dev.wharf.model.Sha256;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.StagedArchive;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Another process that uses a store: does as it is told, line by line. */
final class StoreProcess implements AutoCloseable {
    static final int HALF = 1 << 20;

    private final Process process;
    private final BufferedReader answers;
    private final Writer orders;

    private StoreProcess(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.orders = process.outputWriter(StandardCharsets.UTF_8);
    }

    static StoreProcess start(Path root, String... jvmOptions) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), StoreProcess.class.getName()));
        command.add(root.toString());
        return new StoreProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Gives an order; the answer is for {@link #answer}. */
    void order(String order) throws IOException {
        orders.write(order + "\n");
        orders.flush();
    }

    String answer() throws IOException {
        return String.valueOf(answers.readLine());
    }

    /** Ends the process as a power switch would; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        FileArchiveStore store = new FileArchiveStore(Path.of(arguments[0]));
        StagedArchive staged = null;
        for (String order = in.readLine(); order != null; order = in.readLine()) {
            String[] words = order.split(" ");
            switch (words[0]) {
                case "hang" ->
                    store.stage(
                            new Made(Long.MAX_VALUE, () -> {
                                out.println("halfway");
                                in.readLine();
                            }),
                            Long.MAX_VALUE);
                case "stage" -> {
                    staged = store.stage(new Made(Long.parseLong(words[1]), () -> {}), Long.MAX_VALUE);
                    out.println(staged.sha256());
                }
                case "publish" -> {
                    out.println(staged.publish().length());
                    staged.close();
                }
                case "key" ->
                    out.println(new SealingKeyFile(Path.of(words[1])).current().id());
                case "find" ->
                    out.println(store.find(new Sha256(words[1])).orElseThrow().length());
                default -> throw new IllegalArgumentException(order);
            }
        }
    }

    private interface Pause {
        void run() throws IOException;
    }

    /** Bytes made up on the way, with a pause before a certain one. */
    private record Made(long length, Pause pause) implements ArchiveSource {
        @Override
        public OptionalLong size() {
            return OptionalLong.empty();
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                private long position;

                @Override
                public int read() {
                    throw new UncheckedIOException(new IOException("bytes are read in chunks"));
                }

                @Override
                public int read(byte[] bytes, int offset, int count) throws IOException {
                    if (position == HALF) {
                        pause.run();
                    }
                    long end = position < HALF ? Math.min(HALF, length) : length;
                    int some = (int) Math.min(count, end - position);
                    if (some <= 0) {
                        return -1;
                    }
                    Arrays.fill(bytes, offset, offset + some, (byte) (position >> 16));
                    position += some;
                    return some;
                }
            };
        }
    }
}
