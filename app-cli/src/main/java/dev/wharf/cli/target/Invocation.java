package dev.wharf.cli.target;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.Interruption;
import dev.wharf.cli.console.NextCommand;
import dev.wharf.cli.console.Question;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.filesystem.DataDirectory;
import dev.wharf.filesystem.FileArchiveStore;
import dev.wharf.http.HttpAccountSettings;
import dev.wharf.port.Account;
import dev.wharf.port.PackageRegistry;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run of the program, from which a command gets what it needs when it needs it: the options are not read before. */
public final class Invocation {
    private final GlobalOptions options = new GlobalOptions();
    private final Surroundings surroundings;
    private final Interruption interruption;
    private @Nullable Console console;

    /**
     * A run.
     *
     * @param surroundings what it finds around it
     * @param interruption how the user stops it
     */
    public Invocation(Surroundings surroundings, Interruption interruption) {
        this.surroundings = surroundings;
        this.interruption = interruption;
    }

    /**
     * The options all commands share, once the command line was read.
     *
     * @return the options
     */
    public GlobalOptions options() {
        return options;
    }

    /**
     * What the run finds around it.
     *
     * @return the surroundings
     */
    public Surroundings surroundings() {
        return surroundings;
    }

    /**
     * How the user stops it.
     *
     * @return the interruption
     */
    public Interruption interruption() {
        return interruption;
    }

    /**
     * Where results and notes go.
     *
     * @return the console
     */
    public Console console() {
        Console present = console;
        if (present == null) {
            present = new Console(surroundings, options.format(), options.color(), options.isQuiet());
            console = present;
        }
        return present;
    }

    /**
     * Command lines to go on with, for messages.
     *
     * @return what makes them, with the options that chose where this run works
     */
    public NextCommand next() {
        return new NextCommand(ChosenTarget.of(options));
    }

    /**
     * Asks before something is done that cannot be undone.
     *
     * @param question the question
     */
    public void confirm(String question) {
        interruption.whileIdle(
                () -> new Question(surroundings, options.isYes(), options.isNonInteractive()).confirm(question));
    }

    /**
     * Where this run works.
     *
     * @return the target and its data directory are found anew at every call
     */
    public TargetSearch search() {
        return new TargetSearch(options, surroundings);
    }

    /**
     * Opens what this run works on.
     *
     * @return the account and its store, which the caller closes
     */
    public OpenTarget open() {
        TargetSearch search = search();
        Target target = search.find();
        warnAbout(target);
        DataDirectory directory = search.dataDirectory(target);
        Function<Account, DeployRecords> deploys = account -> search.deploys(target, account, console()::warn);
        if (!(target instanceof Target.Remote remote)) {
            return LocalTarget.open(
                    directory, surroundings.userName(), surroundings.variable("WHARF_SECRETS_KEY"), deploys);
        }
        return RemoteTarget.open(
                remote,
                directory,
                deploys,
                interruption.giveUp(surroundings.pace()),
                this::tellIfVerbose,
                console()::note,
                console()::warn,
                packages -> downloads(packages, search));
    }

    private Downloads downloads(PackageRegistry packages, TargetSearch search) {
        PackageRegistry watched = new WatchedRegistry(packages, console()::progress);
        return options.isNoCache()
                ? Downloads.direct(watched)
                : Downloads.through(search.cache(), watched, this::tellIfVerbose);
    }

    /**
     * Opens the archives that were downloaded and kept.
     *
     * @return their store, which the caller closes
     */
    public FileArchiveStore openCache() {
        return new FileArchiveStore(search().cacheDirectory());
    }

    private void tellIfVerbose(String line) {
        if (options.isVerbose()) {
            console().note(line);
        }
    }

    private void warnAbout(Target target) {
        if (target instanceof Target.Local) {
            List<String> unused = NetworkOnly.given(options);
            if (!unused.isEmpty()) {
                console()
                        .warn("These options have no effect on a registry in a directory:" + " "
                                + String.join(", ", unused) + ".");
            }
        }
        if (options.apiKey() != null) {
            console().warn("Every user of this machine can see --api-key. Set FIVETRAN_API_KEY instead.");
        }
        if (String.valueOf(options.proxy()).indexOf('@') >= 0) {
            console().warn("Every user of this machine can see the password in --proxy. Set WHARF_PROXY instead.");
        }
        if (target instanceof Target.Remote remote && HttpAccountSettings.travelsInClear(remote.url())) {
            console().warn("The credentials are sent unencrypted to " + remote.url() + ". Use https.");
        }
    }
}
