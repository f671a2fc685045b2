package dev.wharf.filesystem;

import dev.wharf.model.SourceRevision;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What git says of the commit that a directory holds, or why it says nothing. */
public sealed interface GitRevision {
    /**
     * A commit.
     *
     * @param revision the commit, and its branch
     */
    record Known(SourceRevision revision) implements GitRevision {}

    /**
     * None.
     *
     * @param reason why
     */
    record Unknown(Reason reason) implements GitRevision {}

    /** Why git tells no commit. */
    enum Reason {
        /** There is no program called git. */
        NO_GIT,
        /** The directory is in no repository. */
        NO_REPOSITORY,
        /** There is a repository, and git does not read it: it belongs to another user, or is broken. */
        REFUSED,
        /** The repository has no commit yet. */
        NO_COMMIT
    }

    /**
     * Asks git, so that it runs no program which the repository names.
     *
     * @param directory the directory, which may come from anywhere
     * @return git's answer
     */
    static GitRevision of(Path directory) {
        QuietGit git = new QuietGit(directory);
        Optional<String> commit = word(git, "rev-parse", "--verify", "HEAD");
        if (commit.isEmpty()) {
            return new Unknown(reason(git, directory));
        }
        String branch = word(git, "symbolic-ref", "--short", "-q", "HEAD")
                .filter(SourceRevision::isBranch)
                .orElse(null);
        return new Known(new SourceRevision(commit.get(), branch, hasFiltersOfItsOwn(git) || isModified(git)));
    }

    private static Reason reason(QuietGit git, Path directory) {
        if (word(git, "rev-parse", "--is-inside-work-tree").isPresent()) {
            return Reason.NO_COMMIT;
        }
        if (word(git, "--version").isEmpty()) {
            return Reason.NO_GIT;
        }
        for (Path at = directory.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                return Reason.REFUSED;
            }
        }
        return Reason.NO_REPOSITORY;
    }

    /** Only a silent answer says that nothing differs; in submodules, whose configuration is another, nobody looks. */
    private static boolean isModified(QuietGit git) {
        return git.ask(List.of(), 0, "status", "--porcelain", "-z", "--ignore-submodules=dirty", "--", ".")
                .filter(List::isEmpty)
                .isEmpty();
    }

    /** Programs that git runs on files to compare them; those of the user's own configuration are welcome. */
    private static boolean hasFiltersOfItsOwn(QuietGit git) {
        return git.ask(List.of(), 0, "config", "--list", "--name-only", "--show-scope", "--null")
                .map(names -> String.join("\0", names).matches("(?s)(.*\\x00)?(local|worktree)\\x00filter\\..*"))
                .orElse(true);
    }

    private static Optional<String> word(QuietGit git, String... arguments) {
        return git.ask(List.of(), 0, arguments)
                .filter(parts -> !parts.isEmpty())
                .map(parts -> parts.get(0).strip());
    }
}
