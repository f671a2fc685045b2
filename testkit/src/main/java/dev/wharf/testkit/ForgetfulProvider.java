package dev.wharf.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts every operation as a step, and hands it on to the file system that is seen. */
final class ForgetfulProvider extends FileSystemProvider {
    private final ForgetfulFileSystem fileSystem;
    private final FileSystemProvider seen;

    ForgetfulProvider(ForgetfulFileSystem fileSystem) {
        this.fileSystem = fileSystem;
        this.seen = fileSystem.seen().provider();
    }

    private Path at(String what, Path path) throws IOException {
        fileSystem.step(what + " " + path);
        return ForgetfulPath.unwrap(path);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path target = at("open", path);
        if (Files.isDirectory(target)
                && (options.isEmpty() || options.equals(Set.<OpenOption>of(StandardOpenOption.READ)))) {
            return new ForgetfulChannel(fileSystem, null, Disk.key(target), path.toString());
        }
        FileChannel channel = seen.newFileChannel(target, options, attributes);
        return new ForgetfulChannel(fileSystem, channel, Disk.key(target), path.toString());
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream<Path> stream =
                seen.newDirectoryStream(at("list", directory), entry -> filter.accept(fileSystem.wrap(entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                Iterator<Path> entries = stream.iterator();
                return new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return entries.hasNext();
                    }

                    @Override
                    public Path next() {
                        return fileSystem.wrap(entries.next());
                    }
                };
            }

            @Override
            public void close() throws IOException {
                stream.close();
            }
        };
    }

    @Override
    public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
        seen.createDirectory(at("create", directory), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        seen.delete(at("delete", path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        seen.copy(at("copy", source), ForgetfulPath.unwrap(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        seen.move(at("move", source), ForgetfulPath.unwrap(target), options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return seen.isSameFile(at("look at", path), ForgetfulPath.unwrap(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return seen.isHidden(at("look at", path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return seen.getFileStore(at("look at", path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        seen.checkAccess(at("look at", path), modes);
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        V view = seen.getFileAttributeView(ForgetfulPath.unwrap(path), type, options);
        return type == BasicFileAttributeView.class ? type.cast(new View(path, (BasicFileAttributeView) view)) : view;
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return seen.readAttributes(at("look at", path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return seen.readAttributes(at("look at", path), attributes, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        seen.setAttribute(at("change", path), attribute, value, options);
    }

    @Override
    public String getScheme() {
        return "forgetful";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("use ForgetfulFileSystem.create()");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException("these file systems have no URI");
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException("these file systems have no URI");
    }

    /** What sets times. */
    private final class View implements BasicFileAttributeView {
        private final Path path;
        private final BasicFileAttributeView view;

        View(Path path, BasicFileAttributeView view) {
            this.path = path;
            this.view = view;
        }

        @Override
        public String name() {
            return view.name();
        }

        @Override
        public BasicFileAttributes readAttributes() throws IOException {
            fileSystem.step("look at " + path);
            return view.readAttributes();
        }

        @Override
        public void setTimes(@Nullable FileTime modified, @Nullable FileTime accessed, @Nullable FileTime created)
                throws IOException {
            fileSystem.step("change " + path);
            view.setTimes(modified, accessed, created);
        }
    }
}
