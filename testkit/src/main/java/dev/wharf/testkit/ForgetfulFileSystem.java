package dev.wharf.testkit;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A POSIX-like file system in memory that loses what was not fsynced, to try out whether code that promises durable files
 * does what it promises. What a running system sees is kept apart from what is on the disk:
 *
 * <ul>
 *   <li>a file's bytes and its time of modification reach the disk when {@code FileChannel.force} is called on it, the
 *       latter only with {@code force(true)};
 *   <li>that a name exists, is gone or leads to another file reaches the disk when {@code force} is called on a channel
 *       opened for reading on its directory.
 * </ul>
 *
 * {@link #crash} gives the file system found after a loss of power. Every operation is a numbered step, which can be made to
 * fail once ({@link #failAt}) or to be the moment of the loss ({@link #losePowerAt}). A step fails before it has any effect.
 *
 * <p>Not modelled: permissions across a crash, links, locks between processes (a lock is always granted), and memory maps.
 */
public final class ForgetfulFileSystem extends FileSystem {
    /** Which of what was not fsynced is lost; a real disk may do any of these, to each file. */
    public enum Loss {
        /** All of it: names, sizes and bytes are as at the last fsync of each. */
        EVERYTHING,
        /** The bytes only: names are as last seen, but lead to files as they were at their last fsync, or to empty ones. */
        CONTENTS,
        /** The second half of the bytes: names are as last seen, but files not fsynced since end halfway. */
        HALF_OF_CONTENTS
    }

    private final FileSystem seen;
    private final ForgetfulProvider provider;
    private final Disk disk;
    private final Steps steps = new Steps();
    private volatile boolean losesPower;
    private volatile boolean powerLost;

    private ForgetfulFileSystem(FileSystem seen) {
        this.seen = seen;
        this.disk = new Disk(seen);
        this.provider = new ForgetfulProvider(this);
    }

    /**
     * A new file system, whose root and working directory ({@code /disk}) are on the disk.
     *
     * @return the file system
     */
    public static ForgetfulFileSystem create() {
        return new ForgetfulFileSystem(Jimfs.newFileSystem(Configuration.unix().toBuilder()
                .setWorkingDirectory("/disk")
                .setAttributeViews("basic", "owner", "posix", "unix")
                .build()));
    }

    /**
     * Makes one of the next operations fail; those after it work again.
     *
     * @param step the number of the operation from now on, counted from 1; 0 for none
     */
    public void failAt(int step) {
        losesPower = false;
        steps.restart(step);
    }

    /**
     * Makes power fail at one of the next operations: that one and all after it fail. Call {@link #crash} then.
     *
     * @param step the number of the operation from now on, counted from 1; 0 for none
     */
    public void losePowerAt(int step) {
        losesPower = true;
        steps.restart(step);
    }

    /**
     * How many operations there were since {@link #failAt} or {@link #losePowerAt}, or from the beginning.
     *
     * @return the number, which includes the failed one
     */
    public int steps() {
        return steps.taken();
    }

    /**
     * Which operation failed.
     *
     * @return its number and what it was, for an assertion's description; null if none failed yet
     */
    public @Nullable String failedStep() {
        return steps.failed();
    }

    /**
     * Loses power, unless it is lost already, and starts again from the disk. This file system fails from now on.
     *
     * @param loss what is lost
     * @return what is found; all of it is on the disk
     */
    public ForgetfulFileSystem crash(Loss loss) {
        powerLost = true;
        ForgetfulFileSystem found = create();
        try {
            disk.restore(found.seen, loss);
            found.disk.forceAll();
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return found;
    }

    /**
     * Loses power and with it everything that was not fsynced; same as {@link #crash(Loss)} with
     * {@link Loss#EVERYTHING}.
     *
     * @return what is found; all of it is on the disk
     */
    public ForgetfulFileSystem crash() {
        return crash(Loss.EVERYTHING);
    }

    void step(String what) throws IOException {
        if (powerLost) {
            throw new IOException("there is no power");
        }
        if (steps.fails(what)) {
            powerLost = losesPower;
            throw new IOException((losesPower ? "power is lost at " : "the disk fails at ") + steps.failed());
        }
    }

    FileSystem seen() {
        return seen;
    }

    Disk disk() {
        return disk;
    }

    Path wrap(Path path) {
        return new ForgetfulPath(this, path);
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() throws IOException {
        seen.close();
    }

    @Override
    public boolean isOpen() {
        return seen.isOpen();
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return seen.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return Set.of(getPath("/"));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return seen.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return seen.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return wrap(seen.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = seen.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(ForgetfulPath.unwrap(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return seen.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("nothing is watched here");
    }
}
