package dev.wharf.cli.command.deploy;

import dev.wharf.cli.console.Surroundings;
import dev.wharf.failure.InvalidRequestException;
import dev.wharf.model.SourceRevision;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the variables of a CI job say of the commit that it runs on. */
final class JobRevision {
    private static final String COMMIT = "WHARF_COMMIT";
    private static final String BRANCH = "WHARF_BRANCH";

    /**
     * Of each kind of CI the variable of the commit, then those of the branch; the first that is set counts. A request to merge tells its own
     * branch first, where the kind has one for it. Source: each vendor's list of variables.
     */
    private static final List<List<String>> KINDS = List.of(
            List.of("GITHUB_SHA", "GITHUB_HEAD_REF", "GITHUB_REF_NAME"),
            List.of("CI_COMMIT_SHA", "CI_MERGE_REQUEST_SOURCE_BRANCH_NAME", "CI_COMMIT_REF_NAME", "CI_COMMIT_BRANCH"),
            List.of("BITBUCKET_COMMIT", "BITBUCKET_BRANCH"),
            List.of("BUILD_SOURCEVERSION", "SYSTEM_PULLREQUEST_SOURCEBRANCH", "BUILD_SOURCEBRANCH"),
            List.of("CIRCLE_SHA1", "CIRCLE_BRANCH"),
            List.of("BUILDKITE_COMMIT", "BUILDKITE_BRANCH"),
            List.of("TRAVIS_COMMIT", "TRAVIS_PULL_REQUEST_BRANCH", "TRAVIS_BRANCH"),
            List.of("DRONE_COMMIT_SHA", "DRONE_SOURCE_BRANCH", "DRONE_BRANCH"),
            List.of("APPVEYOR_REPO_COMMIT", "APPVEYOR_PULL_REQUEST_HEAD_REPO_BRANCH", "APPVEYOR_REPO_BRANCH"),
            List.of("CODEBUILD_RESOLVED_SOURCE_VERSION", "CODEBUILD_WEBHOOK_HEAD_REF"),
            List.of("SEMAPHORE_GIT_SHA", "SEMAPHORE_GIT_BRANCH"),
            List.of("BUILD_VCS_NUMBER", "TEAMCITY_BUILD_BRANCH"),
            List.of("GIT_COMMIT", "GIT_LOCAL_BRANCH", "GIT_BRANCH"));

    private JobRevision() {}

    /**
     * The commit that the user names, whatever git says.
     *
     * @throws InvalidRequestException if it is no commit's full name
     */
    static Optional<SourceRevision> named(Surroundings surroundings) {
        String commit = surroundings.variable(COMMIT);
        if (commit == null) {
            return Optional.empty();
        }
        String name = commit.strip().toLowerCase(Locale.ROOT);
        if (!SourceRevision.isCommit(name)) {
            throw new InvalidRequestException(
                    COMMIT + " is '" + commit + "', which is not a commit.",
                    "Give a commit's full name, 40 or 64" + " hexadecimal digits.");
        }
        return Optional.of(new SourceRevision(name, branch(surroundings, List.of(BRANCH)), false));
    }

    /** The commit of the job, if this is one. */
    static Optional<SourceRevision> of(Surroundings surroundings) {
        return KINDS.stream()
                .map(names -> of(surroundings, names))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<SourceRevision> of(Surroundings surroundings, List<String> names) {
        String commit = surroundings.variable(names.get(0));
        if (commit == null || !SourceRevision.isCommit(commit.toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String branch = branch(surroundings, names.subList(1, names.size()));
        return Optional.of(new SourceRevision(commit.toLowerCase(Locale.ROOT), branch, false));
    }

    private static @Nullable String branch(Surroundings surroundings, List<String> names) {
        for (String name : names) {
            String told = surroundings.variable(name);
            String branch = told == null ? "" : told.replaceFirst("^(refs/heads/|origin/)", "");
            if (SourceRevision.isBranch(branch)) {
                return branch;
            }
        }
        return null;
    }
}
