package dev.wharf.model.wrong;

import dev.wharf.http.wire.Envelope;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;

/** Does in core what only others do, on purpose. */
public final class Busybody {
    public String environment() {
        return System.getenv("HOME");
    }

    public void threads(Runnable work) {
        new Thread(work).start();
    }

    public void programs() throws IOException {
        new ProcessBuilder("true").start();
    }

    public void sql(Connection connection) throws SQLException {
        LoggerFactory.getLogger("wrong").info(connection.getCatalog());
    }

    public Envelope<String> wire() {
        return Envelope.success(null, "");
    }
}
