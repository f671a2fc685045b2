package dev.wharf.http;

import java.time.Duration;

/** Is told what answers say beside what was asked. Called on the thread that made the call; must not throw. */
public interface AnswerListener {
    /** Does not listen. */
    AnswerListener NONE = new AnswerListener() {};

    /**
     * An answer told the account's rate limit.
     *
     * @param rate what it told
     */
    default void rateTold(RateLimit rate) {}

    /**
     * An answer came from the memory of a gateway whose account is slow or away.
     *
     * @param age how old it is; zero if it does not say
     */
    default void oldTold(Duration age) {}

    /**
     * The account told of something in a form that is not known.
     *
     * @param what what it was, in a sentence; it may hold names that the account gave
     */
    default void oddTold(String what) {}
}
