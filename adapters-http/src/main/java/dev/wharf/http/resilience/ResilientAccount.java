package dev.wharf.http.resilience;

import dev.wharf.http.AnswerListener;
import dev.wharf.http.HttpAccount;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.http.RateLimit;
import dev.wharf.http.Resumption;
import dev.wharf.http.ResumptionListener;
import dev.wharf.http.resilience.ResilienceEvent.OddAnswer;
import dev.wharf.http.resilience.ResilienceEvent.OldAnswer;
import dev.wharf.http.resilience.ResilienceEvent.Resumed;
import dev.wharf.http.resilience.ResilienceEvent.Settled;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.AccountPath;
import dev.wharf.model.Fields;
import dev.wharf.port.Account;
import dev.wharf.port.Connections;
import dev.wharf.port.DeployJournal;
import dev.wharf.port.Destinations;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import dev.wharf.settling.SettlingRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An account that behaves on a bad day. Reads, updates and deletions are repeated with growing, drawn waits; a deletion that finds
 * nothing the second time succeeded. {@code Retry-After} is honoured. What must not be done twice is repeated only after a refusal;
 * an upload whose answer was lost is settled ({@link SettlingRegistry}). A registry that keeps failing is left alone for a while.
 * Every call ends within a deadline, and at once when its thread is interrupted.
 *
 * <p>Safe for use by many threads; keep one and close it at the end.
 */
public final class ResilientAccount implements Account, AutoCloseable {
    private final Way way;
    private final Runnable closing;
    private final Gate gate;
    private final RateBudget budget;
    private final Pace pace;
    private final ResilienceListener listener;
    private final Calls calls;
    private final SettlingRegistry packages;

    private ResilientAccount(
            Way way,
            Runnable closing,
            ResilienceSettings settings,
            Gate gate,
            RateBudget budget,
            Pace pace,
            ResilienceListener listener,
            @Nullable SettlingRegistry shared) {
        this.way = way;
        this.closing = closing;
        this.gate = gate;
        this.budget = budget;
        this.pace = pace;
        this.listener = listener;
        this.calls = calls(settings, false);
        PackageRegistry repeated = new ResilientPackages(calls);
        PackageRegistry asked = new ResilientPackages(calls(settings, true));
        this.packages = shared == null
                ? new SettlingRegistry(
                        repeated,
                        asked,
                        this::info,
                        settings.settling(),
                        pace,
                        settlement -> listener.happened(new Settled(settlement)))
                : shared.through(repeated, asked, settings.settling());
    }

    /**
     * Prepares to talk to an account, with {@link ResilienceSettings#DEFAULT}; nothing is sent yet.
     *
     * @param settings where it is and how to talk to it
     * @return the account, which the caller closes
     */
    public static ResilientAccount connect(HttpAccountSettings settings) {
        return connect(settings, ResilienceSettings.DEFAULT, ResilienceListener.NONE);
    }

    /**
     * Prepares to talk to an account; nothing is sent yet.
     *
     * @param settings where it is and how to talk to it
     * @param resilience how hard to try
     * @param listener told what was done about a bad day
     * @return the account, which the caller closes
     */
    public static ResilientAccount connect(
            HttpAccountSettings settings, ResilienceSettings resilience, ResilienceListener listener) {
        return connect(settings, resilience, listener, Pace.system());
    }

    /**
     * Prepares to talk to an account; nothing is sent yet.
     *
     * @param settings where it is and how to talk to it
     * @param resilience how hard to try
     * @param listener told what was done about a bad day
     * @param pace tells the time and waits
     * @return the account, which the caller closes
     */
    public static ResilientAccount connect(
            HttpAccountSettings settings, ResilienceSettings resilience, ResilienceListener listener, Pace pace) {
        RateBudget budget = new RateBudget();
        HttpAccount http = HttpAccount.connect(settings, new Told(budget, listener));
        HttpAccount asked = http.asking();
        ResumptionListener resumed =
                (id, position, failure) -> listener.happened(new Resumed("download package " + id, position, failure));
        return new ResilientAccount(
                (left, resumption, asking) ->
                        (asking ? asked : http).within(left).resuming(resumption, pace, resumed),
                http::close,
                resilience,
                new Gate(resilience, pace, listener),
                budget,
                pace,
                listener,
                null);
    }

    /**
     * Decorates any account.
     *
     * @param account the account; it ends its own calls, since from outside only the time between attempts can be bounded
     * @param resilience how hard to try
     * @param listener told what was done about a bad day
     * @param pace tells the time and waits
     * @return the account; closing it closes nothing
     */
    public static ResilientAccount over(
            Account account, ResilienceSettings resilience, ResilienceListener listener, Pace pace) {
        return new ResilientAccount(
                (left, resumption, asking) -> account,
                () -> {},
                resilience,
                new Gate(resilience, pace, listener),
                new RateBudget(),
                pace,
                listener,
                null);
    }

    /**
     * The same account for calls that shall try more or less hard. The circuit, the calls at once and what is known of the rate limit
     * are those of this one.
     *
     * @param settings how hard to try
     * @return a view; closing it closes this account
     */
    public ResilientAccount withResilience(ResilienceSettings settings) {
        return new ResilientAccount(way, closing, settings, gate, budget, pace, listener, packages);
    }

    @Override
    public AccountInfo info() {
        return calls.call("read the account", Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .info());
    }

    @Override
    public Fields read(AccountPath path) {
        return calls.call("read " + path, Calls.WHEN_IT_MAY_PASS, attempt -> attempt.account()
                .read(path));
    }

    @Override
    public PackageRegistry packages() {
        return packages;
    }

    @Override
    public Connections connections() {
        return new ResilientConnections(calls);
    }

    @Override
    public Destinations destinations() {
        return new ResilientDestinations(calls);
    }

    @Override
    public DeployJournal journal() {
        return new ResilientJournal(calls);
    }

    @Override
    public void close() {
        closing.run();
    }

    private Calls calls(ResilienceSettings settings, boolean asking) {
        return new Calls(left -> way.to(left, settings.resumption(), asking), settings, gate, budget, pace, listener);
    }

    /** How the account is reached for one attempt. */
    @FunctionalInterface
    private interface Way {
        Account to(Duration left, Resumption resumption, boolean asking);
    }

    private record Told(RateBudget budget, ResilienceListener listener) implements AnswerListener {
        @Override
        public void rateTold(RateLimit rate) {
            budget.rateTold(rate);
        }

        @Override
        public void oldTold(Duration age) {
            listener.happened(new OldAnswer(age));
        }

        @Override
        public void oddTold(String what) {
            listener.happened(new OddAnswer(what));
        }
    }
}
