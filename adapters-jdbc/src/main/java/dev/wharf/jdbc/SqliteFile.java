package dev.wharf.jdbc;

import dev.wharf.failure.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** One SQLite file, created and brought up to date by one process at a time. */
final class SqliteFile {
    private static final int BUSY_TIMEOUT_MILLIS = 60_000;

    /** A file lock holds between processes only; within this one a second attempt at it would be an error. */
    private static final ReentrantLock PREPARING = new ReentrantLock();

    private final Path file;
    private final SqliteDialect dialect;

    SqliteFile(Path file) {
        this.file = file.toAbsolutePath();
        this.dialect = new SqliteDialect(this.file);
    }

    /** Opens the file, which this creates, readable by its owner only, if it is not there. */
    DataSource open() {
        DataSource dataSource = dataSource(new SQLiteConfig());
        if (!Files.exists(file) || !isReady(dataSource)) {
            prepare();
        }
        return dataSource;
    }

    private boolean isReady(DataSource dataSource) {
        return new Schema(dataSource, dialect).isCurrent() && isWriteAhead(dataSource);
    }

    /** A copy that was made by SQLite itself, such as a backup, has lost this mode. */
    private boolean isWriteAhead(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            return mode.next() && "wal".equals(mode.getString(1));
        } catch (SQLException e) {
            throw dialect.failure(e);
        }
    }

    private void prepare() {
        SQLiteConfig writeAhead = new SQLiteConfig();
        writeAhead.setJournalMode(SQLiteConfig.JournalMode.WAL);
        PREPARING.lock();
        try (FileChannel channel = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                ownerOnly())) {
            // Held until the channel closes.
            channel.lock();
            createIfMissing();
            new Schema(dataSource(writeAhead), dialect).ensureCurrent();
        } catch (IOException e) {
            throw new StorageException(
                    "The catalog's file cannot be created.",
                    "Check that its directory exists and that this user may write there.",
                    e);
        } finally {
            PREPARING.unlock();
        }
    }

    private void createIfMissing() throws IOException {
        try {
            Files.createFile(file, ownerOnly());
        } catch (FileAlreadyExistsException alreadyThere) {
            // Another process was faster, or the file is older than its tables.
        }
    }

    /** SQLite gives the files beside the database the database's own permissions. */
    private FileAttribute<?>[] ownerOnly() {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** A URI, because in a plain path the driver would take what follows a question mark for settings. */
    private DataSource dataSource(SQLiteConfig config) {
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        SQLiteDataSource dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file.toUri());
        return dataSource;
    }
}
