package dev.wharf.testkit;

/** The other side of a transport, which a test makes behave badly; what {@link BadDayContract} needs of it. Safe for many threads. */
public interface ScriptedServer {
    /**
     * Answers the next requests thus instead of doing what they ask. Replaces what was to be answered so far.
     *
     * @param request how the requests begin that are meant, such as {@code "POST "}; empty for any
     * @param times how many
     * @param answer what they get
     */
    void answerNext(String request, int times, CannedAnswer answer);

    /**
     * Takes the next new or changed archive, and misleads whoever sent it.
     *
     * @param how in what way
     */
    void misleadNextUpload(MisledUpload how);

    /** Answers as it should again. */
    void behave();

    /**
     * How often it was asked anything so far.
     *
     * @return the number of requests
     */
    int requests();
}
