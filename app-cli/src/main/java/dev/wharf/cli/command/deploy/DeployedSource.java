package dev.wharf.cli.command.deploy;

import dev.wharf.cli.console.Console;
import dev.wharf.cli.console.Surroundings;
import dev.wharf.deployment.DeployResult.Outcome;
import dev.wharf.filesystem.GitRevision;
import dev.wharf.model.SourceRevision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The commit that a deploy records: the one that the user names, else git's word, else the CI job's. A job often checks out a commit and
 * no branch, and then knows the branch alone.
 *
 * @param revision the commit; null if there is none
 * @param absence why there is none, and what to do; null if there is one, or what is deployed is no directory
 */
record DeployedSource(@Nullable SourceRevision revision, @Nullable String absence) {
    static DeployedSource of(Surroundings surroundings, Path path) {
        Optional<SourceRevision> named = JobRevision.named(surroundings);
        if (named.isPresent() || !Files.isDirectory(path)) {
            return new DeployedSource(named.orElse(null), null);
        }
        Optional<SourceRevision> job = JobRevision.of(surroundings);
        GitRevision git = GitRevision.of(path);
        if (git instanceof GitRevision.Unknown unknown) {
            return job.map(known -> new DeployedSource(known, null))
                    .orElseGet(() -> new DeployedSource(null, "No commit is recorded: " + why(unknown.reason(), path)));
        }
        SourceRevision known = ((GitRevision.Known) git).revision();
        SourceRevision told = known;
        if (known.branch() == null) {
            told = known.on(job.filter(same -> same.commit().equals(known.commit()))
                    .map(SourceRevision::branch)
                    .orElse(null));
        }
        return new DeployedSource(told, null);
    }

    /** Says why none is recorded, once: a deploy that finds all as it should be says nothing. */
    void explain(Outcome outcome, Console console) {
        if (absence != null && outcome != Outcome.UNCHANGED) {
            console.note(absence);
        }
    }

    private static String why(GitRevision.Reason reason, Path path) {
        return switch (reason) {
            case NO_GIT -> "git was not found. Install it, or name the commit in WHARF_COMMIT.";
            case NO_REPOSITORY ->
                path + " is not in a git repository. If it comes from one, name the commit in WHARF_COMMIT.";
            case NO_COMMIT -> "the git repository of " + path + " has no commit yet.";
            case REFUSED ->
                "git refuses to read the repository of " + path + ". Another user may own it. Run 'git -C" + " " + path
                        + " status', or name the commit in WHARF_COMMIT.";
        };
    }
}
