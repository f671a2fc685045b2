package dev.wharf.packaging.check;

import static dev.wharf.packaging.check.Severity.ERROR;
import static dev.wharf.packaging.check.Severity.WARNING;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What projects are checked for. {@code docs/reference/checks.md} lists these texts, which are in the form of that page. */
public enum Rule {
    /** {@code connector.py} is missing, elsewhere than at the root, or ignored. */
    CONNECTOR_FILE(
            ERROR,
            ERROR,
            "`connector.py` is not at the root, is not in lower case, or is ignored.",
            "Move or rename it. The finding says where one was seen, or what ignores it."),
    /** {@code connector.py} does not bind the name {@code connector} at module level. */
    CONNECTOR_OBJECT(
            ERROR,
            ERROR,
            "Nothing binds the name `connector` at the top level of `connector.py`, where the service looks for it.",
            "Write `connector = Connector(update=update)`."),
    /** A file of Python's is written so that Python, or another tool, does not read it. */
    PYTHON_SOURCE(
            ERROR,
            WARNING,
            "Python does not read a file, or hardly any other tool does.",
            "The finding says what Python does, and what to do."),
    /** The connector has a configuration form, and the project does not have the file it is shipped in. */
    CONFIGURATION_FORM(
            ERROR,
            WARNING,
            "The connector is given a form, which only running the connector makes, and the project has none.",
            "Add `--form-from 'fivetran package'`, or give the file with `--configuration-form`."),
    /** {@code configuration.json} is not what a configuration must be. */
    CONFIGURATION_FILE(
            WARNING,
            WARNING,
            "`configuration.json` is not what a configuration must be; `deploy --configuration` refuses it.",
            "The finding names line and key."),
    /** {@code configuration.json} goes into the archive. */
    SHIPPED_CONFIGURATION(
            WARNING,
            WARNING,
            "`configuration.json` goes into the archive, with every credential in it.",
            "Remove the pattern that re-includes it, then package again."),
    /** A directory {@code drivers} has no {@code installation.sh}. */
    DRIVERS(
            ERROR,
            WARNING,
            "A directory `drivers` has no `installation.sh`; or it lies elsewhere, or has line ends of Windows.",
            "Add the script; save it with the line ends of Unix."),
    /** Two names that some file systems take for one: they differ in case or in Unicode normal form only. */
    NAME_CLASH(
            WARNING,
            WARNING,
            "Two names differ in case or in Unicode form only. macOS and Windows take them for one, and unpacking "
                    + "overwrites.",
            "Rename one."),
    /** A file of dependencies is not used, or cannot be understood. */
    DEPENDENCY_FILE(
            ERROR,
            WARNING,
            "A file of dependencies is not used, or pip or another tool does not read it.",
            "Keep one file, with the dependencies in `[project]`; save it as UTF-8."),
    /** A dependency leads to a file that is not shipped, or to a server that the service may not reach. */
    OUTSIDE_REQUIREMENT(
            WARNING,
            WARNING,
            "A dependency leads to a file that is not shipped, or to a server that the service may not reach.",
            "Ship it, or name a package of an index that the service can reach."),
    /** Code imports what nothing provides. */
    UNDECLARED_IMPORT(
            WARNING,
            WARNING,
            "Code that `connector.py` leads to imports what nothing provides.",
            "Add the package, or import it by its place in the project."),
    /** The project is written for another Python than the one it is to run under. */
    PYTHON_VERSION(
            WARNING,
            WARNING,
            "The project asks for a Python that the service does not have, or not the one of `--python-version`.",
            "Change one of them."),
    /** Code reads a file, or imports from a directory, that is left out. */
    LEFT_OUT_FILE(
            WARNING,
            WARNING,
            "Code reads a file that does not go in, or adds such a directory to `sys.path`.",
            "The finding says what leaves it out, and what to add."),
    /** A package is declared that is there anyway. */
    PREINSTALLED_PACKAGE(WARNING, WARNING, "A package is declared that the service has anyway.", "Remove it."),
    /** A dependency has no fixed version. */
    UNPINNED_REQUIREMENT(
            WARNING,
            WARNING,
            "A dependency has no fixed version, so two deploys of the same archive may run different code.",
            "Write `name==version`, a URL, or hashes."),
    /** A directory of code is left out because of its name. */
    LEFT_OUT_CODE(
            WARNING,
            WARNING,
            "A directory holds Python files, and its name is left out: `lib`, `include` or `files`.",
            "Rename it. The finding says which file imports it."),
    /** The archive would be larger than an archive may be. */
    ARCHIVE_SIZE(
            ERROR,
            ERROR,
            "The archive would have more than 200 MiB. The three largest files are named.",
            "List in `.gitignore` what is not needed."),
    /** A file that goes into the archive holds credentials. */
    SECRET(
            ERROR,
            WARNING,
            "A file that goes into the archive holds what looks like a credential. A warning if it is allowed.",
            "Have the connector read it from its configuration, and replace it. If it is no secret: `--allow-secret`."),
    /** A secret is allowed where there is none. */
    UNUSED_ALLOWANCE(
            WARNING,
            WARNING,
            "A secret is allowed in a file that holds none, so something was renamed or cleaned up.",
            "Remove the allowance."),
    /** A file cannot be read, so it was not checked. */
    UNREADABLE_FILE(
            ERROR,
            WARNING,
            "A file or a directory cannot be read, or its name is not UTF-8.",
            "Change the permissions; rename it."),
    /** A link leads nowhere, or back into itself. */
    BROKEN_LINK(
            ERROR,
            ERROR,
            "A link leads nowhere, or back into itself. The vendor's packager fails at it.",
            "Mend it, or list it in `.gitignore`."),
    /** A pipe, a socket or a device stands where a file is expected. */
    SPECIAL_FILE(
            ERROR,
            ERROR,
            "A named pipe, a socket or a device. The vendor's packager hangs or fails.",
            "Put a file there, or list it in `.gitignore`."),
    /** A link leads out of the project, to a place that other machines do not have. */
    OUTSIDE_LINK(
            WARNING,
            WARNING,
            "A link by an absolute path leads out of the project, to what is on no other machine.",
            "Copy what is needed into the project."),
    /** A submodule of git was not fetched. */
    EMPTY_SUBMODULE(
            ERROR,
            WARNING,
            "A submodule of git was not fetched. An error if the code imports it.",
            "Run `git submodule update --init`."),
    /** A pattern does nothing because of how its ignore file is written. */
    IGNORE_FILE(
            WARNING,
            WARNING,
            "A pattern of a `.gitignore` does nothing because of how the file is written, or git reads it otherwise.",
            "Save it as UTF-8 without a mark."),
    /** A file names what to leave out, and is not read any more. */
    RETIRED_IGNORE_FILE(
            WARNING,
            WARNING,
            "A pattern of `.ftignore` names what goes in; that file is not read any more.",
            "Move the pattern to `.gitignore`."),
    /** A pattern of the project leaves out what its code imports. */
    LEFT_OUT_IMPORT(
            WARNING,
            WARNING,
            "Python code that other code imports is left out by a pattern, or is in a virtual environment.",
            "Narrow the pattern."),
    /** Installed packages of a machine go into the archive. */
    ENVIRONMENT(
            WARNING,
            WARNING,
            "`node_modules`, `site-packages`, or parts of an environment of conda or Python go in.",
            "The finding says which line to add."),
    /** A local database, or a large data file, goes into the archive. */
    LOCAL_FILE(
            WARNING,
            WARNING,
            "A local database, data from 1 MiB on, or anything else from 10 MiB on goes in.",
            "The finding says which pattern to add."),
    /** A file goes into the archive that git ignores. */
    IGNORED_BY_GIT(
            WARNING,
            WARNING,
            "git ignores what goes in, by a pattern of a file that the packager does not read.",
            "Add the pattern to the project's own `.gitignore`."),
    /** A file goes into the archive that git does not track. */
    UNTRACKED_FILE(
            WARNING,
            WARNING,
            "git does not track what goes in, so a fresh clone builds another archive.",
            "Run `git add`, or list it in `.gitignore`."),
    /** A file's execute bit is not the one that git records. */
    EXECUTE_BIT(
            WARNING,
            WARNING,
            "The execute bit of a file is not the one that git records.",
            "Add `--execute-bits git`, or run `chmod`.");

    private final Severity worst;
    private final Severity mildest;
    private final String meaning;
    private final String remedy;

    Rule(Severity worst, Severity mildest, String meaning, String remedy) {
        this.worst = worst;
        this.mildest = mildest;
        this.meaning = meaning;
        this.remedy = remedy;
    }

    /**
     * The rule's name for programs.
     *
     * @return words in lower case, joined by hyphens
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * How bad its findings can be.
     *
     * @return one severity or both
     */
    public Set<Severity> severities() {
        return Collections.unmodifiableSet(EnumSet.range(worst, mildest));
    }

    /**
     * What it finds, and why that matters.
     *
     * @return sentences, with Markdown's marks
     */
    public String meaning() {
        return meaning;
    }

    /**
     * What to do about a finding.
     *
     * @return sentences, with Markdown's marks
     */
    public String remedy() {
        return remedy;
    }
}
