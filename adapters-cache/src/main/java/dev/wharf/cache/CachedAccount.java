package dev.wharf.cache;

import dev.wharf.cache.Key.Kind;
import dev.wharf.model.AccountInfo;
import dev.wharf.model.AccountPath;
import dev.wharf.model.Fields;
import dev.wharf.port.Account;
import dev.wharf.port.Connections;
import dev.wharf.port.Destinations;
import dev.wharf.port.PackageRegistry;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * An account of which what it told is kept in memory: given again while it is fresh, asked for anew in the background before it is
 * not, and given, with a word about its age, when the account is slow or cannot be asked. What is changed through this is asked
 * for anew at once; what is changed elsewhere is seen when it is not fresh any more. Archives are not kept
 * ({@link dev.wharf.caching.CachingRegistry} does that).
 *
 * <p>One of these belongs to one account's credentials: nobody is told what the account would not tell. Safe for many threads.
 */
public final class CachedAccount implements Account {
    private final Account account;
    private final Answers answers;
    private final ReadTerms terms;

    /**
     * Keeps what an account tells.
     *
     * @param account the account
     * @param settings how long
     * @param clock tells the time
     * @param executor where the account is asked on behalf of several, and in the background; it must not wait for them
     */
    public CachedAccount(Account account, CacheSettings settings, InstantSource clock, Executor executor) {
        this(account, new Answers(settings, clock, executor), ReadTerms.DEFAULT);
    }

    private CachedAccount(Account account, Answers answers, ReadTerms terms) {
        this.account = account;
        this.answers = answers;
        this.terms = terms;
    }

    /**
     * The same account, with the same answers, as another reader wants it. Cheap: make one for every call if need be.
     *
     * @param others what that reader wants
     * @return a view
     */
    public CachedAccount view(ReadTerms others) {
        return new CachedAccount(account, answers, others);
    }

    @Override
    public AccountInfo info() {
        return new Reader(answers, terms).one(new Key(Kind.ACCOUNT, Kind.ACCOUNT), account::info, AccountInfo.class);
    }

    /** Asked for each time. */
    @Override
    public Fields read(AccountPath path) {
        return account.read(path);
    }

    @Override
    public PackageRegistry packages() {
        return new CachedPackages(account.packages(), answers, terms);
    }

    @Override
    public Connections connections() {
        return new CachedConnections(account.connections(), answers, terms);
    }

    @Override
    public Destinations destinations() {
        return new CachedDestinations(account.destinations(), answers, terms);
    }
}
