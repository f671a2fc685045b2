package dev.wharf.filesystem;

import dev.wharf.failure.InterruptedTransferException;
import dev.wharf.failure.InvalidProjectException;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.failure.StorageException;
import dev.wharf.packaging.ConnectorProject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Has a connector's configuration form made by the vendor's packager, which runs the connector: nothing else can make it. The program is
 * the user's own, in the user's own environment; it works in a copy of what would be packaged, which is gone afterwards.
 */
public final class FormPackager {
    private static final String FORM = "configuration_form.pb";
    private static final int LARGEST_FORM = 8 * 1024 * 1024;
    private static final int SHOWN_LINES = 20;

    private final List<String> command;
    private final Duration limit;

    /**
     * A packager.
     *
     * @param command the program and its arguments; it is to write an archive below the directory it is run in
     * @param limit how long it may run
     */
    public FormPackager(List<String> command, Duration limit) {
        this.command = List.copyOf(command);
        this.limit = limit;
    }

    /**
     * Runs the packager and takes the form out of the archive it makes.
     *
     * @param project the project; its findings do not matter
     * @return the form; empty if the connector has none
     * @throws InvalidRequestException if there is no such program
     * @throws InvalidProjectException if it fails, takes too long, or makes no archive with a form, or several; the message ends with
     *     what it said last
     * @throws InterruptedTransferException if the thread is interrupted; the program is ended then
     * @throws StorageException if the copy cannot be made or removed
     */
    public byte[] make(ConnectorProject project) {
        try (ProjectCopy copy = ProjectCopy.of(project, FORM)) {
            ProgramRun run = run(copy.root());
            if (run.outcome() != ProgramRun.Outcome.ENDED || run.code() != 0) {
                throw failed(run);
            }
            return form(copy, run);
        } catch (IOException e) {
            throw new StorageException(
                    "The project cannot be copied for '" + shown() + "'.",
                    "Check the space and the permissions of the directory for temporary files.",
                    e);
        }
    }

    private ProgramRun run(Path directory) {
        try {
            return ProgramRun.of(command, directory, limit);
        } catch (IOException e) {
            throw new InvalidRequestException(
                    "There is no program '" + command.get(0) + "' that can be run.",
                    "Install it, or activate the environment that has it.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedTransferException("'" + shown() + "' was stopped before it was done.", e);
        }
    }

    private InvalidProjectException failed(ProgramRun run) {
        String how = run.outcome() == ProgramRun.Outcome.TOO_LONG
                ? "took longer than " + limit.toSeconds() + " seconds and was stopped"
                : "failed with exit code " + run.code();
        return refused(how, run);
    }

    private byte[] form(ProjectCopy copy, ProgramRun run) throws IOException {
        List<Path> archives = copy.added(".zip");
        List<byte[]> forms = new ArrayList<>();
        for (Path archive : archives) {
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                ZipEntry entry = zip.getEntry(FORM);
                if (entry != null) {
                    forms.add(read(zip, entry, run));
                }
            } catch (IOException e) {
                throw refused("created " + archive.getFileName() + ", which is not a readable archive", run);
            }
        }
        if (forms.size() != 1) {
            String how = archives.isEmpty()
                    ? "created no archive (*.zip) in its working directory"
                    : forms.isEmpty()
                            ? "created an archive without " + FORM
                            : "created " + forms.size() + " archives with a " + FORM;
            throw refused(how, run);
        }
        return forms.get(0);
    }

    private byte[] read(ZipFile zip, ZipEntry entry, ProgramRun run) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] form = in.readNBytes(LARGEST_FORM + 1);
            if (form.length > LARGEST_FORM) {
                throw refused("created a " + FORM + " of more than " + LARGEST_FORM + " bytes", run);
            }
            return form;
        }
    }

    private InvalidProjectException refused(String how, ProgramRun run) {
        List<String> said = run.said().lines().filter(line -> !line.isBlank()).toList();
        List<String> last = said.subList(Math.max(0, said.size() - SHOWN_LINES), said.size());
        List<String> lines = new ArrayList<>();
        lines.add("'" + shown() + "' created no configuration form: it " + how + "."
                + (last.isEmpty() ? " It printed nothing." : " It printed:"));
        last.forEach(line -> lines.add("  " + line));
        return new InvalidProjectException(lines);
    }

    private String shown() {
        return String.join(" ", command);
    }
}
