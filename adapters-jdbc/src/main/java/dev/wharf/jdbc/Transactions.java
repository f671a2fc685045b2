package dev.wharf.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Runs readings and changes. Changes of one process queue up here, first come first served, so that many threads neither
 * starve each other at the database's lock nor use up the connections that readers need.
 */
final class Transactions {
    private static final int MOST_ATTEMPTS = 10;
    private static final long LONGEST_FIRST_PAUSE_MICROS = 2_000;

    /** Another change got in the way of this attempt. */
    private static final class Collision extends Exception {
        private static final long serialVersionUID = 1L;

        Collision(SQLException cause) {
            super(cause);
        }
    }

    private final ConnectionSource connections;
    private final Dialect dialect;
    private final ReentrantLock queue = new ReentrantLock(true);

    Transactions(ConnectionSource connections, Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
    }

    <T> T read(Function<Session, T> work) {
        Connection connection = take();
        Session session = new Session(connection, dialect);
        try {
            return work.apply(session);
        } finally {
            session.end();
            if (session.failure() == null) {
                connections.giveBack(connection);
            } else {
                connections.discard(connection);
            }
        }
    }

    <T> T change(Function<Session, T> work) {
        if (queue.isHeldByCurrentThread()) {
            throw new IllegalStateException("a change cannot begin within another");
        }
        queue.lock();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return attempt(work, attempt == MOST_ATTEMPTS);
                } catch (Collision e) {
                    pause(attempt);
                }
            }
        } finally {
            queue.unlock();
        }
    }

    private <T> T attempt(Function<Session, T> work, boolean last) throws Collision {
        Connection connection = take();
        Session session = new Session(connection, dialect);
        boolean committed = false;
        try {
            dialect.begin(connection);
            T answer = work.apply(session);
            SQLException failure = session.failure();
            if (failure != null) {
                throw failure;
            }
            dialect.commit(connection);
            committed = true;
            return answer;
        } catch (SQLException e) {
            if (!last && dialect.isCollision(e)) {
                throw new Collision(e);
            }
            throw dialect.failure(e);
        } catch (RuntimeException | Error e) {
            SQLException failure = session.failure();
            if (!last && failure != null && dialect.isCollision(failure)) {
                throw new Collision(failure);
            }
            throw e;
        } finally {
            session.end();
            end(connection, committed);
        }
    }

    private void end(Connection connection, boolean committed) {
        try {
            if (!committed) {
                dialect.rollBack(connection);
            }
            connections.giveBack(connection);
        } catch (SQLException e) {
            // Closing the connection undoes what it has not committed.
            connections.discard(connection);
        }
    }

    private Connection take() {
        try {
            return connections.take();
        } catch (SQLException e) {
            throw dialect.failure(e);
        }
    }

    /** Doubles with every attempt; random, so that those who collided do not meet again. */
    private static void pause(int attempt) {
        long longest = LONGEST_FIRST_PAUSE_MICROS << attempt;
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(longest)));
    }
}
