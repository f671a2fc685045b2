package dev.wharf.packaging;

import dev.wharf.packaging.selection.WalkLimits;
import dev.wharf.port.ArchiveSource;
import dev.wharf.port.VersionControl;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a project cannot say by itself.
 *
 * @param allowedSecrets the files that may go into the archive although they hold secrets: paths relative to the project, or
 *     patterns of such with the wildcards of ignore files
 * @param configurationForm what the archive is to hold as {@code configuration_form.pb}, re-openable; null for the project's
 *     own file of that name, or an empty one if it has none. One that is given is taken for what it is, also if it is empty
 * @param walk how far the project is walked through at most
 * @param versionControl what is asked about the project's files, for warnings; null to ask nobody
 * @param executeBits whose execute bits the archive's files have
 * @param pythonVersion the Python that the connector is to run under, such as {@code 3.13}, for warnings; null if that is not
 *     known
 */
public record PackagingOptions(
        Set<String> allowedSecrets,
        @Nullable ArchiveSource configurationForm,
        WalkLimits walk,
        @Nullable VersionControl versionControl,
        ExecuteBits executeBits,
        @Nullable String pythonVersion) {
    /** Nothing allowed, no form. */
    public static final PackagingOptions NONE = new PackagingOptions(Set.of(), null);

    /** Whose execute bits the archive's files have. */
    public enum ExecuteBits {
        /** Those the files have. */
        OF_FILES,
        /** Those that version control records; of files that it does not know, their own. */
        RECORDED
    }

    /**
     * Copies the set.
     *
     * @param allowedSecrets the files that may go into the archive although they hold secrets: paths relative to the project,
     *     or patterns of such with the wildcards of ignore files
     * @param configurationForm what the archive is to hold as {@code configuration_form.pb}, re-openable; null for the
     *     project's own file of that name, or an empty one if it has none
     * @param walk how far the project is walked through at most
     * @param versionControl what is asked about the project's files, for warnings; null to ask nobody
     * @param executeBits whose execute bits the archive's files have
     * @param pythonVersion the Python that the connector is to run under, such as {@code 3.13}, for warnings; null if that is
     *     not known
     */
    public PackagingOptions {
        allowedSecrets = Set.copyOf(allowedSecrets);
    }

    /**
     * Options that ask no version control, within the usual limits.
     *
     * @param allowedSecrets the files that may go into the archive although they hold secrets: paths relative to the project,
     *     or patterns of such with the wildcards of ignore files
     * @param configurationForm what the archive is to hold as {@code configuration_form.pb}, re-openable; null for the
     *     project's own file of that name, or an empty one if it has none
     */
    public PackagingOptions(Set<String> allowedSecrets, @Nullable ArchiveSource configurationForm) {
        this(allowedSecrets, configurationForm, WalkLimits.DEFAULT, null, ExecuteBits.OF_FILES, null);
    }

    /**
     * The same options with other limits of the walk.
     *
     * @param limits how far the project is walked through at most
     * @return the options
     */
    public PackagingOptions walking(WalkLimits limits) {
        return new PackagingOptions(
                allowedSecrets, configurationForm, limits, versionControl, executeBits, pythonVersion);
    }

    /**
     * The same options with somebody to ask about the project's files.
     *
     * @param known what is asked
     * @param bits whose execute bits the archive's files have
     * @return the options
     */
    public PackagingOptions asking(VersionControl known, ExecuteBits bits) {
        return new PackagingOptions(allowedSecrets, configurationForm, walk, known, bits, pythonVersion);
    }

    /**
     * The same options for a Python.
     *
     * @param version the Python that the connector is to run under, such as {@code 3.13}; null if that is not known
     * @return the options
     */
    public PackagingOptions runningUnder(@Nullable String version) {
        return new PackagingOptions(allowedSecrets, configurationForm, walk, versionControl, executeBits, version);
    }
}
