package dev.wharf.settling;

import dev.wharf.model.AccountInfo;
import dev.wharf.model.ConnectorPackage;
import dev.wharf.model.UploadKey;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.ForwardingRegistry;
import dev.wharf.port.Pace;
import dev.wharf.port.PackageRegistry;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A registry whose uploads are never blindly repeated: the same bytes twice make two packages. When an upload's answer is lost,
 * this looks for the package the upload may have made, and returns it; only when it is proven that there is none the archive is
 * sent again. Ours is a package that was not there before, has our hash, was made by the same user, and is unbound.
 *
 * <p>It costs one list of all packages before every upload. Uploads through one instance never get each other's packages;
 * another process that uploads the same bytes with the same credentials at the same time, and of which the answer is lost too,
 * cannot be told from this one.
 *
 * <p>Every upload has a key, by which a registry that knows keys makes it once, however late it arrives; others ignore it.
 *
 * <p>If it cannot be found out what became of an upload, {@code create} throws
 * {@link dev.wharf.failure.UnavailableException} with the hash to look for; the archive is not sent again then. The archive's
 * source must be re-openable for that. All other operations are the registry's behind.
 */
public final class SettlingRegistry extends ForwardingRegistry {
    private final PackageRegistry asked;
    private final Supplier<AccountInfo> caller;
    private final SettlingPolicy policy;
    private final Pace pace;
    private final Consumer<Settlement> listener;
    private final Claims claims;

    /**
     * Decorates a registry.
     *
     * @param registry the registry
     * @param asked the same registry, of which no answer comes from somebody's memory; uploads are made, and looked for, through it,
     *     because a list that is a minute old would prove absence wrongly. The registry itself where nobody remembers
     * @param caller tells whose credentials these are, as {@link dev.wharf.port.Account#info()} does; asked only after a loss
     * @param policy how hard to try
     * @param pace tells the time and waits
     * @param listener told of what was done about a loss; must not throw
     */
    public SettlingRegistry(
            PackageRegistry registry,
            PackageRegistry asked,
            Supplier<AccountInfo> caller,
            SettlingPolicy policy,
            Pace pace,
            Consumer<Settlement> listener) {
        this(registry, asked, caller, policy, pace, listener, new Claims());
    }

    private SettlingRegistry(
            PackageRegistry registry,
            PackageRegistry asked,
            Supplier<AccountInfo> caller,
            SettlingPolicy policy,
            Pace pace,
            Consumer<Settlement> listener,
            Claims claims) {
        super(registry);
        this.asked = asked;
        this.caller = caller;
        this.policy = policy;
        this.pace = pace;
        this.listener = listener;
        this.claims = claims;
    }

    /**
     * The same packages by another way: uploads through this and through that never get each other's packages.
     *
     * @param other the same registry, reached otherwise
     * @param otherAsked the same, of which no answer comes from somebody's memory
     * @param otherPolicy how hard to try there
     * @return the registry
     */
    public SettlingRegistry through(PackageRegistry other, PackageRegistry otherAsked, SettlingPolicy otherPolicy) {
        return new SettlingRegistry(other, otherAsked, caller, otherPolicy, pace, listener, claims);
    }

    @Override
    public ConnectorPackage create(ArchiveSource archive, @Nullable UploadKey key) {
        claims.begin();
        try {
            return new SettledUpload(asked, caller, policy, pace, listener, claims, archive, key).create();
        } finally {
            claims.end();
        }
    }
}
